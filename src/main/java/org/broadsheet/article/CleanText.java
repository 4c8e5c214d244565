package org.broadsheet.article;

import java.util.regex.Pattern;
import org.broadsheet.feed.FeedEntry.Markup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Turns what a feed wrote into plain text that can do no harm: no markup, no control, bidi or invisible characters. */
final class CleanText {
    /** Far more than any summary needs; a longer text is not worth parsing further. */
    private static final int LONGEST_READ = 200_000;

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]\\w*);");

    /** Controls, surrogates alone, private use, and format characters but for the joiners that scripts and emoji need. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cf}&&[^\u200c\u200d\\s]]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\h\\v]+");

    private CleanText() {}

    /** The text on one line, words separated by single spaces. */
    static String of(Markup markup) {
        String raw = markup.text().length() > LONGEST_READ ? markup.text().substring(0, LONGEST_READ) : markup.text();
        return oneLine(!markup.plain() && MARKUP.matcher(raw).find() ? textOf(Jsoup.parseBodyFragment(raw)) : raw);
    }

    /** Blocks and line breaks end words: {@code <p>a</p><p>b</p>} reads "a b". */
    private static String textOf(Document document) {
        document.select("script, style, noscript, template, iframe, object, svg")
                .forEach(Element::remove);
        return document.body().text();
    }

    /** Plain text on one line, without characters that do not show or that turn the direction of reading. */
    static String oneLine(String text) {
        String visible = UNWANTED.matcher(text).replaceAll("");
        return SPACE.matcher(visible).replaceAll(" ").strip();
    }
}
