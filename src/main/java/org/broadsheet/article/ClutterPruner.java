package org.broadsheet.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops what calls itself something else than text, and the lists and forms that are built like what they are. */
final class ClutterPruner {
    private static final Set<String> ASIDE =
            Set.of("nav", "aside", "footer", "dialog", "menu", "figure", "figcaption", "address", "form", "search");

    /** So much of the telling must be in a box for it to hold the article, whatever its name. */
    private static final double MOST = 0.35;

    private static final int LONGEST_TEASER = 450;

    /** Of telling; most paragraphs of an article have more, most captions and appeals less. */
    private static final int LONG = 40;

    private final PageTree tree;
    private final PageTitle title;
    private final boolean byName;
    private final int all;
    private final int begins;

    /** @param byName whether names count; where they mislead, what is left is judged by how it is built */
    ClutterPruner(PageTree tree, PageTitle title, boolean byName) {
        this.tree = tree;
        this.title = title;
        this.byName = byName;
        this.begins = begin();
        this.all = proseFrom(title.to());
    }

    void prune() {
        dropBeforeTitle();
        dropNamed();
        dropOtherArticles();
        new TalkPruner(tree, begins).prune();
        dropLabelled();
        dropTeasers();
        dropForms();
    }

    /** Where the text begins: at the first long paragraph that no name speaks against, or the first short one. */
    private int begin() {
        int first = firstProse(LONG, true);
        first = first < 0 ? firstProse(1, true) : first;
        return first < 0 ? firstProse(LONG, false) : first;
    }

    private int firstProse(int least, boolean unnamed) {
        for (int i = title.to(); i < tree.blocks().size(); i++) {
            PageBlock block = tree.blocks().get(i);
            if (block.prose() >= least && !block.box.names().lead() && !(unnamed && isInNamed(block))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isInNamed(PageBlock block) {
        for (PageBox box = block.box; box != null && !box.holds(title.from()); box = box.parent()) {
            if (isNamed(box)) {
                return true;
            }
        }
        return false;
    }

    private int proseFrom(int first) {
        int sum = 0;
        for (int i = first; i < tree.blocks().size(); i++) {
            sum += tree.blocks().get(i).prose();
        }
        return sum;
    }

    /** Unless the text stands before it, as in a page whose only heading closes it. */
    private void dropBeforeTitle() {
        if (title.from() >= 0 && all >= 150) {
            for (int i = 0; i < title.to(); i++) {
                tree.blocks().get(i).drop();
            }
        }
    }

    private void dropNamed() {
        int until = 0;
        for (PageBox box : tree.boxes()) {
            if (box.from() >= until && box.to() > box.from() && isNamed(box) && !holdsArticle(box)) {
                if (!isLead(box)) {
                    tree.drop(box);
                    until = box.to();
                }
            }
        }
    }

    private boolean isNamed(PageBox box) {
        boolean quote = box.tag().equals("figure") && box.isIn("blockquote");
        return (byName && box.names().strong() && box.heading() != 1)
                || box.traits().aside
                || (ASIDE.contains(box.tag()) && !quote)
                || (!box.traits().label.isEmpty()
                        && ClutterPhrases.isSureLabel(box.traits().label)
                        && !box.tag().equals("body"));
    }

    /** Many call the lead a teaser. */
    private boolean isLead(PageBox box) {
        boolean near = box.from() >= title.to() && box.from() < title.to() + 8 && title.from() >= 0;
        return box.names().lead() && near && box.to() - box.from() <= 3 && !ASIDE.contains(box.tag());
    }

    boolean holdsArticle(PageBox box) {
        if (title.from() >= 0 && box.holds(title.from())) {
            return true;
        }
        return begins >= 0 && box.holds(begins) && tree.told(box) >= all * MOST;
    }

    /** Pages that go on for ever, and articles in articles: teasers and comments, if it is not a live blog. */
    private void dropOtherArticles() {
        PageBox own = null;
        for (PageBox box : tree.boxes()) {
            own = box.tag().equals("article") && begins >= 0 && box.holds(begins) ? box : own;
        }
        boolean entriesInside = own != null && tree.told(own) > 2 * own(own);
        for (PageBox box : tree.boxes()) {
            boolean other = begins >= 0 && !box.holds(begins) && box.from() > begins;
            if (other
                    && ((own != null && box.tag().equals("article") && !isEntry(own, box, entriesInside))
                            || isHead(box))) {
                tree.drop(box);
            }
        }
    }

    /**
     * Whether another article is an entry of the same live blog: beside this one, under one title, or inside it.
     *
     * @param inside whether most of what this one tells stands in articles inside it
     */
    private boolean isEntry(PageBox own, PageBox other, boolean inside) {
        boolean beside = own.parent() == other.parent() && !own.holds(title.from());
        return title.from() >= 0
                && (beside || (inside && own.holds(other) && tree.told(other) > 0))
                && tree.in(other).stream().noneMatch(block -> block.box.heading() == 1);
    }

    /** What is told in an article outside of those inside it. */
    private int own(PageBox article) {
        return tree.in(article).stream()
                .filter(block -> nearestArticle(block.box) == article)
                .mapToInt(PageBlock::prose)
                .sum();
    }

    private static @Nullable PageBox nearestArticle(PageBox box) {
        PageBox article = box;
        while (article != null && !article.tag().equals("article")) {
            article = article.parent();
        }
        return article;
    }

    /** Whether it begins with a title of its own and has text to it. */
    private boolean isHead(PageBox box) {
        return box.to() - box.from() > 1
                && box.heading() == 0
                && tree.in(box).stream().limit(3).anyMatch(block -> block.box.heading() == 1)
                && tree.told(box) >= 100;
    }

    /** A box with a heading that says what it is. */
    private void dropLabelled() {
        for (PageBox box : tree.boxes()) {
            if (box.to() - box.from() > 1
                    && !box.isLeaf()
                    && isLabelled(tree.blocks().get(box.from()))
                    && !holdsArticle(box)) {
                long told = tree.in(box).stream().filter(PageBlock::isProse).count();
                if (told <= 4) {
                    tree.drop(box);
                }
            }
        }
    }

    private static boolean isLabelled(PageBlock head) {
        return (!head.isProse() || head.bold) && ClutterPhrases.isSureLabel(head.text);
    }

    /** Several boxes side by side and alike, each with a heading that is a link and a few words: teasers. */
    private void dropTeasers() {
        Map<Integer, Integer> alike = new HashMap<>();
        for (PageBox box : tree.boxes()) {
            if (isTeaser(box)) {
                alike.merge(box.path(), 1, Integer::sum);
            }
        }
        for (PageBox box : tree.boxes()) {
            if (alike.getOrDefault(box.path(), 0) >= 2 && isTeaser(box)) {
                tree.drop(box);
            }
        }
    }

    private boolean isTeaser(PageBox box) {
        int size = box.to() - box.from();
        if (size < 1 || size > 8 || box.heading() > 0 || box.tag().equals("p") || holdsArticle(box)) {
            return false;
        }
        int length = 0;
        boolean linkedHead = false;
        for (PageBlock block : tree.in(box)) {
            length += block.text.length();
            linkedHead |= block.linked > 0.8 && (block.isHeading() || block.text.length() >= 12);
        }
        return linkedHead && length <= LONGEST_TEASER;
    }

    /** A box of fields and the few words around it. */
    private void dropForms() {
        for (PageBox box : tree.boxes()) {
            if (box.traits().controls > 0 && box.to() > box.from() && !holdsArticle(box) && isSmall(box)) {
                tree.drop(box);
            }
        }
    }

    private boolean isSmall(PageBox box) {
        PageBox parent = box.parent();
        boolean flow = parent != null && parent.holds(begins) && box.tag().equals("p");
        return !flow && tree.in(box).stream().filter(PageBlock::isProse).count() <= 3 && tree.told(box) <= 900;
    }
}
