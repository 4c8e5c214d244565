package org.broadsheet.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** {@code ; did you mean "keywords"?}, or nothing when no candidate is near. */
    static String didYouMean(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(Suggestion::question).orElse("");
    }

    static String question(String candidate) {
        return "; did you mean \"" + candidate + "\"?";
    }

    /** The nearest candidate, when at most a third of its letters is wrong. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String lower = word.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= tolerance(candidate))
                .filter(candidate -> distanceTo(lower, candidate) <= tolerance(candidate))
                .min(Comparator.comparingInt((String candidate) -> distanceTo(lower, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int tolerance(String candidate) {
        return Math.max(1, candidate.length() / 3);
    }

    private static int distanceTo(String lower, String candidate) {
        return distance(lower, candidate.toLowerCase(Locale.ROOT));
    }

    /** Damerau-Levenshtein, each pair of letters swapped at most once: insertions, deletions, changes and swaps. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(int[][] cost, String left, String right, int i, int j) {
        int change = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
