package org.broadsheet.article;

import java.util.regex.Pattern;
import org.broadsheet.feed.FeedEntry.Markup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Turns what a feed wrote into plain text that can do no harm: no markup, no control, bidi or invisible characters. */
final class CleanText {
    /** Far more than any summary needs; a longer text is not worth parsing further. */
    private static final int LONGEST_READ = 200_000;

    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\\w{1,30});");
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|" + ENTITY.pattern());

    /** What is no part of the text, but of the page around it. */
    private static final String AROUND = "script, style, noscript, template, iframe, object, embed, svg, form, button,"
            + " select, textarea, nav, figcaption, .wp-caption-text, .sr-only, .screen-reader-text, .visually-hidden,"
            + " [hidden], [aria-hidden=true], [style*=display:none], [style*=display: none], .feedflare, .sharedaddy,"
            + " .share-buttons, .sharing, .social-share, .addtoany_share_save_container, .shariff,"
            + " .jp-relatedposts, a.more-link, a.read-more, a.readmore, .mw-editsection";

    private static final String EMOJI = "img.emoji[alt], img.wp-smiley[alt], img[src*=/core/emoji/][alt]";

    /** Markup that says where words end; all else goes, and its text stays. */
    private static final Safelist SAFE = Safelist.relaxed()
            .removeTags("img")
            .addTags("article", "section", "header", "main", "aside", "figure", "hr");

    private CleanText() {}

    /** The text on one line, words separated by single spaces. */
    static String of(Markup markup) {
        String raw = markup.text().length() > LONGEST_READ ? markup.text().substring(0, LONGEST_READ) : markup.text();
        String text = markup.plain() ? raw : withoutMarkup(raw);
        // Entities that still show were escaped twice; nobody writes them for a reader.
        return oneLine(ENTITY.matcher(text).find() ? withoutKnownTags(Parser.unescapeEntities(text, false)) : text);
    }

    private static String withoutMarkup(String raw) {
        return MARKUP.matcher(raw).find() ? textOf(Jsoup.parseBodyFragment(raw)) : raw;
    }

    private static final Pattern KNOWN_TAG = Pattern.compile(
            "</?(p|br|b|i|em|strong|a|div|span|img|ul|ol|li|blockquote|h[1-6]|script|style|iframe)\\b[^<>]{0,2000}>",
            Pattern.CASE_INSENSITIVE);

    private static String withoutKnownTags(String decoded) {
        return KNOWN_TAG.matcher(decoded).find() ? textOf(Jsoup.parseBodyFragment(decoded)) : decoded;
    }

    /** Blocks and line breaks end words: {@code <p>a</p><p>b</p>} reads "a b". */
    private static String textOf(Document document) {
        document.select(EMOJI).forEach(image -> image.replaceWith(new TextNode(image.attr("alt"))));
        document.select(AROUND).forEach(Element::remove);
        return new Cleaner(SAFE).clean(document).body().text();
    }

    /** Plain text on one line, without characters that do not show or that turn the direction of reading. */
    static String oneLine(String text) {
        return VisibleText.of(text);
    }
}
