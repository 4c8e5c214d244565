package org.broadsheet.topic;

import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.article.Article;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.topic.TopicModel.LanguageTopic;

/**
 * Assigns topics by the best evidence there is: a rule of the admin's, the topic of the feed, a category, the section of
 * the site, and else by the article's words, for which a classifier is trained on all that is known of the newsletter's
 * feeds. Between topics with the same evidence, the first of the newsletter wins.
 */
public final class LearnedTopics implements TopicAssigner {
    private final Analyzers analyzers = new Analyzers();
    private final BuiltInTopics builtIn = new BuiltInTopics();

    @Override
    public List<Topic> topicsOf(Newsletter newsletter) {
        return newsletter.topics().isEmpty() ? builtIn.in(newsletter.language()) : newsletter.topics();
    }

    /** What is wrong with a text as a rule of a topic, in a few words; empty when nothing is. */
    public Optional<String> problem(String rule) {
        return TopicQuery.problem(rule, analyzers.telling(Locale.ROOT));
    }

    @Override
    public Assignment assign(Newsletter newsletter, List<Article> articles, List<Article> known) {
        List<Topic> topics = topicsOf(newsletter);
        Map<Locale, Map<String, Article>> byLanguage = byLanguage(articles, known);
        FactsOf facts = new FactsOf(newsletter, topics);
        Map<String, TopicChoice> choices = new HashMap<>();
        Map<Locale, TopicModel> models = new HashMap<>();
        Set<String> wanted = articles.stream().map(Article::id).collect(Collectors.toSet());
        byLanguage.forEach((language, some) -> {
            Map<String, TopicChoice> explicit = facts.of(language, some.values());
            explicit.keySet().stream().filter(wanted::contains).forEach(id -> choices.put(id, explicit.get(id)));
            TopicModel model = model(language, topics, some, explicit);
            models.put(language, model);
            some.values().stream()
                    .filter(article -> wanted.contains(article.id()) && !explicit.containsKey(article.id()))
                    .forEach(article ->
                            choices.put(article.id(), facts.allowed(language, article, model.choice(article))));
        });
        return new Assignment(
                choices,
                article -> Optional.ofNullable(models.get(plain(article.language())))
                        .flatMap(model -> model.reasons(article)));
    }

    /** Proposes keywords for a topic of a newsletter, the best first, out of what is known of the newsletter's feeds. */
    public List<Suggestion> suggest(Newsletter newsletter, Topic topic, List<Article> known) {
        return new Suggestions(analyzers).of(topic, known, assign(newsletter, known, known));
    }

    /** In the order of their ids, so that sums are rounded in the same way whatever the order they come in. */
    private static Map<Locale, Map<String, Article>> byLanguage(List<Article> articles, List<Article> known) {
        Map<Locale, Map<String, Article>> byLanguage = new TreeMap<>(Comparator.comparing(Locale::getLanguage));
        for (List<Article> some : List.of(articles, known)) {
            some.forEach(article -> byLanguage
                    .computeIfAbsent(plain(article.language()), language -> new TreeMap<>())
                    .putIfAbsent(article.id(), article));
        }
        return byLanguage;
    }

    private static Locale plain(Locale language) {
        return Locale.forLanguageTag(language.getLanguage());
    }

    private TopicModel model(
            Locale language, List<Topic> topics, Map<String, Article> articles, Map<String, TopicChoice> explicit) {
        Map<String, String> given = new HashMap<>();
        explicit.forEach((id, choice) -> choice.topic().ifPresent(topic -> given.put(id, topic)));
        List<LanguageTopic> told = topics.stream()
                .map(topic -> new LanguageTopic(topic.id(), topic.title(), keywords(topic, language)))
                .toList();
        return new TopicModel(language, told, List.copyOf(articles.values()), given, analyzers);
    }

    /** A topic without keywords that is called like a built-in one has its keywords. */
    private List<Keyword> keywords(Topic topic, Locale language) {
        List<String> own = topic.keywords();
        List<String> words = own.isEmpty()
                ? builtIn.called(topic.id())
                        .or(() -> builtIn.called(topic.title()))
                        .map(known -> builtIn.keywords(known, language))
                        .orElse(own)
                : own;
        return words.stream()
                .map(word -> Keyword.of(word, analyzers.terms(language, word)))
                .toList();
    }

    /** What is known for a fact about the articles of a newsletter. */
    private final class FactsOf {
        private final List<Topic> topics;
        private final Map<URI, String> ofFeed;
        private final SectionWords sections;
        private final Map<Locale, List<Rule>> rules = new HashMap<>();

        FactsOf(Newsletter newsletter, List<Topic> topics) {
            this.topics = topics;
            this.sections = new SectionWords(topics, builtIn);
            this.ofFeed = newsletter.feeds().stream()
                    .filter(feed -> feed.topic().isPresent())
                    .collect(Collectors.toMap(Feed::url, feed -> feed.topic().orElseThrow(), (first, second) -> first));
        }

        private record Rule(String topic, Optional<TopicQuery> must, Optional<TopicQuery> mustNot) {}

        Map<String, TopicChoice> of(Locale language, Iterable<Article> articles) {
            Map<String, TopicChoice> facts = new HashMap<>();
            articles.forEach(article -> fact(language, article).ifPresent(fact -> facts.put(article.id(), fact)));
            return facts;
        }

        private Optional<TopicChoice> fact(Locale language, Article article) {
            Set<String> barred = barred(language, article);
            return rules(language).stream()
                    .filter(rule ->
                            rule.must().filter(query -> query.finds(article)).isPresent())
                    .map(rule -> TopicChoice.explicit(rule.topic(), Evidence.RULE, "its rule (must)"))
                    .filter(choice -> isAllowed(choice, barred))
                    .findFirst()
                    .or(() -> Optional.ofNullable(ofFeed.get(article.feed()))
                            .map(topic -> TopicChoice.explicit(topic, Evidence.FEED, "the topic of its feed"))
                            .filter(choice -> isAllowed(choice, barred)))
                    .or(() -> byCategory(article).filter(choice -> isAllowed(choice, barred)))
                    .or(() -> sections.find(article.url())
                            .map(found -> TopicChoice.explicit(
                                    found.topic(), Evidence.SECTION, "\"" + found.word() + "\" in its link"))
                            .filter(choice -> isAllowed(choice, barred)));
        }

        /** The choice, unless a rule keeps the article out of that topic. */
        TopicChoice allowed(Locale language, Article article, TopicChoice choice) {
            return isAllowed(choice, barred(language, article))
                    ? choice
                    : TopicChoice.none("a rule (must-not) keeps it out of "
                            + choice.topic().orElseThrow());
        }

        private static boolean isAllowed(TopicChoice choice, Set<String> barred) {
            return choice.topic().filter(barred::contains).isEmpty();
        }

        private Set<String> barred(Locale language, Article article) {
            Set<String> barred = new HashSet<>();
            for (Rule rule : rules(language)) {
                if (rule.mustNot().filter(query -> query.finds(article)).isPresent()) {
                    barred.add(rule.topic());
                }
            }
            return barred;
        }

        private List<Rule> rules(Locale language) {
            return rules.computeIfAbsent(
                    language,
                    some -> topics.stream()
                            .filter(topic ->
                                    topic.must().isPresent() || topic.mustNot().isPresent())
                            .map(topic -> new Rule(topic.id(), query(topic.must(), some), query(topic.mustNot(), some)))
                            .toList());
        }

        private Optional<TopicQuery> query(Optional<String> text, Locale language) {
            return text.map(query -> TopicQuery.of(query, analyzers.telling(language)));
        }

        private Optional<TopicChoice> byCategory(Article article) {
            Set<String> categories =
                    article.categories().stream().map(SectionWords::plain).collect(Collectors.toSet());
            return topics.stream()
                    .flatMap(topic -> topic.categories().stream()
                            .filter(category -> categories.contains(SectionWords.plain(category)))
                            .map(category -> TopicChoice.explicit(
                                    topic.id(), Evidence.CATEGORY, "its category \"" + category + "\"")))
                    .findFirst();
        }
    }
}
