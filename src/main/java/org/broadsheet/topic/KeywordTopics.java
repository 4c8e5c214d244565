package org.broadsheet.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;

/**
 * Assigns topics by what the admin said: first the topic of the feed, then the feed's categories, then the keywords in
 * title and summary. Between topics with the same evidence, the first of the newsletter wins.
 */
public final class KeywordTopics implements TopicAssigner {
    /** More than any keywords can reach: what the admin tied to a feed outweighs what words suggest. */
    private static final double OF_FEED = 100;

    private static final double OF_CATEGORY = 50;
    private static final double IN_TITLE = 3;
    private static final double IN_SUMMARY = 1;

    private final Analyzers analyzers = new Analyzers();

    @Override
    public Map<String, TopicChoice> assign(Newsletter newsletter, List<Article> articles) {
        Map<String, String> ofFeed = newsletter.feeds().stream()
                .filter(feed -> feed.topic().isPresent())
                .collect(Collectors.toMap(
                        feed -> feed.url().toString(), feed -> feed.topic().orElseThrow(), (first, second) -> first));
        Map<Locale, List<TopicKeywords>> keywords = new HashMap<>();
        Map<String, TopicChoice> choices = new HashMap<>();
        for (Article article : articles) {
            Locale language = article.language().getLanguage().isEmpty() ? newsletter.language() : article.language();
            List<TopicKeywords> wanted = keywords.computeIfAbsent(language, key -> keywords(newsletter, key));
            TopicChoice choice = Optional.ofNullable(ofFeed.get(article.feed().toString()))
                    .map(topic -> new TopicChoice(Optional.of(topic), OF_FEED, "topic of the feed"))
                    .or(() -> byCategory(newsletter, article))
                    .orElseGet(() -> byKeywords(wanted, language, article));
            choices.merge(article.id(), choice, (one, other) -> one.weight() >= other.weight() ? one : other);
        }
        return choices;
    }

    private static Optional<TopicChoice> byCategory(Newsletter newsletter, Article article) {
        Set<String> categories = article.categories().stream()
                .map(category -> category.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return newsletter.topics().stream()
                .flatMap(topic -> topic.categories().stream()
                        .filter(category -> categories.contains(category.toLowerCase(Locale.ROOT)))
                        .map(category ->
                                new TopicChoice(Optional.of(topic.id()), OF_CATEGORY, "category \"" + category + "\"")))
                .findFirst();
    }

    private TopicChoice byKeywords(List<TopicKeywords> wanted, Locale language, Article article) {
        Text title = Text.of(analyzers, language, article.title());
        Text summary = Text.of(analyzers, language, article.summary());
        TopicChoice best = new TopicChoice(Optional.empty(), 0, "no keyword found");
        for (TopicKeywords topic : wanted) {
            TopicChoice choice = topic.look(title, summary);
            best = choice.weight() > best.weight() ? choice : best;
        }
        return best;
    }

    private List<TopicKeywords> keywords(Newsletter newsletter, Locale language) {
        return newsletter.topics().stream()
                .map(topic -> new TopicKeywords(topic.id(), keywords(topic, language)))
                .toList();
    }

    private List<Keyword> keywords(Topic topic, Locale language) {
        return topic.keywords().stream()
                .map(keyword -> Keyword.of(keyword, analyzers.stems(language, keyword)))
                .toList();
    }

    /** A text as keywords are looked for in it. */
    private record Text(List<String> stems, Set<String> words) {
        private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

        static Text of(Analyzers analyzers, Locale language, String text) {
            Set<String> words = BETWEEN_WORDS.splitAsStream(text).collect(Collectors.toSet());
            return new Text(analyzers.stems(language, text), words);
        }
    }

    /** What one topic looks for. */
    private record TopicKeywords(String topic, List<Keyword> keywords) {
        TopicChoice look(Text title, Text summary) {
            double score = 0;
            String strongest = "";
            double strength = 0;
            for (Keyword keyword : keywords) {
                double found = IN_TITLE * keyword.in(title.stems(), title.words())
                        + IN_SUMMARY * keyword.in(summary.stems(), summary.words());
                score += found;
                strongest = found > strength ? keyword.text() : strongest;
                strength = Math.max(strength, found);
            }
            return new TopicChoice(Optional.of(topic), score, "keyword \"" + strongest + "\"");
        }
    }
}
