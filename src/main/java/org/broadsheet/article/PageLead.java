package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the sentences between the title of an article and its text. */
final class PageLead {
    private static final int SHORTEST = 40;
    private static final int LONGEST = 900;

    /** So many lines may stand between the title and the lead: date, byline, caption. */
    private static final int FARTHEST = 30;

    private final PageTree tree;
    private final PageTitle title;
    private final String description;
    private final ArticleRoot.Found found;

    PageLead(PageTree tree, PageTitle title, PageHints hints, ArticleRoot.Found found) {
        this.tree = tree;
        this.title = title;
        this.found = found;
        this.description = PageTitle.key(hints.description());
    }

    /**
     * The lead, which is taken out of the paragraphs if it is the first of them.
     *
     * @param paragraphs of the text; changed
     */
    String take(List<PageBlock> paragraphs) {
        PageBlock first = paragraphs.get(0);
        if (paragraphs.size() >= 3
                && !first.isHeading()
                && first.text.length() <= LONGEST
                && (isNamed(first) || isBoldLead(first) || isApart(first, paragraphs.get(1)))) {
            paragraphs.remove(0);
            return first.text;
        }
        String below = before(tree.blocks().indexOf(first), paragraphs);
        return below.isEmpty() ? aboveTitle() : below;
    }

    /** Whether it stands outside of where the text flows, and the text begins right after it. */
    private boolean isApart(PageBlock first, PageBlock second) {
        return first.isProse()
                && !found.isFlow(first.container())
                && found.isFlow(second.container())
                && first.container().holds(found.first());
    }

    private boolean isBoldLead(PageBlock block) {
        return block.bold && block.text.length() >= 80 && block.endsSentence() && !block.text.endsWith("?");
    }

    private String before(int until, List<PageBlock> paragraphs) {
        List<PageBlock> found = new ArrayList<>();
        int end = title.from() < 0 ? 0 : Math.min(until, title.to() + FARTHEST);
        for (int i = title.to(); i < end && found.size() < 3; i++) {
            PageBlock block = tree.blocks().get(i);
            boolean told = paragraphs.stream().anyMatch(some -> some.text.equals(block.text));
            boolean goesOn = found.isEmpty() || found.get(0).box.parent() == block.box.parent();
            if (!told && goesOn && isLead(block)) {
                found.add(block);
            } else if (!found.isEmpty()) {
                break;
            }
        }
        return found.stream().map(block -> block.text).distinct().collect(Collectors.joining(" "));
    }

    /** Some say it above the title, in the same header. */
    private String aboveTitle() {
        if (title.from() <= 0) {
            return "";
        }
        PageBlock above = tree.blocks().get(title.from() - 1);
        PageBox head = tree.blocks().get(title.from()).box.parent();
        boolean beside = head != null && head.holds(title.from() - 1);
        return beside && isLead(above) && (isNamed(above) || isDescription(above.text)) ? above.text : "";
    }

    private boolean isLead(PageBlock block) {
        String text = block.text;
        if (text.length() < SHORTEST || text.length() > LONGEST || block.linked > 0.5 || isAside(block)) {
            return false;
        }
        if (ClutterPhrases.isLine(text)
                || ClutterPhrases.isLabel(text)
                || ClutterPhrases.isRequest(text)
                || ClutterPhrases.isPointer(text)) {
            return false;
        }
        return isNamed(block) || isDescription(text) || (block.endsSentence() && isBesideTitle(block));
    }

    private boolean isNamed(PageBlock block) {
        PageBox box = block.box;
        for (int i = 0; i < 3 && box != null && box.to() - box.from() <= 2; i++) {
            if (box.names().lead()) {
                return true;
            }
            box = box.parent();
        }
        return false;
    }

    private boolean isDescription(String text) {
        String key = PageTitle.key(text);
        int length = Math.min(60, Math.min(key.length(), description.length()));
        return length >= 30 && key.substring(0, length).equals(description.substring(0, length));
    }

    /** In the same small box as the title, or in its header. */
    private boolean isBesideTitle(PageBlock block) {
        PageBox head = tree.blocks().get(title.from()).box;
        if (head.parent() == block.container()
                && (block.isProse() || (block.isHeading() && block.text.length() >= 60))) {
            return true;
        }
        for (int i = 0; i < 3 && head != null; i++) {
            if (head.holds(tree.blocks().indexOf(block))) {
                return head.tag().equals("header") || head.tag().equals("hgroup") || head.to() - head.from() <= 6;
            }
            head = head.parent();
        }
        return false;
    }

    private boolean isAside(PageBlock block) {
        for (PageBox box = block.box; box != null; box = box.parent()) {
            boolean strong = (box.names().strong() && !box.names().lead()) || box.traits().aside;
            boolean tag = box.tag().equals("aside")
                    || box.tag().equals("nav")
                    || box.tag().equals("figure")
                    || box.tag().equals("form");
            if ((strong || tag) && !box.holds(title.from())) {
                return true;
            }
        }
        return false;
    }
}
