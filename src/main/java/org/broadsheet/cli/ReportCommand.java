package org.broadsheet.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.Failure;
import org.broadsheet.app.App;
import org.broadsheet.app.Reports;
import org.broadsheet.config.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the weekly report, or mails it now. */
@Command(
        name = "report",
        description = "Shows the report of the last seven days, which `serve` mails every week.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet report", "         broadsheet report --to editors@example.org"})
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "Mail it there instead of showing it.")
    private List<EmailAddress> to = List.of();

    ReportCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        try (App app = options.app(options.configuration(), clock)) {
            Reports reports = app.reports()
                    .orElseThrow(() -> new Failure("there is no report; write one into broadsheet.yml, such as "
                            + "report: {to: [editors@example.org]}"));
            if (to.isEmpty()) {
                terminal.out().print(reports.text(clock.instant()));
            } else {
                reports.send(clock.instant(), to);
                to.forEach(address -> terminal.out().println("sent to " + address));
            }
        }
        return Main.DONE;
    }
}
