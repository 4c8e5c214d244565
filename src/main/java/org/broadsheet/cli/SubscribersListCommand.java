package org.broadsheet.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.subscriber.ListPosition;
import org.broadsheet.subscriber.ListedSubscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who receives which newsletter, a page at a time. */
@Command(
        name = "list",
        description = "Lists who receives which newsletter, in the order of the addresses, a page at a time.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet subscribers list --newsletter morning --state unsubscribed",
            "         broadsheet subscribers list --containing @example.com --format json"
        })
final class SubscribersListCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Mixin
    private final SubscriberChoice choice = new SubscriberChoice();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many on a page; ${DEFAULT-VALUE} without it.")
    private int limit = 50;

    @Option(
            names = "--after",
            paramLabel = "PLACE",
            defaultValue = "",
            description = "Begin behind that place; every page ends with the place of the next one.")
    private String after = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.")
    private ListFormat format = ListFormat.table;

    SubscribersListCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 100_000) {
            throw new WrongCommandLine(
                    "--limit: must be from 1 to 100000; for all of them: broadsheet subscribers export");
        }
        Configuration configuration = options.configuration();
        choice.check(options, configuration);
        try (App app = options.app(configuration, Clock.systemUTC())) {
            app.keepInStep();
            show(app.subscriberList().page(choice.filter(), ListPosition.parse(after), limit + 1));
        }
        return Main.DONE;
    }

    /** One more than the page was asked for, to know whether there is another page. */
    private void show(List<ListedSubscription> found) {
        List<ListedSubscription> page = found.subList(0, Math.min(limit, found.size()));
        try (ListWriter writer = format.writer(terminal.out())) {
            page.forEach(writer::write);
        }
        if (page.isEmpty()) {
            terminal.err().println("no subscriber is like that");
        } else if (found.size() > limit) {
            terminal.err().println("more: --after " + page.get(limit - 1).position());
        }
    }
}
