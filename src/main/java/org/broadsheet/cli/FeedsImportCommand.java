package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.broadsheet.app.FeedImport;
import org.broadsheet.app.FeedImport.Outcome;
import org.broadsheet.app.ImportList;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.NewsletterText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over the feeds of another program. */
@Command(
        name = "import",
        description =
                "Writes the feeds of an OPML file into a newsletter's YAML; folders become topics. A file that is "
                        + "there keeps every line it has.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet feeds import subscriptions.opml",
            "         broadsheet feeds import subscriptions.opml --newsletter morning"
        })
final class FeedsImportCommand implements Callable<Integer> {
    private static final String ID = "[A-Za-z0-9_-]+";

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE.opml", description = "The list, as feed readers export it.")
    private @Nullable Path file;

    @Option(
            names = "--newsletter",
            paramLabel = "ID",
            description = "The newsletter that gets the feeds, made if need be; without it, named like the file.")
    private @Nullable String newsletter;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "The language of a newsletter that is made, such as de; ${DEFAULT-VALUE} without it.")
    private String language = "en";

    FeedsImportCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path opml = Objects.requireNonNull(file);
        String id = newsletter == null ? idOf(opml) : newsletter;
        if (!id.matches(ID)) {
            throw new WrongCommandLine(
                    "'" + Terminal.printable(id) + "' cannot be a newsletter's id; use a-z, 0-9, - and _");
        }
        Configuration configuration = options.configuration();
        Outcome outcome = new FeedImport(options.layout().config(), options.loader())
                .run(opml, configuration, id, Locale.forLanguageTag(language));
        boolean complete = tellRefused(opml, outcome.list());
        return tell(outcome, id, opml) && complete ? Main.DONE : Main.FAILED;
    }

    /** The file's name, as far as an id may hold it. */
    private static String idOf(Path opml) {
        String name = String.valueOf(opml.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "imported" : id;
    }

    private boolean tellRefused(Path opml, ImportList list) {
        for (ImportList.Refused refused : list.refused()) {
            terminal.err().println(opml + ":" + refused.line() + ": " + Terminal.printable(refused.reason()));
        }
        return list.refused().stream().allMatch(ImportList.Refused::harmless);
    }

    private boolean tell(Outcome outcome, String id, Path opml) {
        ImportList list = outcome.list();
        if (outcome instanceof Outcome.Wrong wrong) {
            terminal.err().println("nothing is written, because with these feeds the configuration would be wrong:");
            wrong.problems().forEach(problem -> terminal.err().println(problem.headline()));
            return false;
        }
        if (outcome instanceof Outcome.NotSafe notSafe) {
            terminal.err()
                    .println(
                            notSafe.file()
                                    + ": nothing is written, because its lists cannot be added to safely; add these lines yourself:");
            terminal.out().print(NewsletterText.toPaste(list.added()));
            return false;
        }
        if (outcome instanceof Outcome.Nothing && list.alreadyThere() == 0) {
            terminal.err().println(id + ": there is no feed in " + opml);
            return false;
        }
        int added = outcome instanceof Outcome.Written ? list.added().feeds().size() : 0;
        String where = outcome instanceof Outcome.Written written ? written.file() + ": " : id + ": ";
        terminal.out().println(where + counts(list, added));
        if (outcome instanceof Outcome.Written written && written.created()) {
            terminal.out().println("it has no schedule and no readers yet; to see it: broadsheet preview " + id);
        }
        return true;
    }

    private static String counts(ImportList list, int added) {
        int topics = list.added().topics().size();
        return added + " added, " + list.alreadyThere() + " already there, "
                + list.refused().size() + " refused; "
                + Amount.of(topics, "new topic", "new topics");
    }
}
