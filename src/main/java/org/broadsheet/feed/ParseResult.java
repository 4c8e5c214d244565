package org.broadsheet.feed;

/** Whether some bytes are a feed. */
public sealed interface ParseResult {

    /** They are. */
    record Parsed(FeedDocument document) implements ParseResult {}

    /**
     * They are not.
     *
     * @param reason in a few words for the admin
     */
    record NotAFeed(String reason) implements ParseResult {}
}
