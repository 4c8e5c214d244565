package org.broadsheet.cli;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.config.Configuration;
import org.broadsheet.subscriber.ListFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which subscribers are wanted. */
final class SubscriberChoice {
    private static final Set<String> STATES =
            new TreeSet<>(Set.of("confirmed", "removed", "unsubscribed", ListFilter.SUPPRESSED));

    @Option(names = "--newsletter", paramLabel = "ID", description = "Only of this newsletter.")
    private @Nullable String newsletter;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only in this state: confirmed, removed, suppressed or unsubscribed.")
    private @Nullable String state;

    @Option(names = "--containing", paramLabel = "TEXT", description = "Only addresses that contain this text.")
    private @Nullable String containing;

    /** Refuses what can match nothing. */
    void check(Options options, Configuration configuration) {
        if (newsletter != null) {
            options.newsletter(configuration, newsletter);
        }
        if (state != null && !STATES.contains(state)) {
            throw new WrongCommandLine("--state: must be one of " + String.join(", ", STATES));
        }
    }

    ListFilter filter() {
        return new ListFilter(
                Optional.ofNullable(newsletter), Optional.ofNullable(state), Optional.ofNullable(containing));
    }
}
