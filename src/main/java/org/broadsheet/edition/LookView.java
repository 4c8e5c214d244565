package org.broadsheet.edition;

import org.broadsheet.config.Look;
import org.jspecify.annotations.Nullable;

/**
 * What the newsletter's own settings change, as templates show it; they know it as {@code digest.look}.
 *
 * @param accent the colour of the head and of buttons, as {@code #rrggbb}
 * @param onAccent the colour of text on it
 * @param logo the address of a picture for the head; null for none
 * @param intro words between the head and the stories; null for none
 * @param closing words below the stories; null for none
 */
public record LookView(
        String accent,
        String onAccent,
        @Nullable String logo,
        @Nullable String intro,
        @Nullable String closing) {
    static LookView of(Look look) {
        return new LookView(
                look.accent().hex(),
                look.accent().text(),
                look.logo().flatMap(SourceLink::web).orElse(null),
                look.intro().orElse(null),
                look.closing().orElse(null));
    }
}
