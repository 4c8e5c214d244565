package org.broadsheet.article;

import java.util.List;

/** Drops what readers say below an article; there is often more of it than of the article. */
final class TalkPruner {
    private final PageTree tree;
    private final int begins;

    /** @param begins the first block of the article's text; -1 when that is not known */
    TalkPruner(PageTree tree, int begins) {
        this.tree = tree;
        this.begins = begins;
    }

    void prune() {
        dropTalk();
        dropPosts();
    }

    /** Readers' comments: from their heading to the end of what it heads, and whatever can be answered. */
    private void dropTalk() {
        for (int i = Math.max(begins, 0); i < tree.blocks().size(); i++) {
            PageBlock block = tree.blocks().get(i);
            if (block.isDropped()) {
                continue;
            }
            boolean head = (block.isHeading() || block.bold || block.box.tag().equals("legend")) && block.linked < 0.5;
            if (head && i > begins && ClutterPhrases.headsTalk(block.text)) {
                dropFrom(i);
            } else if (i > begins && ClutterPhrases.isReply(block.text)) {
                dropItem(block, i);
            }
        }
    }

    /** The widest box that begins with this block and has no article in it; and what follows in the box around. */
    private void dropFrom(int first) {
        PageBox widest = tree.blocks().get(first).box;
        for (PageBox outer = widest.parent();
                outer != null && outer.from() >= first - 1 && !outer.holds(begins);
                outer = outer.parent()) {
            widest = outer;
        }
        PageBox around = widest.parent();
        int end = around == null ? widest.to() : around.to();
        for (int i = first; i < end; i++) {
            tree.blocks().get(i).drop();
        }
    }

    /** The item that a reply belongs to: as wide as it gets without another one. */
    private void dropItem(PageBlock reply, int at) {
        PageBox item = reply.box;
        for (PageBox outer = item.parent();
                outer != null && !outer.holds(begins) && replies(outer, reply.text) <= 1; ) {
            item = outer;
            outer = outer.parent();
        }
        if (!item.holds(begins)) {
            tree.drop(item);
        }
        tree.blocks().get(at).drop();
    }

    private long replies(PageBox box, String reply) {
        List<PageBlock> inside = tree.in(box);
        return inside.size() > 200
                ? 2
                : inside.stream().filter(block -> block.text.equals(reply)).count();
    }

    /** Several boxes side by side, each with a name above what is told, and something to click below: comments. */
    private void dropPosts() {
        for (PageBox box : tree.boxes()) {
            if (box.boxes().size() >= 3 && begins >= 0 && box.from() > begins) {
                long posts = box.boxes().stream().filter(this::isPost).count();
                if (posts >= 3 && posts * 2 > box.boxes().size()) {
                    tree.drop(box);
                }
            }
        }
    }

    private boolean isPost(PageBox box) {
        if (box.to() - box.from() < 3) {
            return false;
        }
        PageBlock head = tree.blocks().get(box.from());
        PageBlock end = tree.blocks().get(box.to() - 1);
        return isShort(head) && isShort(end) && tree.told(box) > 0;
    }

    private static boolean isShort(PageBlock block) {
        return !block.isProse() && !block.isHeading() && block.text.length() <= 80;
    }
}
