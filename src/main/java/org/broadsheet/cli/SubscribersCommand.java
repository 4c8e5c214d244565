package org.broadsheet.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.subscriber.ImportReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Manages who receives which newsletter. */
@Command(
        name = "subscribers",
        description = "Manages who receives which newsletter.",
        mixinStandardHelpOptions = true,
        subcommands = SubscribersCommand.Import.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: broadsheet subscribers import readers.csv --newsletter morning"})
final class SubscribersCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new WrongCommandLine("say what to do, such as: broadsheet subscribers import FILE --newsletter ID");
    }

    /** Adds the addresses of a file. */
    @Command(
            name = "import",
            description = "Adds the addresses of a CSV file, whose column `email` holds them, as confirmed.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: broadsheet subscribers import readers.csv --newsletter morning",
                "Whoever unsubscribed or is suppressed stays so."
            })
    static final class Import implements Callable<Integer> {
        @Mixin
        private final Options options;

        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "A CSV file with a header line.")
        private @Nullable Path file;

        @Option(
                names = "--newsletter",
                required = true,
                paramLabel = "ID",
                description = "The newsletter that they will receive.")
        private String id = "";

        Import(Options options, Terminal terminal) {
            this.options = options;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Configuration configuration = options.configuration();
            Newsletter newsletter = options.newsletter(configuration, id);
            try (App app = options.app(configuration, Clock.systemUTC())) {
                Path csv = Objects.requireNonNull(file);
                ImportReport report = app.csvImport()
                        .run(
                                csv,
                                newsletter.id(),
                                refused ->
                                        terminal.err().println(csv + ":" + refused.line() + ": " + refused.reason()));
                terminal.out()
                        .println(report.added() + " added, " + report.alreadyThere() + " already there, "
                                + report.keptUnsubscribed() + " stay unsubscribed, " + report.suppressed()
                                + " suppressed, " + report.refused() + " refused");
                return report.refused() > 0 ? Main.FAILED : Main.DONE;
            }
        }
    }
}
