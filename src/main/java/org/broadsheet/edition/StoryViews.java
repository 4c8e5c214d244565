package org.broadsheet.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadsheet.article.Article;
import org.broadsheet.image.Shape;
import org.broadsheet.story.Story;
import org.jspecify.annotations.Nullable;

/** Makes a story ready to be printed. */
record StoryViews(Words words, Moments moments, Illustrations illustrations) {
    private static final int HEADLINE = 200;
    private static final int SUMMARY = 280;
    private static final int SOURCES = 4;

    /** A story within the section of that title and colour. */
    StoryView of(Story story, String topic, int accent, Shape shape) {
        Article lead = story.lead();
        Shortening shortening = new Shortening(words.language());
        String summary = shortening.to(SUMMARY, lead.summary());
        List<SourceLink> others = otherSources(story);
        return new StoryView(
                topic,
                accent,
                shortening.to(HEADLINE, lead.title()),
                SourceLink.web(lead.url()).orElse(null),
                summary.isEmpty() ? null : summary,
                illustrations.picture(lead, shape).orElse(null),
                words.text("image", Map.of("source", lead.source())),
                lead.source(),
                illustrations.icon(lead).orElse(null),
                story.update() ? words.text("update") : null,
                lead.dated() ? moments.when(lead.published()) : null,
                reading(lead),
                others.subList(0, Math.min(SOURCES, others.size())),
                andMore(others.size() - SOURCES));
    }

    private @Nullable String reading(Article lead) {
        OptionalInt minutes = lead.readingMinutes();
        return minutes.isEmpty() ? null : words.text("story-reading", Map.of("minutes", minutes.getAsInt()));
    }

    private static List<SourceLink> otherSources(Story story) {
        Map<String, SourceLink> bySource = new LinkedHashMap<>();
        for (Article article : story.alsoCoveredBy()) {
            Optional<String> url = SourceLink.web(article.url());
            bySource.putIfAbsent(article.source(), new SourceLink(article.source(), url.orElse(null)));
        }
        bySource.remove(story.lead().source());
        return List.copyOf(bySource.values());
    }

    private @Nullable String andMore(int left) {
        return left > 0 ? words.text("also-more", Map.of("count", left)) : null;
    }
}
