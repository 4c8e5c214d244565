package org.broadsheet.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.broadsheet.config.Colour;
import org.broadsheet.config.Look;

/**
 * Gives the pages of a newsletter its colour by a style sheet of our own, so that the policy of the pages needs to allow no
 * style within them. It is as dark on a light screen, and as light on a dark one, as it takes to be read.
 */
final class AccentStyle {
    static final String ROUTE = "/accent/{colour}.css";

    /** The darkest ground of {@code style.css} that the accent stands on in light, and the lightest in dark. */
    private static final Colour PAPER = new Colour("#f4f1ea");

    private static final Colour DARK_SHEET = new Colour("#1e1c19");

    private AccentStyle() {}

    /** Where the style sheet of a colour is; empty for the usual one, which {@code style.css} has. */
    static String path(Colour accent) {
        return accent.equals(Look.usual().accent())
                ? ""
                : ROUTE.replace("{colour}", accent.hex().substring(1));
    }

    /** Answers with the style sheet of the colour in the path. */
    static void answer(Context context) {
        context.contentType("text/css; charset=utf-8")
                .header("Cache-Control", "max-age=86400")
                .result(css(colour(context.pathParam("colour"))));
    }

    private static Colour colour(String digits) {
        try {
            return new Colour("#" + digits);
        } catch (IllegalArgumentException none) {
            throw new NotFoundResponse();
        }
    }

    /** The initial stands on the colour itself, as in the mails; its letter is large, and so a contrast of 3 is enough. */
    static String css(Colour accent) {
        return """
                :root { --mark: %s; --on-mark: %s; --accent: %s; --on-accent: #ffffff; }
                @media (prefers-color-scheme: dark) { :root { --accent: %s; --on-accent: %s; } }
                """.formatted(
                        accent, accent.text(), accent.readableOn(PAPER), accent.readableOn(DARK_SHEET), DARK_SHEET);
    }
}
