package org.broadsheet.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.app.App;
import org.broadsheet.app.Checks;
import org.broadsheet.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells before sending what would go wrong then. */
@Command(
        name = "check",
        description =
                "Looks at everything that can be known wrong before sending: YAML, templates, feeds, mail server.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet check --offline", "Exit status 78 when the configuration is wrong."})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Option(names = "--offline", description = "Leave out what needs the network.")
    private boolean offline;

    CheckCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = options.configuration();
        terminal.out()
                .println("ok     configuration: " + configuration.newsletters().size() + " newsletters in "
                        + options.layout().config());
        AtomicInteger problems = new AtomicInteger();
        try (App app = options.app(configuration, Clock.systemUTC())) {
            terminal.out().println("ok     database " + app.databaseName());
            app.checks().run(!offline, finding -> {
                finding.problem().ifPresent(problem -> problems.incrementAndGet());
                show(finding);
            });
        }
        return problems.get() == 0 ? Main.DONE : Main.FAILED;
    }

    private void show(Checks.Finding finding) {
        finding.problem()
                .ifPresentOrElse(
                        problem -> terminal.err().println("wrong  " + finding.what() + ": " + problem),
                        () -> terminal.out().println("ok     " + finding.what()));
    }
}
