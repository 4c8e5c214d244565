package org.broadsheet.article;

/** What became of asking an article's page for its text. */
public sealed interface PageOutcome {

    /** The page holds an article. */
    record Found(PageText text) implements PageOutcome {}

    /**
     * There is no text to be had, and asking again would not change that.
     *
     * @param reason in a few words for the admin
     */
    record None(String reason) implements PageOutcome {}

    /**
     * It may work another time.
     *
     * @param reason in a few words for the admin
     * @param busy whether the server asked to be left alone
     */
    record Later(String reason, boolean busy) implements PageOutcome {}
}
