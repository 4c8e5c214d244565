package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Gathers the text between two borders of blocks, and how much of it is linked or bold. */
final class TextRun {
    private static final Set<String> BOLD = Set.of("b", "strong");
    private static final Pattern LINE = Pattern.compile("\u0000");

    /** Lines as long as this, each a sentence, are paragraphs whose writer knew no other way. */
    private static final int PARAGRAPH = 80;

    private final StringBuilder text = new StringBuilder();
    private int links;
    private int bolds;
    private int letters;
    private int linked;
    private int bold;
    private boolean broken;

    /**
     * A text.
     *
     * @param linked the share that is a link
     */
    record Text(String text, double linked, boolean bold) {}

    void add(String some) {
        int count = 0;
        for (int i = 0; i < some.length(); i++) {
            count += Character.isLetterOrDigit(some.charAt(i)) ? 1 : 0;
        }
        text.append(some.replace('\u0000', ' '));
        letters += count;
        linked += links > 0 ? count : 0;
        bold += bolds > 0 ? count : 0;
        broken &= some.isBlank();
    }

    /** Whether the last that came was a line break. */
    boolean isBroken() {
        return broken;
    }

    void addBreak() {
        text.append('\u0000');
        broken = true;
    }

    void enter(Element element, String tag) {
        links += isLink(element, tag) ? 1 : 0;
        bolds += BOLD.contains(tag) ? 1 : 0;
    }

    void leave(Element element) {
        String tag = element.normalName();
        links -= isLink(element, tag) ? 1 : 0;
        bolds -= BOLD.contains(tag) ? 1 : 0;
    }

    private static boolean isLink(Element element, String tag) {
        return tag.equals("a") && element.hasAttr("href");
    }

    /**
     * What was gathered; the next text begins.
     *
     * @param mayBeSeveral whether lines may be paragraphs
     */
    List<Text> end(boolean mayBeSeveral) {
        double share = letters == 0 ? 0 : (double) linked / letters;
        boolean strong = letters > 0 && bold >= letters * 0.95;
        List<Text> texts = new ArrayList<>();
        for (String one : split(mayBeSeveral)) {
            String clean = CleanText.oneLine(one);
            if (!clean.isEmpty()) {
                texts.add(new Text(clean, share, strong));
            }
        }
        text.setLength(0);
        letters = 0;
        linked = 0;
        bold = 0;
        broken = false;
        return texts;
    }

    private List<String> split(boolean mayBeSeveral) {
        String whole = text.toString();
        if (mayBeSeveral && whole.indexOf('\u0000') >= 0) {
            List<String> lines = LINE.splitAsStream(whole)
                    .map(CleanText::oneLine)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.stream()
                    .allMatch(line ->
                            line.length() >= PARAGRAPH && ".!?\"”“»…".indexOf(line.charAt(line.length() - 1)) >= 0)) {
                return lines;
            }
        }
        return List.of(whole.replace('\u0000', ' '));
    }
}
