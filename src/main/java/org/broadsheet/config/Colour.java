package org.broadsheet.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour of mails and pages.
 *
 * @param hex as {@code #rrggbb}, in lower case: what every mail program understands
 */
public record Colour(String hex) {
    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final String LIGHT = "#ffffff";
    private static final String DARK = "#1f1d1a";
    /** What text needs to be read by people who see less well: WCAG 2.2, 1.4.3, level AA. */
    private static final double READABLE = 4.5;

    private static final int STEPS = 100;

    public Colour {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("'" + hex + "' is not a colour such as #9f3d26");
        }
    }

    /**
     * The colour that a text names.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static Colour parse(String text) {
        return new Colour(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The colour of text on it: white or nearly black, whichever stands out more (WCAG 2.2, contrast ratio). */
    public String text() {
        double onLight = contrast(new Colour(LIGHT));
        return onLight >= contrast(new Colour(DARK)) ? LIGHT : DARK;
    }

    /**
     * This colour as text on a background: made darker or lighter by as little as makes it readable (WCAG 2.2, AA), as
     * far as a background between black and white lets it.
     */
    public Colour readableOn(Colour background) {
        Colour end = new Colour(background.text());
        Colour mixed = this;
        for (int step = 1; step <= STEPS && mixed.contrast(background) < READABLE; step++) {
            mixed = mixed(end, (double) step / STEPS);
        }
        return mixed;
    }

    private Colour mixed(Colour other, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int at = 1; at < hex.length(); at += 2) {
            long part = Math.round(part(at) * (1 - share) + other.part(at) * share);
            mixed.append(String.format(Locale.ROOT, "%02x", part));
        }
        return new Colour(mixed.toString());
    }

    private int part(int at) {
        return Integer.parseInt(hex.substring(at, at + 2), 16);
    }

    /** How much two colours stand out of each other, from 1 to 21 (WCAG 2.2, contrast ratio). */
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    }

    private double linear(int at) {
        double share = part(at) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return hex;
    }
}
