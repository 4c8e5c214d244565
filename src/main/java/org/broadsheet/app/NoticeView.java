package org.broadsheet.app;

import org.jspecify.annotations.Nullable;

/**
 * A mail to one reader as templates show it; they know it as {@code notice}.
 *
 * @param newsletter its name
 * @param initial the first letter of that
 * @param accent the colour of the head and of the button, as {@code #rrggbb}
 * @param onAccent the colour of text on it
 * @param button what the link says; null where there is none
 * @param small what stands below
 * @param publisher the publisher's name
 * @param address the publisher's postal address
 */
public record NoticeView(
        String language,
        String newsletter,
        String initial,
        String accent,
        String onAccent,
        String subject,
        String title,
        String text,
        @Nullable String button,
        @Nullable String link,
        String small,
        String publisher,
        String address) {}
