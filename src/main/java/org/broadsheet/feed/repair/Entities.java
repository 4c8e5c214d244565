package org.broadsheet.feed.repair;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes out the characters that HTML has names for and XML has not. */
final class Entities {
    private static final Pattern NAMED = Pattern.compile("&([A-Za-z][A-Za-z0-9]{1,31});");
    private static final Set<String> DECLARED = Set.of("amp", "lt", "gt", "quot", "apos");

    private Entities() {}

    static String declareAll(String text) {
        return Segments.mend(text, (kind, piece) -> switch (kind) {
            case TEXT, TAG -> NAMED.matcher(piece).replaceAll(name -> Matcher.quoteReplacement(written(name)));
            case CDATA, OTHER -> piece;
        });
    }

    private static String written(MatchResult named) {
        String name = named.group(1);
        if (DECLARED.contains(name)) {
            return named.group();
        }
        String characters = org.jsoup.nodes.Entities.getByName(name);
        if (characters.isEmpty()) {
            return "&amp;" + name + ";";
        }
        // Names in capitals, such as &AMP;, are of those that stay escaped.
        return characters.equals("&") ? "&amp;" : characters.equals("<") ? "&lt;" : characters;
    }
}
