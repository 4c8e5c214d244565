package org.broadsheet.edition;

import org.jspecify.annotations.Nullable;

/**
 * What stands under the stories.
 *
 * @param why why the reader gets this mail, with the mark for the reader's address
 * @param unsubscribe the mark for the unsubscribe link
 * @param publisher the publisher's name
 * @param address the publisher's postal address
 * @param web the address of the newsletter's pages; null when it is not of the web
 */
public record FooterView(
        String why,
        String unsubscribe,
        String publisher,
        String address,
        @Nullable String web) {}
