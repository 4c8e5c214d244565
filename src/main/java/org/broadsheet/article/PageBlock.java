package org.broadsheet.article;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One run of text of a page, as it stands in one block: a paragraph, a heading, an item, a caption, a button's label.
 *
 * <p>What is found to be no part of the article is dropped, and stays where it was.
 */
final class PageBlock {
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?…][\"'”“»«’‘)\\]]{0,2}(\\s?\\[?\\d{0,2}]?)?$|[:;][\"”“»]?$");
    private static final Pattern SENTENCES = Pattern.compile("\\p{L}{2,}[.!?…][\"”“»«’)]?(\\s|$)");

    final String text;
    final PageBox box;
    final double linked;
    final boolean bold;
    private final int prose;
    private @Nullable Boolean appeal;
    private boolean dropped;
    private boolean doubtful;

    /**
     * @param linked the share of the text that is a link
     * @param bold whether all of it is
     */
    PageBlock(String text, PageBox box, double linked, boolean bold) {
        this.text = text;
        this.box = box;
        this.linked = linked;
        this.bold = bold;
        this.prose = weigh();
    }

    boolean isHeading() {
        return box.heading() > 0;
    }

    /** Whether it ends like a sentence. */
    boolean endsSentence() {
        return SENTENCE_END.matcher(text).find();
    }

    /** How much telling there is in it; 0 for labels, headings and links. */
    int prose() {
        return prose;
    }

    boolean isProse() {
        return prose > 0;
    }

    private int weigh() {
        int length = text.length();
        if (isHeading() || linked > 0.6 || length < 25) {
            return 0;
        }
        boolean told = (length >= 60 && SENTENCES.matcher(text).find()) || (endsSentence() && text.indexOf(' ') > 0);
        if (!told && length < 140) {
            return 0;
        }
        // Long paragraphs tell more of where the article is than many short ones.
        int weight = Math.min(length, 700) - 50;
        return (int) Math.max(5, weight * (1 - linked));
    }

    /** Whether it asks something of the reader; found out once, since boxes stand in boxes. */
    boolean isAppeal() {
        Boolean known = appeal;
        if (known == null) {
            known = ClutterPhrases.isAppeal(text);
            appeal = known;
        }
        return known;
    }

    /** A box that holds but this text is the paragraph itself; what holds the paragraphs is above it. */
    PageBox container() {
        PageBox parent = box.parent();
        return box.isLeaf() && parent != null ? parent : box;
    }

    boolean isDropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
    }

    void keep() {
        dropped = false;
    }

    /** Whether the page's text for machines lacks it. */
    boolean isDoubtful() {
        return doubtful;
    }

    void doubt() {
        doubtful = true;
    }

    @Override
    public String toString() {
        return text;
    }
}
