package org.broadsheet.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour of the mail.
 *
 * @param hex as {@code #rrggbb}, in lower case: what every mail program understands
 */
public record Colour(String hex) {
    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final String LIGHT = "#ffffff";
    private static final String DARK = "#1f1d1a";

    public Colour {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("'" + hex + "' is not a colour such as #9f3d26");
        }
    }

    static Colour parse(String text) {
        return new Colour(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The colour of text on it: white or nearly black, whichever stands out more (WCAG 2.2, contrast ratio). */
    public String text() {
        double onLight = contrast(new Colour(LIGHT));
        return onLight >= contrast(new Colour(DARK)) ? LIGHT : DARK;
    }

    /** How much two colours stand out of each other, from 1 to 21. */
    private double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    }

    private double linear(int at) {
        double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return hex;
    }
}
