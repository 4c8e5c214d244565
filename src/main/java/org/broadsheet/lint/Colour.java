package org.broadsheet.lint;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour without transparency, each part from 0 to 255. */
record Colour(int red, int green, int blue) {
    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#(\\p{XDigit}{3}|\\p{XDigit}{6})");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern RGB = Pattern.compile("rgb\\(\\s*(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3})\\s*\\)");

    /** The colours of HTML 4, which mails still name. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("black", "#000000"),
            Map.entry("silver", "#c0c0c0"),
            Map.entry("gray", "#808080"),
            Map.entry("grey", "#808080"),
            Map.entry("lightgray", "#d3d3d3"),
            Map.entry("lightgrey", "#d3d3d3"),
            Map.entry("darkgray", "#a9a9a9"),
            Map.entry("darkgrey", "#a9a9a9"),
            Map.entry("white", "#ffffff"),
            Map.entry("maroon", "#800000"),
            Map.entry("red", "#ff0000"),
            Map.entry("orange", "#ffa500"),
            Map.entry("purple", "#800080"),
            Map.entry("fuchsia", "#ff00ff"),
            Map.entry("green", "#008000"),
            Map.entry("lime", "#00ff00"),
            Map.entry("olive", "#808000"),
            Map.entry("yellow", "#ffff00"),
            Map.entry("navy", "#000080"),
            Map.entry("blue", "#0000ff"),
            Map.entry("teal", "#008080"),
            Map.entry("aqua", "#00ffff"));

    /** The colour that a value of CSS or an attribute of HTML names first; empty when it names none that is known. */
    static Optional<Colour> in(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.strip().toLowerCase(Locale.ROOT);
        Matcher rgb = RGB.matcher(text);
        if (rgb.find()) {
            return Optional.of(new Colour(part(rgb.group(1)), part(rgb.group(2)), part(rgb.group(3))));
        }
        return SPACES.splitAsStream(text)
                .map(word -> NAMED.getOrDefault(word, word))
                .filter(word -> HEX.matcher(word).matches())
                .map(Colour::ofHex)
                .findFirst();
    }

    /**
     * How well one is told from the other, from 1 to 21.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
     */
    double contrastTo(Colour other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    /**
     * How bright it is, from 0 to 1.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">WCAG 2.2, relative luminance</a>
     */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int part(String digits) {
        return Math.min(255, Integer.parseInt(digits));
    }

    private static Colour ofHex(String hex) {
        String digits = hex.length() == 4 ? hex.replaceAll("(\\p{XDigit})", "$1$1") : hex;
        int value = Integer.parseInt(digits.substring(1), 16);
        return new Colour(value >> 16, (value >> 8) & 0xff, value & 0xff);
    }
}
