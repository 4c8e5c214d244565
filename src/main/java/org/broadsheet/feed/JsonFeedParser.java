package org.broadsheet.feed;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.Lazy;
import org.broadsheet.feed.FeedEntry.Markup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), which ROME does not know. */
final class JsonFeedParser {
    private final Lazy<JsonMapper> mapper =
            new Lazy<>(() -> JsonMapper.builder().build());

    ParseResult parse(byte[] bytes, URI url) {
        try {
            JsonNode root = mapper.get().readTree(bytes);
            return root.path("items").isArray()
                    ? new ParseResult.Parsed(document(root, url))
                    : new ParseResult.NotAFeed("it is JSON, but no JSON Feed: it has no \"items\"");
        } catch (JacksonException e) {
            return new ParseResult.NotAFeed("it is broken JSON: " + e.getOriginalMessage());
        }
    }

    private static FeedDocument document(JsonNode root, URI url) {
        URI base = text(root, "home_page_url")
                .flatMap(link -> Links.resolve(url, link))
                .orElse(url);
        return new FeedDocument(
                text(root, "title").orElse(""),
                base,
                text(root, "language").flatMap(Languages::parse),
                "JSON Feed",
                List.of(),
                root.path("items").valueStream().map(JsonFeedParser::entry).toList());
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
                        .flatMap(JsonFeedParser::instant),
                tags(item),
                text(item, "image").or(() -> text(item, "banner_image")).stream()
                        .toList(),
                FeedEntry.Extras.NONE);
    }

    private static List<String> tags(JsonNode item) {
        Stream<JsonNode> tags = item.path("tags").valueStream();
        return tags.filter(JsonNode::isString).map(JsonNode::stringValue).toList();
    }

    private static Optional<Instant> instant(String rfc3339) {
        try {
            return Optional.of(OffsetDateTime.parse(rfc3339).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Numbers count as text: some feeds write their ids so. */
    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString().strip()).filter(some -> !some.isEmpty())
                : Optional.empty();
    }
}
