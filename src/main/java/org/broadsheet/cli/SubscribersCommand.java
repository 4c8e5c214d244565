package org.broadsheet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Manages who receives which newsletter. */
@Command(
        name = "subscribers",
        description = "Manages who receives which newsletter.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SubscribersListCommand.class,
            SubscribersShowCommand.class,
            SubscribersAddCommand.class,
            SubscribersRemoveCommand.class,
            SubscribersImportCommand.class,
            SubscribersExportCommand.class,
            SubscribersSuppressCommand.class,
            SubscribersUnsuppressCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example: broadsheet subscribers list --newsletter morning",
            "         broadsheet subscribers import readers.csv --newsletter morning --dry-run",
            "         broadsheet subscribers show anna@example.com"
        })
final class SubscribersCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new WrongCommandLine("say what to do, such as: broadsheet subscribers import FILE --newsletter ID");
    }
}
