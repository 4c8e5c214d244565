package org.broadsheet.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the texts of a page with the one it keeps for machines.
 *
 * <p>That one is a witness, no more: it is often cut after some sentences, and often holds the captions and teasers as
 * well. What it lacks from the midst of what it has is most likely not the article's.
 */
final class ToldTwice {
    private static final int SHORTEST = 200;
    private static final int SHORTEST_BLOCK = 30;

    /** Beyond these, comparing would take longer than it is worth. */
    private static final int LONGEST = 100_000;

    private static final int MOST_BLOCKS = 2_000;

    private final String body;
    private final String key;
    private final PageTree tree;
    private final Set<PageBlock> matched = new LinkedHashSet<>();
    private int first = -1;
    private int last = -1;

    ToldTwice(PageHints hints, PageTree tree) {
        this.body = hints.body();
        this.key = PageTitle.key(body);
        this.tree = tree;
        if (key.length() >= SHORTEST && key.length() <= LONGEST) {
            match();
        }
    }

    private void match() {
        int compared = 0;
        for (int i = 0; i < tree.blocks().size() && compared < MOST_BLOCKS; i++) {
            PageBlock block = tree.blocks().get(i);
            compared += block.isProse() ? 1 : 0;
            if (block.isProse() && isTold(block)) {
                matched.add(block);
                first = first < 0 ? i : first;
                last = i;
            }
        }
    }

    private boolean isTold(PageBlock block) {
        String own = PageTitle.key(block.text);
        return own.length() >= SHORTEST_BLOCK && key.contains(own);
    }

    private double covered(Stream<PageBlock> blocks) {
        long length =
                blocks.mapToLong(block -> PageTitle.key(block.text).length()).sum();
        return key.isEmpty() ? 0 : (double) length / key.length();
    }

    /** Brings back what its name sent away, if that was nearly all; before the article is looked for. */
    void rescue() {
        if (covered(matched.stream()) >= 0.75 && covered(matched.stream().filter(block -> !block.isDropped())) < 0.5) {
            matched.forEach(PageBlock::keep);
        }
    }

    /** Marks what is told here only, in the midst of what is told twice. */
    void doubt() {
        if (covered(matched.stream()) < 0.75) {
            return;
        }
        List<PageBlock> doubtful = new ArrayList<>();
        int weight = 0;
        int sure = 0;
        for (int i = first; i <= last; i++) {
            PageBlock block = tree.blocks().get(i);
            if (!block.isDropped() && block.isProse() && !block.box.isIn("li") && !block.box.isIn("blockquote")) {
                boolean told = matched.contains(block);
                weight += told ? 0 : block.prose();
                sure += told ? block.prose() : 0;
                if (!told) {
                    doubtful.add(block);
                }
            }
        }
        if (weight < sure * 0.4) {
            doubtful.forEach(PageBlock::doubt);
        }
    }

    /** The text for machines as paragraphs, where the page shows none of it; empty when there is little of it. */
    List<String> paragraphs() {
        if (key.length() < SHORTEST || covered(matched.stream()) >= 0.3) {
            return List.of();
        }
        return body.lines()
                .map(CleanText::oneLine)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
