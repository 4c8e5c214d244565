package org.broadsheet.config;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds passwords inside addresses, which no key's name gives away: {@code //name:password@} and {@code password=}. */
final class UrlSecrets {
    private static final Pattern SECRET =
            Pattern.compile("(?<=//)[^/@\\s\"']+(?=@)|(?<=[?&]password=)[^&\\s\"']+", Pattern.CASE_INSENSITIVE);

    private UrlSecrets() {}

    /** Where they stand in a text, as offsets of characters. */
    static Stream<int[]> in(String text) {
        return SECRET.matcher(text).results().map(found ->
                new int[] {text.codePointCount(0, found.start()), text.codePointCount(0, found.end())});
    }

    /** The text without them. */
    static String hidden(String text) {
        return SECRET.matcher(text).replaceAll("***");
    }

    /** Whether there is one. */
    static boolean isIn(String text) {
        return SECRET.matcher(text).find();
    }
}
