package org.broadsheet.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article as the page's JSON-LD (schema.org) tells it to search engines. */
final class StructuredData {
    private static final int MOST_NODES = 2_000;
    private static final int LONGEST = 500_000;

    private static final Pattern ARTICLE =
            Pattern.compile("(?i).*(article|blogposting|liveblogposting|report|review|socialmediaposting)");
    private static final Pattern BLOCK_TAG = Pattern.compile("(?i)<(/?p|br|/?div|/?li|/?h[1-6])\\b[^>]*>");

    private boolean article;
    private Optional<String> headline = Optional.empty();
    private String body = "";

    private StructuredData() {}

    static StructuredData of(Document document) {
        StructuredData data = new StructuredData();
        for (Element script : document.select("script[type=application/ld+json]")) {
            if (script.data().length() <= LONGEST) {
                data.read(script.data());
            }
        }
        return data;
    }

    boolean isArticle() {
        return article;
    }

    Optional<String> headline() {
        return headline;
    }

    /** The longest text of an article; paragraphs, where they can be told, stand on lines of their own. */
    String body() {
        return body;
    }

    private void read(String json) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
        try {
            walk(mapper.readTree(json));
        } catch (JacksonException e) {
            // Broken JSON tells nothing; the page itself does.
            return;
        }
    }

    private void walk(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
            JsonNode node = open.poll();
            if (node.isObject() && isArticle(node.path("@type"))) {
                take(node);
            }
            if (node.isContainer()) {
                node.forEach(open::add);
            }
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        return type.isString() && ARTICLE.matcher(type.stringValue()).matches();
    }

    private void take(JsonNode node) {
        article = true;
        if (headline.isEmpty()) {
            headline = Optional.of(CleanText.oneLine(plain(node.path("headline").asString(""))))
                    .filter(text -> !text.isEmpty());
        }
        String text = plain(node.path("articleBody").asString(""));
        if (text.length() > body.length()) {
            body = text;
        }
    }

    /** Some write HTML there, escaped or not. */
    private static String plain(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        String told = text.toLowerCase(Locale.ROOT).contains("&lt;p")
                ? Jsoup.parse(text).text()
                : text;
        return Jsoup.parseBodyFragment(BLOCK_TAG.matcher(told).replaceAll("\n"))
                .body()
                .wholeText();
    }
}
