package org.broadsheet.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows by their words the texts that stand on news pages without belonging to an article, in German and English; the
 * words are in {@code article/phrases.txt}.
 */
final class ClutterPhrases {
    private static final Map<String, List<String>> PHRASES = read("/article/phrases.txt");

    private static final Pattern LABEL = any("label", "", "");
    private static final Pattern EITHER = any("either", "", "");
    private static final Pattern TALK = any("talk", "", "");
    private static final Pattern REPLY = any("reply", "", "");
    private static final Pattern POINTER = any("pointer", "^[\\s»›>→▶►•+|–-]*", "");
    private static final Pattern APPEAL = any("appeal", "", "");
    // What somebody says in the article stands in quotation marks.
    private static final Pattern REQUEST = any("request", "^[^„“\"]{0,120}", "");
    private static final Pattern LINE = any("line", "^", "$");
    private static final Pattern NONE = any("none", "", "");

    /** Arrows, colons, dots and numbers around a label. */
    private static final Pattern EDGE = Pattern.compile("^[\\W_&&[^(„\"“'©]]+|[\\s:…!?.»›>→▶►|–-]+$|\\s*\\(\\d+\\)$");

    private static final int LONGEST_LABEL = 110;

    private ClutterPhrases() {}

    private static Map<String, List<String>> read(String resource) {
        try (InputStream in = Objects.requireNonNull(ClutterPhrases.class.getResourceAsStream(resource))) {
            Map<String, List<String>> sections = new HashMap<>();
            String section = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern any(String section, String before, String after) {
        return Pattern.compile(PHRASES.getOrDefault(section, List.of()).stream()
                .collect(Collectors.joining("|", before + "(", ")" + after)));
    }

    /** The phrases are written in small letters; comparing so is many times faster. */
    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return EDGE.matcher(EDGE.matcher(lower(text)).replaceAll("")).replaceAll("");
    }

    /** Whether it heads something that belongs to no article. */
    static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABEL.matcher(bare(text)).matches();
    }

    /** {@link #isLabel}, and could be nothing else. */
    static boolean isSureLabel(String text) {
        return isLabel(text) && !EITHER.matcher(bare(text)).matches();
    }

    /** Whether readers' comments begin after it. */
    static boolean headsTalk(String text) {
        return text.length() <= LONGEST_LABEL && TALK.matcher(bare(text)).matches();
    }

    /** Whether it is what one clicks to answer a comment. */
    static boolean isReply(String text) {
        return text.length() <= 50 && REPLY.matcher(bare(text)).matches();
    }

    /** Whether it sends the reader elsewhere. */
    static boolean isPointer(String text) {
        return POINTER.matcher(lower(text)).find();
    }

    /** Whether it asks something of the reader. */
    static boolean isAppeal(String text) {
        return text.length() <= 700 && APPEAL.matcher(lower(text)).find();
    }

    /** Whether the publisher speaks to the reader for its own sake. */
    static boolean isRequest(String text) {
        return text.length() <= 400 && REQUEST.matcher(lower(text)).find();
    }

    /** Whether it is a line about the page or a picture: a date, a byline, a credit. */
    static boolean isLine(String text) {
        return text.length() <= 300 && LINE.matcher(lower(text)).matches();
    }

    /** Whether a page of this title is an error, a door, or a list. */
    static boolean isNoArticle(String title) {
        return NONE.matcher(lower(title)).find();
    }
}
