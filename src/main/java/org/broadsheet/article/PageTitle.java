package org.broadsheet.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The title of a page's article, and where it stands: the article begins after it.
 *
 * @param from the first block of the title; -1 when the page shows none
 * @param to the first block after it; 0 without
 */
record PageTitle(String text, int from, int to) {
    private static final int SHORTEST = 12;

    /** Between a title and the name of the site. */
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·•»]\\s+|\\s+-\\s+");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static PageTitle of(PageTree tree, PageHints hints) {
        List<String> wanted = hints.titles().stream()
                .flatMap(title -> Stream.of(title, withoutSite(title)))
                .map(PageTitle::key)
                .distinct()
                .toList();
        PageBox best = null;
        int bestRank = 0;
        for (PageBox box : tree.boxes()) {
            int rank = rank(tree, box, wanted);
            if (rank > bestRank) {
                best = box;
                bestRank = rank;
            }
        }
        return best == null
                ? new PageTitle(told(hints), -1, 0)
                : new PageTitle(text(join(tree, best), hints), best.from(), best.to());
    }

    /** Headings that say what the page says of itself come first, then any h1, then any text that says so. */
    private static int rank(PageTree tree, PageBox box, List<String> wanted) {
        boolean heading = box.heading() > 0;
        if (box.from() == box.to() || (!heading && !box.isLeaf()) || box.to() - box.from() > 4) {
            return 0;
        }
        String key = key(join(tree, box));
        boolean same = key.length() >= SHORTEST && wanted.stream().anyMatch(title -> isSame(title, key));
        if (heading) {
            int level = Math.min(box.heading(), 4);
            boolean linked = tree.blocks().get(box.from()).linked > 0.9;
            int first = box.heading() == 1 && key.length() >= SHORTEST ? 2 : 0;
            return same ? 20 - level - (linked ? 10 : 0) : first;
        }
        boolean exactly = wanted.stream().anyMatch(title -> title.startsWith(key));
        return same && key.length() >= 25 && exactly && tree.blocks().get(box.from()).linked < 0.5 ? 1 : 0;
    }

    /** A page's own title has the site's name at its end; a heading may have a kicker at its start. */
    private static boolean isSame(String wanted, String key) {
        return wanted.startsWith(key)
                || wanted.endsWith(key)
                || (key.endsWith(wanted) && wanted.length() >= SHORTEST)
                || (key.startsWith(wanted) && wanted.length() * 2 >= key.length());
    }

    private static String join(PageTree tree, PageBox box) {
        StringBuilder text = new StringBuilder();
        for (PageBlock block : tree.in(box)) {
            text.append(text.isEmpty() ? "" : " ").append(block.text);
        }
        return text.toString();
    }

    /** Without the kicker that some write into the heading. */
    private static String text(String shown, PageHints hints) {
        String key = key(shown);
        for (String said : hints.titles()) {
            String title = withoutSite(said);
            String wanted = key(title);
            if (wanted.length() >= SHORTEST && wanted.length() < key.length() && key.endsWith(wanted)) {
                return title;
            }
        }
        return shown;
    }

    private static String told(PageHints hints) {
        return withoutSite(hints.titles().stream().findFirst().orElse(""));
    }

    private static String withoutSite(String title) {
        String[] parts = SITE.split(title, -1);
        return parts.length > 1 && parts[0].length() >= SHORTEST ? parts[0] : title;
    }

    /** Letters and digits only, so that typography makes no difference. */
    static String key(String text) {
        return NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
