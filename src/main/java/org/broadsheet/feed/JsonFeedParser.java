package org.broadsheet.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.broadsheet.Lazy;
import org.broadsheet.feed.FeedEntry.Markup;
import org.broadsheet.feed.repair.Dates;
import org.broadsheet.feed.repair.JsonText;
import org.broadsheet.feed.repair.Repair;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), which ROME does not know. */
final class JsonFeedParser {
    private static final String VERSION = "https://jsonfeed.org/version/";

    private final Lazy<JsonMapper> strict =
            new Lazy<>(() -> JsonMapper.builder().build());
    private final Lazy<JsonMapper> lenient = new Lazy<>(JsonFeedParser::lenient);

    private static JsonMapper lenient() {
        return JsonMapper.builder()
                .enable(
                        JsonReadFeature.ALLOW_TRAILING_COMMA,
                        JsonReadFeature.ALLOW_JAVA_COMMENTS,
                        JsonReadFeature.ALLOW_SINGLE_QUOTES,
                        JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                        JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                        JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                        JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                        JsonReadFeature.ALLOW_MISSING_VALUES)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** @param before what was mended to get at the text */
    ParseResult parse(String text, List<Repair> before, URI url) {
        try {
            return parsed(strict.get().readTree(text), before, url);
        } catch (JacksonException broken) {
            return repair(text, before, url);
        }
    }

    private ParseResult repair(String text, List<Repair> before, URI url) {
        List<Repair> repairs = new ArrayList<>(before);
        repairs.add(Repair.JSON);
        try {
            return parsed(lenient.get().readTree(JsonText.complete(text)), repairs, url);
        } catch (JacksonException e) {
            return new ParseResult.NotAFeed("it is broken JSON: " + e.getOriginalMessage());
        }
    }

    private static ParseResult parsed(JsonNode root, List<Repair> repairs, URI url) {
        if (!root.path("items").isArray()) {
            return new ParseResult.NotAFeed("it is JSON, but no JSON Feed: it has no \"items\"");
        }
        if (root.path("items").size() > FeedLimits.MOST_ENTRIES) {
            return new ParseResult.NotAFeed(FeedLimits.tooManyEntries());
        }
        URI base = text(root, "home_page_url")
                .flatMap(link -> Links.resolve(url, link))
                .orElse(url);
        return new ParseResult.Parsed(new FeedDocument(
                text(root, "title").orElse(""),
                base,
                text(root, "language").flatMap(Languages::parse),
                format(root),
                repairs,
                root.path("items")
                        .valueStream()
                        .filter(JsonNode::isObject)
                        .map(JsonFeedParser::entry)
                        .toList()));
    }

    private static String format(JsonNode root) {
        return text(root, "version")
                .filter(version -> version.startsWith(VERSION))
                .map(version -> "JSON Feed " + version.substring(VERSION.length()))
                .orElse("JSON Feed");
    }

    private static FeedEntry entry(JsonNode item) {
        Markup content = text(item, "content_html")
                .map(html -> new Markup(html, false))
                .or(() -> text(item, "content_text").map(plain -> new Markup(plain, true)))
                .orElse(Markup.NONE);
        return new FeedEntry(
                text(item, "id"),
                text(item, "url").or(() -> text(item, "external_url")),
                text(item, "title").map(title -> new Markup(title, true)).orElse(Markup.NONE),
                text(item, "summary").map(summary -> new Markup(summary, true)).orElse(content),
                content,
                text(item, "date_published")
                        .or(() -> text(item, "date_modified"))
                        .flatMap(Dates::parse),
                tags(item),
                images(item),
                new FeedEntry.Extras(authors(item), Optional.empty(), OptionalInt.empty(), Optional.empty()));
    }

    private static List<String> tags(JsonNode item) {
        return item.path("tags")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> images(JsonNode item) {
        Stream<String> named = Stream.of("image", "banner_image").flatMap(key -> text(item, key).stream());
        Stream<String> attached = item.path("attachments")
                .valueStream()
                .filter(attachment -> text(attachment, "mime_type").orElse("").startsWith("image/"))
                .flatMap(attachment -> text(attachment, "url").stream());
        return Stream.concat(named, attached).distinct().toList();
    }

    /** Version 1.1 has a list, 1.0 had one. */
    private static List<String> authors(JsonNode item) {
        return Stream.concat(item.path("authors").valueStream(), Stream.of(item.path("author")))
                .flatMap(author -> text(author, "name").stream())
                .distinct()
                .toList();
    }

    /** Numbers count as text: some feeds write their ids so. */
    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString().strip()).filter(some -> !some.isEmpty())
                : Optional.empty();
    }
}
