package org.broadsheet.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts so that YAML reads exactly them again, as plainly as that is possible. */
final class YamlText {
    /** Words with nothing between them that could mean something, in a list between brackets neither. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*(?:[ ./-]+[\\p{L}\\p{N}_]+)*");

    private static final Pattern PLAIN_URL = Pattern.compile("https?://[A-Za-z0-9._~/?=&%+:@-]*[A-Za-z0-9/_=-]");

    private static final Set<String> MEANING = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    /** A text as one value, outside of or between brackets. */
    static String of(String text) {
        boolean plain = (PLAIN.matcher(text).matches() && !MEANING.contains(text.toLowerCase(Locale.ROOT)))
                || PLAIN_URL.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        // Two dollars stand for one before a brace, or it would be taken from the environment.
        return text.replace("${", "$${")
                .codePoints()
                .mapToObj(YamlText::escaped)
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int letter) {
        if (letter == '"' || letter == '\\') {
            return "\\" + Character.toString(letter);
        }
        int type = Character.getType(letter);
        boolean unprintable = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || letter == 0xfeff;
        if (!unprintable) {
            return Character.toString(letter);
        }
        return String.format(Locale.ROOT, letter > 0xffff ? "\\U%08x" : "\\u%04x", letter);
    }
}
