package org.broadsheet.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the box that holds the article, and in it the boxes in which its paragraphs flow. */
final class ArticleRoot {
    /** What a box counts for the one around it: enough that an article in two halves is found whole. */
    private static final double OUTWARD = 0.72;

    private static final int CLIMB = 5;

    private final PageTree tree;
    private final PageTitle title;

    ArticleRoot(PageTree tree, PageTitle title) {
        this.tree = tree;
        this.title = title;
    }

    /**
     * Where the article is.
     *
     * @param box holds all of it, and more
     * @param flow the paths of the boxes right around its paragraphs
     * @param first the first block of the flow
     * @param last the last block of the flow
     * @param paragraph the path-less kind of most of its paragraphs
     */
    record Found(PageBox box, Set<Integer> flow, int first, int last, String paragraph) {
        boolean isFlow(PageBox some) {
            return flow.contains(some.path());
        }
    }

    /** Empty when nothing is told on the page. */
    @Nullable
    Found find() {
        Map<PageBox, Double> scores = scores();
        PageBox best = null;
        double most = 0;
        for (PageBox box : tree.boxes()) {
            double score = scores.getOrDefault(box, 0.0);
            if (score > most) {
                best = box;
                most = score;
            }
        }
        return best == null ? null : found(widen(earlier(best, scores)));
    }

    private Map<PageBox, Double> scores() {
        Map<PageBox, Double> scores = new HashMap<>();
        for (PageBlock block : tree.blocks()) {
            if (!block.isDropped() && block.isProse()) {
                double weight = block.prose() * (block.isDoubtful() ? 0.2 : 1);
                scores.merge(block.container(), weight, Double::sum);
            }
        }
        for (int i = tree.boxes().size() - 1; i >= 0; i--) {
            PageBox box = tree.boxes().get(i);
            double score = scores.getOrDefault(box, 0.0);
            PageBox parent = box.parent();
            if (parent != null && score > 0) {
                scores.merge(parent, score * OUTWARD, Double::sum);
            }
        }
        for (PageBox box : tree.boxes()) {
            if (box.traits().articleBody) {
                scores.computeIfPresent(box, (same, score) -> score * 1.6);
            } else if (box.names().body()) {
                scores.computeIfPresent(box, (same, score) -> score * 1.25);
            }
        }
        return scores;
    }

    /** Comments can be longer than what they are about; but they come after it, and have a name and a date each. */
    private PageBox earlier(PageBox best, Map<PageBox, Double> scores) {
        if (stamps(best) < 3) {
            return best;
        }
        PageBox first = null;
        double most = 200;
        for (PageBox box : tree.boxes()) {
            boolean before = box.from() >= title.to() && box.to() <= best.from();
            double score = scores.getOrDefault(box, 0.0);
            if (before && score >= most) {
                first = box;
                most = score;
            }
        }
        return first == null ? best : first;
    }

    private long stamps(PageBox box) {
        return tree.in(box).stream()
                .filter(block -> !block.isDropped() && ClutterPhrases.isLine(block.text))
                .count();
    }

    /** Takes in what stands around, as long as paragraphs of the same kind do. */
    private PageBox widen(PageBox start) {
        PageBox widest = start;
        String kind = kindOf(start);
        Set<Integer> flow = new HashSet<>();
        tree.in(start).stream()
                .filter(block -> !block.isDropped() && block.isProse())
                .forEach(block -> flow.add(block.container().path()));
        PageBox outer = start.parent();
        for (int i = 0; i < CLIMB && outer != null && !outer.tag().equals("html"); i++) {
            if (more(outer, widest, kind, flow)) {
                widest = outer;
            }
            outer = outer.parent();
        }
        return widest;
    }

    private boolean more(PageBox outer, PageBox inner, String kind, Set<Integer> flow) {
        int gained = 0;
        for (int i = outer.from(); i < outer.to(); i++) {
            PageBlock block = tree.blocks().get(i);
            if (inner.holds(i) || block.isDropped() || !block.isProse() || !kind.equals(kind(block))) {
                continue;
            }
            if (flow.contains(block.container().path())) {
                return true;
            }
            gained += block.prose() >= 30 && !isInTeaser(block, outer) ? block.prose() : 0;
        }
        return gained >= 60;
    }

    /** Whether a linked heading or a field stands beside it, in a box of its own. */
    private boolean isInTeaser(PageBlock block, PageBox outer) {
        for (PageBox box = block.box; box != null && box != outer; box = box.parent()) {
            if (box.to() - box.from() <= 6
                    && tree.in(box).stream().anyMatch(some -> some.linked > 0.8 && some.text.length() >= 15)) {
                return true;
            }
        }
        return false;
    }

    private String kindOf(PageBox box) {
        Map<String, Integer> kinds = new HashMap<>();
        for (PageBlock block : tree.in(box)) {
            if (!block.isDropped() && block.isProse()) {
                kinds.merge(kind(block), block.prose(), Integer::sum);
            }
        }
        return kinds.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    static String kind(PageBlock block) {
        return block.box.tag();
    }

    private @Nullable Found found(PageBox box) {
        Map<Integer, Integer> weights = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (PageBlock block : tree.in(box)) {
            if (!block.isDropped() && block.isProse()) {
                weights.merge(block.container().path(), block.prose(), Integer::sum);
                counts.merge(block.container().path(), 1, Integer::sum);
            }
        }
        int top = weights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<Integer> flow = new HashSet<>();
        weights.forEach((path, weight) -> {
            if (weight == top || (weight >= top * 0.25 && counts.getOrDefault(path, 0) >= 3)) {
                flow.add(path);
            }
        });
        return span(box, flow);
    }

    private @Nullable Found span(PageBox box, Set<Integer> flow) {
        int first = -1;
        int last = -1;
        for (int i = box.from(); i < box.to(); i++) {
            PageBlock block = tree.blocks().get(i);
            if (!block.isDropped()
                    && block.isProse()
                    && flow.contains(block.container().path())) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? null : new Found(box, flow, first, last, kindOf(box));
    }
}
