package org.broadsheet.feed.repair;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frees a feed from what stands around it: warnings of the server's scripts, blank lines, the rest of a web page. */
final class Junk {
    /** The elements that a feed can begin with. */
    private static final Pattern ROOT =
            Pattern.compile("<((?:[\\w-]+:)?(?:rss|feed|rdf))(?=[\\s>/])", Pattern.CASE_INSENSITIVE);

    /** Where a feed lost its outermost element. */
    private static final Pattern INNER = Pattern.compile("<(channel|entry|item)(?=[\\s>/])", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROLOG = Pattern.compile(
            "(?:<\\?xml\\s[^>]*+>)?(?:\\s|<\\?(?!xml\\s)[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^\\[>]*+(?:\\[[^\\]]*+\\])?\\s*+>)*+");

    private Junk() {}

    static boolean holdsRoot(String text) {
        return ROOT.matcher(text).find() || INNER.matcher(text).find();
    }

    /** The feed alone; the text as it is when it holds none. */
    static String remove(String text) {
        Matcher root = ROOT.matcher(text);
        Matcher inner = INNER.matcher(text);
        boolean rooted = root.find();
        if (!rooted && !inner.find()) {
            return text;
        }
        int start = rooted ? root.start() : inner.start();
        int end = rooted ? end(text, root.group(1), start) : text.length();
        if (!rooted && !inner.group(1).equalsIgnoreCase("channel") && inner.find()) {
            return rootedAgain(text.substring(start), inner.group(1));
        }
        boolean clean = PROLOG.matcher(text).region(0, start).matches()
                && text.substring(end).isBlank();
        return clean ? text : text.substring(start, end);
    }

    /** Entries without anything around them; alone, one is its own root. */
    private static String rootedAgain(String entries, String name) {
        String root = name.equalsIgnoreCase("entry") ? "feed" : "channel";
        return "<" + root + ">" + entries + "</" + root + ">";
    }

    /** After the last end tag: an article about feeds may quote one. */
    private static int end(String text, String name, int start) {
        int found = text.lastIndexOf("</" + name);
        if (found < 0) {
            found = text.toLowerCase(Locale.ROOT).lastIndexOf("</" + name.toLowerCase(Locale.ROOT));
        }
        int closed = found < start ? -1 : text.indexOf('>', found);
        return closed < 0 ? text.length() : closed + 1;
    }
}
