package org.broadsheet.topic;

import java.util.List;
import java.util.Set;

/**
 * A keyword as it is looked for.
 *
 * @param text as the admin wrote it
 * @param terms of its words; empty when it is made of stop words alone
 * @param acronym whether it is written in capitals only, such as KI or EU, and must be found so
 */
record Keyword(String text, List<String> terms, boolean acronym) {
    /** Shorter words start and end too many others: "Ball" is no part of "Balkon". */
    private static final int SHORTEST_IN_COMPOUND = 5;

    /** German writes "Windkraft" also as "Windkraftausbau"; the end of a compound says what it is. */
    private static final double AT_END = 0.7;

    /** Not every plural is known to the stemmers, such as that of "Passkey" in German. */
    private static final double INFLECTED = 0.9;

    private static final double AT_START = 0.6;
    private static final double INSIDE = 0.3;
    private static final int LONGEST_ACRONYM = 5;

    Keyword {
        terms = List.copyOf(terms);
    }

    static Keyword of(String text, List<String> terms) {
        boolean capitals = text.length() > 1
                && text.length() <= LONGEST_ACRONYM
                && text.matches("[\\p{Lu}\\p{N}]*\\p{Lu}[\\p{Lu}\\p{N}]*");
        return new Keyword(text, terms, capitals);
    }

    /**
     * How often the keyword is found in a text; found as a part of a longer word, it counts less.
     *
     * @param words of the text as they are written
     */
    double in(List<String> textTerms, Set<String> words) {
        if (acronym || terms.isEmpty()) {
            return words.contains(text) ? 1 : 0;
        }
        double found = 0;
        for (int from = 0; from + terms.size() <= textTerms.size(); from++) {
            found += at(from, textTerms);
        }
        return found;
    }

    private double at(int from, List<String> textTerms) {
        double match = 1;
        for (int i = 0; i < terms.size() && match > 0; i++) {
            match = Math.min(match, term(terms.get(i), textTerms.get(from + i)));
        }
        return match;
    }

    private double term(String wanted, String found) {
        if (found.equals(wanted)) {
            return 1;
        }
        if (text.length() < SHORTEST_IN_COMPOUND) {
            return 0;
        }
        if (found.length() == wanted.length() + 1) {
            return wanted.length() >= SHORTEST_IN_COMPOUND && found.equals(wanted + "s") ? INFLECTED : 0;
        }
        if (found.endsWith(wanted)) {
            return AT_END;
        }
        if (wanted.length() < SHORTEST_IN_COMPOUND) {
            return 0;
        }
        return found.startsWith(wanted) ? AT_START : found.contains(wanted) ? INSIDE : 0;
    }
}
