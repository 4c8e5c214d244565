package org.broadsheet.article;

import java.util.List;

/**
 * Drops the boxes between the paragraphs of an article that are none of it.
 *
 * <p>A box in which paragraphs flow is innocent unless its words betray it; any other box is kept only while nothing
 * speaks against it.
 */
final class BoxJudge {
    private static final int CAPTION = 300;
    private static final int INFOBOX = 700;

    private final PageTree tree;
    private final ArticleRoot.Found found;
    private final int all;

    BoxJudge(PageTree tree, ArticleRoot.Found found) {
        this.tree = tree;
        this.found = found;
        this.all = Math.max(1, tree.prose(found.box()));
    }

    void judge() {
        int until = 0;
        for (PageBox box : tree.boxes()) {
            boolean inside = found.box().holds(box) && box != found.box() && box.from() >= until;
            if (inside && !box.isLeaf() && isClutter(box)) {
                tree.drop(box);
                until = box.to();
            }
        }
    }

    private boolean isClutter(PageBox box) {
        Content content = new Content(tree.in(box));
        if (content.live.isEmpty()) {
            return false;
        }
        double share = (double) content.weight / all;
        if (share >= 0.5 || (share >= 0.25 && content.prose >= 4)) {
            return false;
        }
        if (content.headed(box.isList() ? 0 : 1) || ClutterPhrases.isSureLabel(box.traits().label)) {
            return true;
        }
        if (isPartOfList(box)) {
            return box.isList() && isClutterList(box, content);
        }
        if (box.tag().equals("blockquote")) {
            return (box.names().weak() && content.linked > 0) || content.linked > 0.5;
        }
        return holdsFlow(box) ? content.isAllAppeal() : isStrange(box, content);
    }

    private static boolean isPartOfList(PageBox box) {
        return box.isList()
                || box.tag().equals("li")
                || box.tag().equals("dd")
                || box.tag().equals("dt");
    }

    private boolean holdsFlow(PageBox box) {
        return tree.in(box).stream()
                .anyMatch(block -> !block.isDropped()
                        && block.isProse()
                        && found.flow().contains(block.container().path()));
    }

    private boolean isClutterList(PageBox list, Content content) {
        if (holdsFlow(list)) {
            return false;
        }
        PageBox parent = list.parent();
        boolean among = list.from() > found.first() && list.to() <= found.last() + 1;
        boolean told = content.length >= content.live.size() * 30 && content.linked < 0.3;
        boolean beside = parent != null && (found.isFlow(parent) || parent.tag().equals("li"));
        boolean introduced =
                list.from() > 0 && tree.blocks().get(list.from() - 1).text.endsWith(":");
        if (content.linked >= 0.5
                || (list.names().weak() && content.linked > 0.2)
                || (content.hasAppeal() && content.linked > 0.1)) {
            return true;
        }
        if (list.from() < found.first()) {
            return !told || !beside;
        }
        return !introduced && !told && !(among && beside);
    }

    /** Whether a box that is no part of the flow has anything against it. */
    private boolean isStrange(PageBox box, Content content) {
        if (content.prose == 0) {
            return !holdsTold(box);
        }
        if (box.tag().equals("table") || content.linked > 0.5) {
            return true;
        }
        boolean outside = box.to() <= found.first() || box.from() > found.last();
        if (outside && (content.prose < 2 || content.length < content.prose * 100)) {
            return true;
        }
        return content.prose <= 4 && hasHint(box, content);
    }

    /** Lists, quotes and subheads stand in boxes of their own, too. */
    private boolean holdsTold(PageBox box) {
        boolean among = box.to() >= found.first() && box.to() <= found.last();
        Content content = new Content(tree.in(box));
        return among
                && content.linked < 0.3
                && content.pictures(box) == 0
                && content.live.stream()
                        .filter(block -> !ClutterPhrases.isLine(block.text))
                        .allMatch(block -> block.isHeading() || block.box.isIn("li") || block.box.isIn("blockquote"));
    }

    private boolean hasHint(PageBox box, Content content) {
        PageBox.Traits traits = box.traits();
        boolean few = content.length <= CAPTION;
        return (box.names().weak() && !box.names().body() && content.prose <= 2)
                || content.hasAppeal()
                || content.calls > 0
                || (traits.pictures > 0 && few)
                || (traits.players > 0 && few)
                || traits.buttons > 0
                || traits.author
                || traits.controls > 0
                || isInfobox(box, content);
    }

    /** A heading smaller than those of the article, and a few sentences. */
    private boolean isInfobox(PageBox box, Content content) {
        PageBlock head = content.live.get(0);
        boolean small = !head.box.isIn("li")
                && (head.box.heading() >= 4
                        || (!head.isHeading() && (head.bold || !head.isProse()) && head.text.length() <= 80));
        return small
                && !box.tag().equals("section")
                && content.length <= INFOBOX
                && content.live.size() > 1
                && content.prose <= 3;
    }

    /** What is left in a box, counted. */
    private static final class Content {
        final List<PageBlock> live;
        int weight;
        int prose;
        int length;

        /** Short lines that are but a link, after other text. */
        int calls;

        double linked;

        Content(List<PageBlock> blocks) {
            live = blocks.stream().filter(block -> !block.isDropped()).toList();
            double links = 0;
            for (PageBlock block : live) {
                weight += block.prose();
                prose += block.isProse() ? 1 : 0;
                length += block.text.length();
                links += block.linked * block.text.length();
                calls += block.linked > 0.8 && block.text.length() <= 200 ? 1 : 0;
            }
            linked = length == 0 ? 0 : links / length;
        }

        boolean headed(int more) {
            PageBlock head = live.get(0);
            boolean line = !head.isProse() || head.isHeading() || head.bold;
            return live.size() > more
                    && line
                    && ClutterPhrases.isLabel(head.text)
                    && (live.size() <= 12 || ClutterPhrases.isSureLabel(head.text));
        }

        boolean hasAppeal() {
            return live.stream().anyMatch(PageBlock::isAppeal);
        }

        boolean isAllAppeal() {
            return prose > 0 && live.stream().filter(PageBlock::isProse).allMatch(PageBlock::isAppeal);
        }

        int pictures(PageBox box) {
            return box.traits().pictures;
        }
    }
}
