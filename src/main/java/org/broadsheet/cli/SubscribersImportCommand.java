package org.broadsheet.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.subscriber.CsvImport;
import org.broadsheet.subscriber.ImportOrder;
import org.broadsheet.subscriber.ImportReport;
import org.broadsheet.subscriber.RefusedLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds the addresses of a file. */
@Command(
        name = "import",
        description = "Adds the addresses of a CSV file, as confirmed. An import that was cut short is started again.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet subscribers import readers.csv --newsletter morning --dry-run",
            "         broadsheet subscribers import shop.csv --newsletter morning --map email=E-Mail,name=Kunde",
            "Whoever unsubscribed or is suppressed stays so."
        })
final class SubscribersImportCommand implements Callable<Integer> {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("email", "name"));

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A CSV file in UTF-8; its first line names the columns.")
    private @Nullable Path file;

    @Option(
            names = "--newsletter",
            required = true,
            paramLabel = "ID",
            description = "The newsletter that they will receive.")
    private String id = "";

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "FIELD=COLUMN",
            description = "Which columns hold `email` and `name`, where they are named otherwise.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "Where their consent came from, kept with each as its proof; the file's name without it.")
    private @Nullable String source;

    @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
    private boolean dryRun;

    SubscribersImportCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        Newsletter newsletter = options.newsletter(configuration, id);
        ImportOrder order = order(newsletter);
        try (App app = options.app(configuration, Clock.systemUTC());
                ImportProgress progress = new ImportProgress(terminal, order.file())) {
            app.keepInStep();
            CsvImport imports = app.csvImport();
            ImportReport report = dryRun ? imports.rehearse(order, progress) : imports.run(order, progress);
            tell(report);
            return report.refused() > 0 ? Main.FAILED : Main.DONE;
        }
    }

    private ImportOrder order(Newsletter newsletter) {
        if (!FIELDS.containsAll(columns.keySet())) {
            throw new WrongCommandLine("--map: the fields are " + String.join(", ", FIELDS) + ", such as email=E-Mail");
        }
        if (source != null && source.isBlank()) {
            throw new WrongCommandLine("--source: must say where the consent came from");
        }
        Path csv = Objects.requireNonNull(file);
        return new ImportOrder(csv, newsletter.id(), source == null ? ImportOrder.sourceOf(csv) : source, columns);
    }

    private void tell(ImportReport report) {
        terminal.out()
                .println((dryRun ? "nothing is stored; it would be: " : "")
                        + report.added() + " added, " + report.alreadyThere() + " already there, "
                        + report.keptUnsubscribed() + " stay unsubscribed, " + report.suppressed() + " suppressed, "
                        + report.refused() + " refused");
    }

    /** Names each refused line, and counts the others where somebody watches. */
    private static final class ImportProgress implements CsvImport.Listener, AutoCloseable {
        private static final String CLEAR_LINE = "\r\u001b[K";

        private final Terminal terminal;
        private final Path file;

        ImportProgress(Terminal terminal, Path file) {
            this.terminal = terminal;
            this.file = file;
        }

        @Override
        public void refused(RefusedLine line) {
            close();
            terminal.err().println(file + ":" + line.line() + ": " + line.reason());
        }

        @Override
        public void done(long lines) {
            if (terminal.interactive()) {
                terminal.err().print(CLEAR_LINE + lines + " addresses read");
                terminal.err().flush();
            }
        }

        @Override
        public void close() {
            if (terminal.interactive()) {
                terminal.err().print(CLEAR_LINE);
                terminal.err().flush();
            }
        }
    }
}
