package org.broadsheet.cli;

import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.app.App;
import org.broadsheet.app.CollectReport;
import org.broadsheet.app.PreviewStudio;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionMaker.Draft;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.edition.Section;
import org.broadsheet.web.WebServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the next edition would be, before anyone gets it. */
@Command(
        name = "preview",
        description = "Fetches, groups and renders; writes files and sends nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet preview morning --out /tmp/preview --open",
            "         broadsheet preview morning --serve",
            "         broadsheet preview morning --round-up",
            "Writes NEWSLETTER.html, .txt, .eml and .json for each newsletter."
        })
final class PreviewCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "NEWSLETTER", description = "The ids of newsletters; all of them without it.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go; ${DEFAULT-VALUE} without it.")
    private Path out = Path.of("preview");

    @Option(names = "--at", paramLabel = "INSTANT", description = "As if it were then, such as 2026-11-23T06:00:00Z.")
    private @Nullable Instant at;

    @Option(names = "--open", description = "Open the pages in the browser.")
    private boolean open;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "Mail it, to this one address.")
    private @Nullable EmailAddress to;

    @ArgGroup
    private Way way = new Way();

    @Option(names = "--port", paramLabel = "PORT", description = "Of that page; ${DEFAULT-VALUE} without it.")
    private int port = 8090;

    /** What is shown instead of one look at the next edition. */
    static final class Way {
        @Option(
                names = "--serve",
                description = "Show it all on a local page that follows each edit of a template or the YAML.")
        private boolean serve;

        @Option(
                names = "--round-up",
                description =
                        "Show the round-up of the seven days before, from the editions that were made; reads no feeds.")
        private boolean roundUp;
    }

    PreviewCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = options.configuration();
        List<Newsletter> newsletters = options.newsletters(configuration, ids);
        Clock clock = Clock.systemUTC();
        if (way.roundUp) {
            try (App app = options.app(configuration, clock)) {
                Instant when = Optional.ofNullable(at).orElseGet(clock::instant);
                for (Newsletter newsletter : newsletters) {
                    previewRoundUp(app, newsletter, when);
                }
            }
            return Main.DONE;
        }
        try (App app = options.app(configuration, clock)) {
            CollectReport report = FeedProgress.collect(app.pipeline(), newsletters, terminal);
            // Not before the feeds are read: what has no date counts from when it was first seen.
            Instant when = Optional.ofNullable(at).orElseGet(clock::instant);
            for (Newsletter newsletter : newsletters) {
                preview(app, newsletter, when);
            }
            if (report.allFailed()) {
                return Main.FAILED;
            }
        }
        return way.serve ? serve(configuration, newsletters) : Main.DONE;
    }

    private int serve(Configuration configuration, List<Newsletter> newsletters) throws Exception {
        List<String> shown = newsletters.stream().map(Newsletter::id).toList();
        return StopOnSignal.guard(PATIENCE, signal -> {
            CountDownLatch stopped = new CountDownLatch(1);
            signal.calls(stopped::countDown);
            try (PreviewStudio studio = new PreviewStudio(
                            options.loader(),
                            options.layout(),
                            configuration,
                            shown,
                            Clock.systemUTC(),
                            ExplainCommand::explanation);
                    WebServer server = studio.serve(port)) {
                String page = "http://127.0.0.1:" + server.port() + "/";
                terminal.out().println("Look at it on " + page + ", edit, and look again; Ctrl-C ends it.");
                if (open) {
                    open(URI.create(page));
                }
                stopped.await();
            }
            return Main.DONE;
        });
    }

    private void preview(App app, Newsletter newsletter, Instant when) throws InterruptedException {
        Draft draft = app.pipeline().preview(newsletter, when);
        RenderedEdition rendered = app.pipeline().render(draft);
        List<Path> files = app.previewFiles().write(out, draft.edition(), rendered);
        summarize(newsletter, draft, rendered);
        handOver(app, draft.edition(), rendered, files);
    }

    private void previewRoundUp(App app, Newsletter newsletter, Instant when) throws InterruptedException {
        Edition edition = app.pipeline().previewRoundUp(newsletter, when);
        RenderedEdition rendered = app.pipeline().render(edition, newsletter.images());
        List<Path> files = app.previewFiles().write(out, edition, rendered);
        terminal.out()
                .println(newsletter.id() + ": " + Amount.of(edition.stories().count(), "story", "stories")
                        + " of the week"
                        + (edition.isEmpty() ? "; no edition told any, so no round-up would be sent" : ""));
        sayWhatIsIn(edition, rendered);
        handOver(app, edition, rendered, files);
    }

    private void handOver(App app, Edition edition, RenderedEdition rendered, List<Path> files) {
        terminal.out().println("  written: " + files.get(0) + ", .txt, .eml, .json");
        if (to != null) {
            app.testMail().send(edition, rendered, to);
            terminal.out().println("  mailed to " + to);
        }
        if (open && !way.serve) {
            open(files.get(0).toAbsolutePath().toUri());
        }
    }

    private void summarize(Newsletter newsletter, Draft draft, RenderedEdition rendered) {
        PrintStream out = terminal.out();
        long stories = draft.selection().stories().values().stream()
                .mapToLong(List::size)
                .sum();
        out.println(newsletter.id() + ": "
                + Amount.of(draft.selection().recent().size(), "recent article", "recent articles")
                + ", " + Amount.of(stories, "new story", "new stories") + ", "
                + draft.edition().stories().count() + " in the edition"
                + (draft.edition().isEmpty() ? "; nothing new, so no edition would be sent" : ""));
        sayWhatIsIn(draft.edition(), rendered);
        new Certainty(draft.selection()).lines().forEach(out::println);
    }

    private void sayWhatIsIn(Edition edition, RenderedEdition rendered) {
        terminal.out().println("  subject: " + rendered.subject());
        for (Section section : edition.sections()) {
            terminal.out()
                    .printf("  %-32s %3d%n", section.title(), section.stories().size());
        }
    }

    private void open(URI page) {
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException | UnsupportedOperationException e) {
            terminal.err().println("no browser can be opened here; open " + page + " yourself");
        }
    }
}
