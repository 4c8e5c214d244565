package org.broadsheet.edition;

/**
 * An edition as readers get it, but for the parts that are each subscriber's own.
 *
 * @param subject one line, never empty
 * @param html the HTML part, with {@link Marks}
 * @param plain the text part, with {@link Marks}; lines end in a single line feed
 */
public record RenderedEdition(String subject, String html, String plain) {}
