package org.broadsheet.edition;

import java.util.List;

/**
 * An edition as readers get it, but for the parts that are each subscriber's own.
 *
 * @param subject one line, never empty
 * @param html the HTML part, with {@link Marks}
 * @param plain the text part, with {@link Marks}; lines end in a single line feed
 * @param pictures what the HTML part refers to by content id
 */
public record RenderedEdition(String subject, String html, String plain, List<InlinePicture> pictures) {
    public RenderedEdition {
        pictures = List.copyOf(pictures);
    }

    /** An edition whose mails carry no pictures. */
    public RenderedEdition(String subject, String html, String plain) {
        this(subject, html, plain, List.of());
    }

    /** The same with those pictures. */
    RenderedEdition with(List<InlinePicture> all) {
        return new RenderedEdition(subject, html, plain, all);
    }
}
