package org.broadsheet.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.broadsheet.Failure;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes all subscribers. */
@Command(
        name = "export",
        description = "Writes all subscribers with state and source of consent, as CSV that `import` reads, or JSON.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet subscribers export --newsletter morning --state confirmed --out readers.csv"
        })
final class SubscribersExportCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Mixin
    private final SubscriberChoice choice = new SubscriberChoice();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; to the terminal without it.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.")
    private ListFormat format = ListFormat.csv;

    SubscribersExportCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        choice.check(options, configuration);
        try (App app = options.app(configuration, Clock.systemUTC())) {
            app.keepInStep();
            if (file == null) {
                export(app, terminal.out());
            } else {
                export(app, file);
            }
        }
        return Main.DONE;
    }

    private void export(App app, Path to) {
        try (PrintStream out =
                new PrintStream(new BufferedOutputStream(Files.newOutputStream(to)), false, StandardCharsets.UTF_8)) {
            export(app, out);
            if (out.checkError()) {
                throw new Failure(to + ": cannot be written to the end; is the disk full?");
            }
        } catch (IOException e) {
            throw new Failure(to + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private void export(App app, PrintStream out) {
        try (ListWriter writer = format.writer(out)) {
            app.subscriberList().forEach(choice.filter(), writer::write);
        }
    }
}
