package org.broadsheet.lint;

import org.jsoup.nodes.Element;

/**
 * A use of something that not every mail program may know.
 *
 * @param feature what is used, as caniemail.tsv names it: {@code element:section}, {@code property:gap}, {@code value:display=flex},
 *     {@code pseudo:hover}
 * @param element the element, or the {@code style} element that holds the CSS
 * @param excerpt the piece of CSS; empty for the element itself
 * @param line the line within that element, from 1
 */
record Use(String feature, Scope scope, Element element, String excerpt, int line) {
    /** The same use on another element. */
    Use on(Element other) {
        return new Use(feature, scope, other, excerpt, line);
    }

    /** Where something is used; what is right in one place may break a mail in another. */
    enum Scope {
        /** In an element or one of its attributes. */
        MARKUP,
        /** In the style attribute of an element that shows. */
        INLINE,
        /** In the style attribute of an element that does not show. */
        HIDDEN,
        /** In a style element. */
        STYLE
    }
}
