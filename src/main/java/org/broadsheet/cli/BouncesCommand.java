package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.Failure;
import org.broadsheet.app.App;
import org.broadsheet.bounce.BounceReader;
import org.broadsheet.bounce.FailedRecipient;
import org.broadsheet.bounce.FetchReport;
import org.broadsheet.bounce.Reading;
import org.broadsheet.reply.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads what comes back by mail. */
@Command(
        name = "bounces",
        description = "Reads what comes back by mail: bounces, complaints, mailed unsubscribes.",
        mixinStandardHelpOptions = true,
        subcommands = {BouncesCommand.Read.class, BouncesCommand.Fetch.class},
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: broadsheet bounces read returned.eml"})
final class BouncesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new WrongCommandLine(
                "say what to do, such as: broadsheet bounces read FILE, or: broadsheet bounces fetch");
    }

    /** Explains mails from the disk; changes nothing. */
    @Command(
            name = "read",
            description =
                    "Explains mails from disk, one line a file: file, kind, recipient, status, hard or soft, reason.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Kinds are bounce, delay, complaint, vacation, receipt and other. Fields are separated by tabs;",
                "- stands for what a mail does not tell. Of several recipients the first is shown. Changes nothing."
            })
    static final class Read implements Callable<Integer> {
        /** What every command takes, such as {@code --verbose}. */
        @Mixin
        @SuppressWarnings("UnusedVariable")
        private final Options options;

        private final Terminal terminal;
        private final BounceReader reader = new BounceReader();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "A mail, as servers and mail programs save it.")
        private List<Path> files = List.of();

        Read(Options options, Terminal terminal) {
            this.options = options;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            boolean all = true;
            for (Path file : files) {
                all &= explain(file);
            }
            return all ? Main.DONE : Main.FAILED;
        }

        private boolean explain(Path file) {
            try {
                terminal.out().println(file + "\t" + line(reader.read(Files.readAllBytes(file))));
                return true;
            } catch (IOException e) {
                terminal.err().println(file + ": cannot be read: " + e.getMessage());
                return false;
            }
        }

        private static String line(Reading reading) {
            Optional<FailedRecipient> first = reading.recipients().stream().findFirst();
            Optional<Verdict> verdict = first.flatMap(FailedRecipient::verdict);
            return String.join(
                    "\t",
                    lower(reading.kind()),
                    first.map(FailedRecipient::address).orElse("-"),
                    verdict.map(Verdict::status).map(Object::toString).orElse("-"),
                    verdict.map(Verdict::severity).map(Read::lower).orElse("-"),
                    verdict.map(Verdict::explanation).orElse("-") + others(reading));
        }

        private static String others(Reading reading) {
            int others = reading.recipients().size() - 1;
            return others < 1 ? "" : " (and " + others + " more)";
        }

        private static String lower(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the mailbox once. */
    @Command(
            name = "fetch",
            description = "Reads the mailbox of bounces.inbox once, and does what follows from what is there.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: broadsheet bounces fetch", "While `serve` runs, this happens by itself."})
    static final class Fetch implements Callable<Integer> {
        @Mixin
        private final Options options;

        private final Terminal terminal;

        Fetch(Options options, Terminal terminal) {
            this.options = options;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            try (App app = options.app(options.configuration(), Clock.systemUTC())) {
                FetchReport report = app.returnWatch()
                        .orElseThrow(() -> new Failure(
                                "there is no mailbox to read; name one under bounces.inbox in broadsheet.yml"))
                        .fetch();
                terminal.out()
                        .println(report.read() + " mails read: " + report.suppressed() + " suppressed an address, "
                                + report.unsubscribed() + " left a newsletter, " + report.left()
                                + " are for a person to read");
                return Main.DONE;
            }
        }
    }
}
