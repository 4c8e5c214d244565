package org.broadsheet.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.broadsheet.app.App;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.topic.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the topics of newsletters are, and what they could be told by. */
@Command(
        name = "topics",
        description = "Lists the topics of each newsletter.",
        mixinStandardHelpOptions = true,
        subcommands = TopicsCommand.Suggest.class,
        footer = {"", "Example: broadsheet topics suggest morning energy"})
final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    TopicsCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        try (App app = options.app(configuration, Clock.systemUTC())) {
            for (Newsletter newsletter : configuration.newsletters()) {
                boolean own = !newsletter.topics().isEmpty();
                terminal.out().println(newsletter.id() + (own ? "" : "  (it names no topics, so these are built in)"));
                for (Topic topic : app.topicsOf(newsletter)) {
                    terminal.out().printf("  %-20s %s%n", topic.id(), topic.title());
                }
            }
        }
        return Main.DONE;
    }

    /** Proposes keywords for a topic. */
    @Command(
            name = "suggest",
            description = "Proposes keywords for a topic, out of the articles that were read in the last sixty days.",
            mixinStandardHelpOptions = true)
    static final class Suggest implements Callable<Integer> {
        @Mixin
        private final Options options;

        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "NEWSLETTER", description = "The newsletter's id.")
        private String newsletter = "";

        @Parameters(index = "1", paramLabel = "TOPIC", description = "The topic's id.")
        private String topic = "";

        Suggest(Options options, Terminal terminal) {
            this.options = options;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Configuration configuration = options.configuration();
            Newsletter chosen =
                    options.newsletters(configuration, List.of(newsletter)).get(0);
            try (App app = options.app(configuration, Clock.systemUTC())) {
                List<Topic> topics = app.topicsOf(chosen);
                Topic wanted = topics.stream()
                        .filter(some -> some.id().equals(topic))
                        .findFirst()
                        .orElseThrow(() -> new WrongCommandLine("there is no topic '" + topic + "' in " + newsletter
                                + "; its topics are "
                                + String.join(
                                        ", ", topics.stream().map(Topic::id).toList())));
                return show(app.suggestions(chosen, wanted));
            }
        }

        private Integer show(List<Suggestion> suggestions) {
            PrintStream out = terminal.out();
            if (suggestions.isEmpty()) {
                terminal.err()
                        .println("no keyword stands out yet; read more of the feeds with `broadsheet preview`, or give"
                                + " the topic a first keyword");
                return Main.FAILED;
            }
            out.printf("%-24s %8s %s%n", "keyword", "articles", "of them in the topic");
            for (Suggestion suggestion : suggestions) {
                out.printf(
                        Locale.ROOT,
                        "%-24s %8d %3.0f %%%n",
                        Terminal.printable(suggestion.keyword()),
                        suggestion.articles(),
                        100 * suggestion.share());
            }
            return Main.DONE;
        }
    }
}
