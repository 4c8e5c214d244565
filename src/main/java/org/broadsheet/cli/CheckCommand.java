package org.broadsheet.cli;

import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
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
        int newsletters = configuration.newsletters().size();
        terminal.out()
                .println("ok     configuration: " + Amount.of(newsletters, "newsletter", "newsletters") + " in "
                        + options.layout().config());
        Set<Checks.Grade> grades = EnumSet.of(Checks.Grade.SOUND);
        try (App app = options.app(configuration, Clock.systemUTC())) {
            terminal.out().println("ok     database " + app.databaseName());
            app.checks().run(!offline, finding -> {
                grades.add(finding.grade());
                show(finding);
            });
        }
        return switch (Collections.max(grades)) {
            case SOUND, WARNING -> Main.DONE;
            case FAULT -> Main.FAILED;
            case CONFIGURATION -> Main.CONFIG_IS_WRONG;
        };
    }

    private void show(Checks.Finding finding) {
        String word = finding.grade() == Checks.Grade.WARNING ? "note   " : "wrong  ";
        finding.problem()
                .ifPresentOrElse(
                        problem -> terminal.err().println(word + finding.what() + ": " + problem),
                        () -> terminal.out().println("ok     " + finding.what()));
    }
}
