package org.broadsheet.edition;

import org.jspecify.annotations.Nullable;

/**
 * What stands under the stories.
 *
 * @param why why the reader gets this mail, with the mark for the reader's address; null on the web
 * @param unsubscribe the mark for the unsubscribe link; null on the web
 * @param preferences the mark for the link to the preferences; null on the web
 * @param browser the address of the edition's page; null on the web, and when the pages are not of the web
 * @param publisher the publisher's name
 * @param address the publisher's postal address
 * @param web the address of the newsletter's pages; null when it is not of the web
 */
public record FooterView(
        @Nullable String why,
        @Nullable String unsubscribe,
        @Nullable String preferences,
        @Nullable String browser,
        String publisher,
        String address,
        @Nullable String web) {}
