package org.broadsheet.feed.repair;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes attributes as XML wants them: each once, with a value, in straight quotes. */
final class Attributes {
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_:.-]*+";
    private static final Pattern START = Pattern.compile("<(" + NAME + ")");
    // Possessive, since a tag of a hostile feed may have a million attributes.
    private static final Pattern SOUND =
            Pattern.compile("<" + NAME + "(?:\\s++" + NAME + "\\s*+=\\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+\\s*+/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(" + NAME + ")\\s*+"
                    + "(?:=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|[\u201c\u201d\"']?+([^\\s\"'>\u201c\u201d]*+)[\u201c\u201d\"']?+))?+");

    private Attributes() {}

    static String quote(String text) {
        return Segments.mend(text, (kind, piece) -> kind == Segments.Kind.TAG ? quoteTag(piece) : piece);
    }

    private static String quoteTag(String tag) {
        Matcher start = START.matcher(tag);
        if (!start.lookingAt()) {
            return tag;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        int found = read(tag, start.end(), attributes);
        boolean sound = found == attributes.size() && SOUND.matcher(tag).matches();
        return sound ? tag : start.group() + written(attributes) + end(tag);
    }

    /** Adds the attributes of a start tag to a map, of each name the first, and gives how many there are. */
    static int read(String tag, int from, Map<String, String> attributes) {
        Matcher matcher = ATTRIBUTE.matcher(tag).region(from, Math.max(from, tag.length() - end(tag).length()));
        int found = 0;
        while (matcher.find()) {
            attributes.putIfAbsent(matcher.group(1), value(matcher));
            found++;
        }
        return found;
    }

    private static String value(Matcher attribute) {
        for (int group = 2; group <= 4; group++) {
            if (attribute.group(group) != null) {
                return attribute.group(group);
            }
        }
        return attribute.group(1);
    }

    private static String written(Map<String, String> attributes) {
        StringBuilder written = new StringBuilder();
        attributes.forEach((name, value) -> {
            char quote = value.indexOf('"') < 0 ? '"' : '\'';
            written.append(' ').append(name).append('=').append(quote);
            written.append(value.replace("<", "&lt;")).append(quote);
        });
        return written.toString();
    }

    private static String end(String tag) {
        return tag.endsWith("/>") ? "/>" : tag.endsWith(">") ? ">" : "";
    }
}
