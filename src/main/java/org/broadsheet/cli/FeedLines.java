package org.broadsheet.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.config.Feed;
import org.broadsheet.feed.FeedState;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.feed.repair.Repair;

/** Tells an admin how a feed stands: its name, then what there is to know, each on a line of its own. */
final class FeedLines {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FeedLines() {}

    static List<String> of(Feed feed, Optional<FeedState> known) {
        List<String> lines = new ArrayList<>();
        String name = feed.name()
                .or(() -> known.map(FeedState::title).filter(title -> !title.isEmpty()))
                .map(Terminal::printable)
                .orElse("");
        lines.add((name + "  " + FeedUrls.shown(feed.url())).strip());
        known.ifPresentOrElse(state -> describe(state, lines), () -> lines.add("    never read"));
        return lines;
    }

    private static void describe(FeedState state, List<String> lines) {
        state.readAt()
                .ifPresent(at -> lines.add("    " + state.format() + ", " + state.entries() + " entries, read "
                        + time(at) + (state.checkedAt().isAfter(at) ? ", asked " + time(state.checkedAt()) : "")));
        if (!state.repairs().isEmpty()) {
            lines.add("    repaired: " + repairs(state.repairs()));
        }
        state.movedTo().ifPresent(to -> lines.add("    found at " + to + " now; write that instead"));
        trouble(state).ifPresent(text -> lines.add("    " + text));
        state.patience()
                .notBefore()
                .filter(until -> state.problem().isPresent())
                .ifPresent(until -> lines.add("    not asked before " + time(until)));
    }

    /** What is wrong, and since when; empty when all is well. */
    static Optional<String> trouble(FeedState state) {
        return state.problem()
                .map(problem -> state.patience()
                                .failingSince()
                                .map(since -> "fails since " + time(since) + ": ")
                                .orElse("fails: ")
                        + Terminal.printable(problem));
    }

    /** Repairs with their reasons, for people. */
    static String repairs(List<Repair> repairs) {
        return repairs.stream()
                .map(repair -> "it " + repair.reason() + " (" + repair.label() + ")")
                .collect(Collectors.joining("; "));
    }

    /** An instant as it is told. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
