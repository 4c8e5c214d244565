package org.broadsheet.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/**
 * Reads the text of an article out of the page it stands on.
 *
 * <p>How: A page becomes a row of texts ({@link PageBlock}), each in nested boxes ({@link PageBox}). Nothing is ever
 * guessed from a single sign; each step takes away what the steps before it made certain.
 *
 * <ol>
 *   <li>{@link PageTitle}: the heading that says what the page says of itself; the article comes after it.
 *   <li>{@link ClutterPruner}: takes away what calls itself something else, by tag, role or name ({@link ClutterNames}),
 *       and what is built like something else: lists of teasers, fields, and readers' comments
 *       ({@link TalkPruner}). A box that holds
 *       the title, or the first paragraph and much of the text, is safe from its name.
 *   <li>{@link ArticleRoot}: of what is left, long sentences without links count for the box around them, and less for
 *       each box further out. The best box, widened while paragraphs of the same kind stand beside it, is the article's.
 *       The boxes right around most of its paragraphs are where it flows.
 *   <li>{@link BoxJudge}: other boxes between the paragraphs stay while nothing speaks against them: a heading such as
 *       "Mehr zum Thema" ({@link ClutterPhrases}), an appeal, a button, a picture with a few words, a line that is a link.
 *   <li>{@link PageParagraphs}: the same for single lines; and subheads without text, and what is said twice.
 *   <li>{@link ToldTwice}: where the page repeats the article for machines, that is heard as a witness.
 * </ol>
 *
 * <p>All of it is deterministic; each step walks over the page a fixed number of times, and pages are cut to a bounded size ({@link PageSource}).
 */
public final class PageReader {
    /** Fewer letters than this are a notice, not an article. */
    private static final int SHORTEST = 250;

    /** Unless the page says that it is an article, or is built like one. */
    private static final int SHORTEST_NEWS = 100;

    /** A page that calls itself an error, a door or a list has to tell more. */
    private static final int SHORTEST_SUSPECT = 900;

    /**
     * The article of a page; empty when it has none: a front page, a search, a login, an error.
     *
     * @param contentType as the server told it, for the charset
     * @param url what links on it are relative to
     */
    public Optional<PageText> read(byte[] bytes, Optional<String> contentType, URI url) {
        Document document = PageSource.parse(bytes, contentType, url);
        PageHints hints = PageHints.of(document, url);
        return read(document, hints, true)
                .or(() -> read(document, hints, false))
                .or(() -> machines(document, hints));
    }

    private Optional<PageText> read(Document document, PageHints hints, boolean byName) {
        PageTree tree = PageTree.of(document);
        PageTitle title = PageTitle.of(tree, hints);
        new ClutterPruner(tree, title, byName).prune();
        ToldTwice told = new ToldTwice(hints, tree);
        told.rescue();
        told.doubt();
        ArticleRoot.Found found = new ArticleRoot(tree, title).find();
        if (found == null) {
            return Optional.empty();
        }
        new BoxJudge(tree, found).judge();
        List<PageBlock> paragraphs = new PageParagraphs(tree, title, found).take();
        if (paragraphs.isEmpty() || !isArticle(paragraphs, title, hints)) {
            return Optional.empty();
        }
        String lead = new PageLead(tree, title, hints, found).take(paragraphs);
        return Optional.of(new PageText(
                title.text(),
                lead,
                paragraphs.stream().map(block -> block.text).collect(Collectors.toList()),
                hints.image()));
    }

    private static boolean isArticle(List<PageBlock> paragraphs, PageTitle title, PageHints hints) {
        List<PageBlock> told = paragraphs.stream().filter(PageBlock::isProse).toList();
        int length = told.stream().mapToInt(block -> block.text.length()).sum();
        if (ClutterPhrases.isNoArticle(title.text()) && !hints.article()) {
            return length >= SHORTEST_SUSPECT;
        }
        boolean likely = hints.article() || (title.from() >= 0 && told.size() >= 3);
        return length >= (likely ? SHORTEST_NEWS : SHORTEST);
    }

    /** Pages that a script fills hold the text for machines only. */
    private static Optional<PageText> machines(Document document, PageHints hints) {
        PageTree tree = PageTree.of(document);
        List<String> paragraphs = new ToldTwice(hints, tree).paragraphs();
        return paragraphs.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageText(PageTitle.of(tree, hints).text(), "", paragraphs, hints.image()));
    }
}
