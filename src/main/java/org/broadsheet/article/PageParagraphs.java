package org.broadsheet.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Goes through the texts that are left, line by line, and takes those that are the article's. */
final class PageParagraphs {
    private static final Pattern WORD = Pattern.compile(" ");
    private static final int LINK_LINE = 250;
    private static final int SHORT_LINE = 100;

    private final PageTree tree;
    private final PageTitle title;
    private final ArticleRoot.Found found;

    PageParagraphs(PageTree tree, PageTitle title, ArticleRoot.Found found) {
        this.tree = tree;
        this.title = title;
        this.found = found;
    }

    /** The blocks of the text, in order. */
    List<PageBlock> take() {
        for (int i = found.box().from(); i < found.box().to(); i++) {
            PageBlock block = tree.blocks().get(i);
            if (!block.isDropped() && isClutter(block, i)) {
                block.drop();
            }
        }
        for (int i = found.box().from(); i < found.box().to(); i++) {
            PageBlock block = tree.blocks().get(i);
            if (!block.isDropped() && isLabel(block, i)) {
                block.drop();
                dropRun(i + 1, block);
            }
        }
        List<PageBlock> live = tree.in(found.box()).stream()
                .filter(block -> !block.isDropped())
                .collect(Collectors.toList());
        return withoutRepetition(withoutLooseHeads(live));
    }

    private boolean isClutter(PageBlock block, int at) {
        String text = block.text;
        boolean item = block.box.isIn("li");
        if (block.isDoubtful()) {
            return true;
        }
        if ((ClutterPhrases.isLine(text) && !item) || isLink(block)) {
            return true;
        }
        boolean fewWords = text.length() <= (block.endsSentence() ? 70 : 140);
        boolean pointer = !block.isHeading() && ClutterPhrases.isPointer(text);
        if ((pointer && (block.linked >= 0.25 || fewWords)) || ClutterPhrases.isRequest(text)) {
            return true;
        }
        if (block.isHeading()) {
            return block.linked >= 0.5 || (at < found.first() && !isRightBefore(at)) || at > found.last();
        }
        return !block.isProse() && !item && !isFullOfLinks(block) && (block.linked >= 0.5 || isLoose(block, at));
    }

    /** A paragraph that tells what else was told. */
    private boolean isFullOfLinks(PageBlock block) {
        return block.text.length() >= 80
                && block.endsSentence()
                && ArticleRoot.kind(block).equals(found.paragraph())
                && found.isFlow(block.container());
    }

    private static boolean isLink(PageBlock block) {
        return block.linked >= (block.text.length() <= SHORT_LINE ? 0.55 : 0.8) && block.text.length() <= LINK_LINE;
    }

    /** A subhead may come before the first paragraph, but nothing between them. */
    private boolean isRightBefore(int at) {
        for (int i = at + 1; i < found.first(); i++) {
            if (!tree.blocks().get(i).isDropped()) {
                return false;
            }
        }
        return at >= title.to();
    }

    /** A few words that are no sentence, and no paragraph either. */
    private boolean isLoose(PageBlock block, int at) {
        String text = block.text;
        boolean quote = block.box.isIn("blockquote");
        boolean outside = at < found.first() || at > found.last();
        boolean told = text.length() >= 8 && block.endsSentence();
        boolean kind = ArticleRoot.kind(block).equals(found.paragraph());
        boolean flowing = found.isFlow(block.container());
        if (outside) {
            return !told || !(quote || (kind && flowing && at > found.last()));
        }
        boolean misplaced = !quote && (!kind || (!flowing && !told)) && !block.box.isIn("li");
        return misplaced || text.chars().noneMatch(Character::isLetter);
    }

    private boolean isLabel(PageBlock block, int at) {
        if ((block.isProse() && !block.isHeading() && !block.bold) || block.box.isIn("li")) {
            return false;
        }
        boolean subhead = block.isHeading() && WORD.split(block.text, -1).length >= 4 && isFollowedByText(at);
        return (!subhead && ClutterPhrases.isSureLabel(block.text))
                || (ClutterPhrases.isLabel(block.text) && !isFollowedByText(at));
    }

    private boolean isFollowedByText(int at) {
        if (at + 1 < tree.blocks().size()) {
            PageBlock next = tree.blocks().get(at + 1);
            if (next.isDropped() && !next.box.isIn("figure")) {
                return false;
            }
        }
        for (int i = at + 1; i <= found.last(); i++) {
            PageBlock next = tree.blocks().get(i);
            if (!next.isDropped()) {
                return next.isProse() && found.isFlow(next.container());
            }
        }
        return false;
    }

    /** What a label heads: lists, and texts that lead elsewhere; up to the next paragraph of the flow. */
    private void dropRun(int from, PageBlock label) {
        for (int i = from; i < found.box().to(); i++) {
            PageBlock block = tree.blocks().get(i);
            if (block.isDropped()) {
                continue;
            }
            boolean paragraph = block.isProse()
                    && block.box.heading() == 0
                    && !block.box.isIn("li")
                    && found.isFlow(block.container())
                    && block.linked < 0.5
                    && !(label.box.parent() == block.box.parent() && isTeaser(block, i));
            if (paragraph || (block.isHeading() && block.box.heading() <= level(label))) {
                return;
            }
            block.drop();
        }
    }

    /** A few words right after a line that is a link. */
    private boolean isTeaser(PageBlock block, int at) {
        PageBlock before = tree.blocks().get(at - 1);
        boolean beside = before.box.parent() == block.box.parent();
        return beside && before.isDropped() && before.linked >= 0.8 && block.text.length() < 160;
    }

    private static int level(PageBlock label) {
        return label.isHeading() ? label.box.heading() : 6;
    }

    /** A subhead stands before text. */
    private static List<PageBlock> withoutLooseHeads(List<PageBlock> live) {
        List<PageBlock> kept = new ArrayList<>();
        int level = 0;
        for (int i = live.size() - 1; i >= 0; i--) {
            PageBlock block = live.get(i);
            boolean loose = kept.isEmpty() && block.bold && !block.endsSentence() && block.text.length() <= 100;
            boolean head = block.isHeading();
            boolean heads = level > 0 ? level > block.box.heading() : !kept.isEmpty();
            if (head ? heads : !loose) {
                kept.add(block);
                level = head ? block.box.heading() : 0;
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Pull quotes say again what the text says; some pages hold a text twice, for large and for small screens. */
    private List<PageBlock> withoutRepetition(List<PageBlock> live) {
        String whole = live.stream()
                .filter(block -> block.isProse() && !block.box.isIn("blockquote"))
                .map(block -> PageTitle.key(block.text))
                .collect(Collectors.joining("\n"));
        Set<String> seen = new HashSet<>();
        List<PageBlock> kept = new ArrayList<>();
        int quotes = 0;
        for (PageBlock block : live) {
            String key = PageTitle.key(block.text);
            boolean quote = block.box.isIn("blockquote") || (block.isHeading() && key.length() >= 40);
            boolean again = quote && key.length() >= 15 && quotes++ < 100 && whole.contains(key);
            boolean twice = key.length() >= 30 && !seen.add(key);
            if (!again && !twice && !isTitle(key)) {
                kept.add(block);
            }
        }
        return kept;
    }

    private boolean isTitle(String key) {
        return key.equals(PageTitle.key(title.text()));
    }
}
