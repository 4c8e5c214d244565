package org.broadsheet.article;

/**
 * An article as a feed shows it now, and by what it is known again.
 *
 * @param identity equal for the same article in another fetch or another feed
 */
public record FoundArticle(String identity, Article article) {}
