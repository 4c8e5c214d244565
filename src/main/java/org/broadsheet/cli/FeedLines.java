package org.broadsheet.cli;

import java.time.Duration;
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

    /** With the two columns that a list is set in. */
    private static final int WIDTH = 98;

    private FeedLines() {}

    static List<String> of(Feed feed, Optional<FeedState> known, Instant now) {
        String name = feed.name()
                .or(() -> known.map(FeedState::title).filter(title -> !title.isEmpty()))
                .map(Terminal::printable)
                .orElse("");
        List<String> lines = new ArrayList<>(List.of((name + "  " + FeedUrls.shown(feed.url())).strip()));
        known.map(state -> describe(state, now))
                .orElse(List.of("never read"))
                .forEach(fact -> lines.addAll(wrapped(fact)));
        return lines;
    }

    private static List<String> describe(FeedState state, Instant now) {
        List<String> facts = new ArrayList<>();
        state.readAt().ifPresent(at -> facts.add(read(state, at, now)));
        if (!state.repairs().isEmpty()) {
            facts.add("repaired: " + repairs(state.repairs()));
        }
        state.movedTo().ifPresent(to -> facts.add("found at " + to + " now; write that instead"));
        trouble(state).ifPresent(facts::add);
        state.patience()
                .notBefore()
                .filter(until -> state.problem().isPresent())
                .ifPresent(until -> facts.add("not asked before " + time(until)));
        return facts;
    }

    private static String read(FeedState state, Instant at, Instant now) {
        String entries = Amount.of(state.entries(), "entry", "entries");
        String asked = state.checkedAt().isAfter(at) ? "; asked " + ago(state.checkedAt(), now) : "";
        return state.format() + ", " + entries + ", read " + ago(at, now) + " (" + time(at) + ")" + asked;
    }

    /** How long ago, as people say it. */
    private static String ago(Instant at, Instant now) {
        long minutes = Math.max(0, Duration.between(at, now).toMinutes());
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 120) {
            return minutes + " min ago";
        }
        return minutes < 48 * 60 ? minutes / 60 + " hours ago" : minutes / (24 * 60) + " days ago";
    }

    /** On lines that fit; a long address stays in one piece. */
    private static List<String> wrapped(String fact) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("   ");
        for (String word : fact.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder("     ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
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
