package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.Failure;
import org.broadsheet.app.Demo;
import org.broadsheet.delivery.DispatchReport;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.mail.ReceivedMail;
import org.broadsheet.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole thing on one machine, with no set-up. */
@Command(
        name = "demo",
        description =
                "The whole thing on this machine, no set-up: sample feeds, a mail server of its own, two editions.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet demo --once", "Nothing leaves this machine."})
final class DemoCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Option(names = "--once", description = "Send, print where everything is, and end.")
    private boolean once;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the demo's files go; ${DEFAULT-VALUE} without it.")
    private Path out = Path.of("demo");

    DemoCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        URI web = URI.create("http://127.0.0.1:" + freePort());
        Path templates = options.layout().templates();
        try (Demo demo =
                new Demo(out.toAbsolutePath().normalize(), templates, web, Options.syntaxes(), Clock.systemUTC())) {
            Demo.Result result = run(demo);
            List<ReceivedMail> mails = demo.received();
            show(demo, mails);
            long sent =
                    result.reports().stream().mapToLong(DispatchReport::sent).sum();
            if (mails.size() != sent) {
                terminal.err().println(sent + " mails were sent, but " + mails.size() + " arrived");
                return Main.FAILED;
            }
            return once ? Main.DONE : serve(demo, web);
        }
    }

    private int serve(Demo demo, URI web) throws Exception {
        return StopOnSignal.guard(PATIENCE, signal -> {
            CountDownLatch stopped = new CountDownLatch(1);
            signal.calls(stopped::countDown);
            WebServer server = demo.serve();
            try (server) {
                terminal.out().println("Look at it all on " + web + "/; Ctrl-C ends the demo.");
                stopped.await();
            }
            return Main.DONE;
        });
    }

    private Demo.Result run(Demo demo) throws InterruptedException {
        Demo.Result result;
        try (ProgressBar bar = new ProgressBar(terminal, "Reading sample feeds")) {
            result = demo.run(FeedProgress.on(bar));
        }
        PrintStream to = terminal.out();
        FeedProgress.summarize(result.collected(), terminal);
        for (int i = 0; i < result.editions().size(); i++) {
            StoredEdition edition = result.editions().get(i);
            to.println(edition.title() + ": \"" + edition.rendered().subject() + "\", sent to "
                    + result.reports().get(i).sent());
        }
        return result;
    }

    private void show(Demo demo, List<ReceivedMail> mails) {
        terminal.out().println("The mails that arrived, as read back out of the mailboxes:");
        for (int i = 0; i < mails.size(); i++) {
            terminal.out().println("  " + demo.write(mails.get(i), i + 1));
        }
        terminal.out()
                .println("The newsletters' YAML and feeds: "
                        + out.toAbsolutePath().normalize());
    }

    private static int freePort() {
        return canListen(USUAL_PORT) ? USUAL_PORT : anyPort();
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Failure("no port of this machine is free for the demo's pages: " + e.getMessage(), e);
        }
    }
}
