package org.broadsheet.edition;

import java.net.URI;
import java.time.LocalDate;
import org.broadsheet.Lazy;
import org.broadsheet.article.Article;
import org.broadsheet.story.Story;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an edition as JSON: sections, stories, and every article of each story with its lead first. */
public final class EditionJson {
    private final Lazy<JsonMapper> mapper =
            new Lazy<>(() -> JsonMapper.builder().build());

    /** The JSON text, indented; instants in ISO 8601, links as the feeds gave them. */
    public String write(Edition edition) {
        ObjectNode root = mapper.get().createObjectNode();
        root.put("newsletter", edition.newsletter());
        root.put("title", edition.title());
        root.put("language", edition.language().toLanguageTag());
        root.put("date", LocalDate.ofInstant(edition.madeAt(), edition.zone()).toString());
        ArrayNode sections = root.putArray("sections");
        for (Section section : edition.sections()) {
            ObjectNode node = sections.addObject();
            node.put("topic", section.topic());
            node.put("title", section.title());
            ArrayNode stories = node.putArray("stories");
            section.stories().forEach(story -> write(story, stories.addObject()));
        }
        return mapper.get().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void write(Story story, ObjectNode node) {
        Article lead = story.lead();
        node.put("headline", lead.title());
        node.put("url", lead.url().toString());
        node.put("summary", lead.summary());
        node.put("image", lead.image().map(URI::toString).orElse(null));
        node.put("published", lead.published().toString());
        node.put("score", story.score().value());
        ArrayNode articles = node.putArray("articles");
        for (Article article : story.articles()) {
            articles.addObject()
                    .put("url", article.url().toString())
                    .put("title", article.title())
                    .put("feed", article.source())
                    .put("published", article.published().toString());
        }
    }
}
