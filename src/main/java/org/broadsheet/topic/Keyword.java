package org.broadsheet.topic;

import java.util.List;
import java.util.Set;

/**
 * A keyword as it is looked for.
 *
 * @param text as the admin wrote it
 * @param stems of its words
 * @param acronym whether it is written in capitals only, such as KI or EU, and must be found so
 */
record Keyword(String text, List<String> stems, boolean acronym) {
    /** Shorter words start and end too many others: "Ball" is no part of "Balkon". */
    private static final int SHORTEST_IN_COMPOUND = 5;

    private static final double IN_COMPOUND = 0.6;
    private static final int LONGEST_ACRONYM = 5;

    Keyword {
        stems = List.copyOf(stems);
    }

    static Keyword of(String text, List<String> stems) {
        boolean capitals = text.length() <= LONGEST_ACRONYM && text.matches("[\\p{Lu}\\p{N}]*\\p{Lu}[\\p{Lu}\\p{N}]*");
        return new Keyword(text, stems, capitals);
    }

    /**
     * How well the keyword is found in a text: 1 as itself, less at the start or end of a longer word (German writes
     * "Windkraft" also as "Windkraftausbau"), 0 not at all.
     */
    double in(List<String> textStems, Set<String> words) {
        if (acronym) {
            return words.contains(text) ? 1 : 0;
        }
        double best = 0;
        for (int from = 0; from + stems.size() <= textStems.size() && best < 1; from++) {
            best = Math.max(best, at(from, textStems));
        }
        return stems.isEmpty() ? 0 : best;
    }

    private double at(int from, List<String> textStems) {
        double match = 1;
        for (int i = 0; i < stems.size() && match > 0; i++) {
            match = Math.min(match, word(stems.get(i), textStems.get(from + i)));
        }
        return match;
    }

    private double word(String wanted, String found) {
        if (found.equals(wanted)) {
            return 1;
        }
        boolean longer = found.length() > wanted.length() + 2 && text.length() >= SHORTEST_IN_COMPOUND;
        boolean starts = wanted.length() >= SHORTEST_IN_COMPOUND && found.startsWith(wanted);
        return longer && (starts || found.endsWith(wanted)) ? IN_COMPOUND : 0;
    }
}
