package org.broadsheet.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.edition.RenderedEdition;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** A digest of some 50 kB as a mail, and the template that makes it. */
final class BenchDigest {
    static final String SUBJECT = "Größer als je: die Nachrichten des Morgens";

    private static final int STORIES = 42;
    private static final List<String> WORDS = List.of(
            "Wind",
            "überholt",
            "Kohle",
            "Hafen",
            "größte",
            "Stadt",
            "meldet",
            "Preis",
            "am",
            "Morgen",
            "the",
            "harbour",
            "opens",
            "again",
            "after",
            "storm",
            "Brücke",
            "gesperrt",
            "council",
            "votes",
            "für",
            "neue",
            "Straßenbahn");
    private static final String HTML = """
            <html><body style="margin:0;background:#f4f4f2"><table role="presentation" width="600">
            <tr th:each="story : ${stories}"><td style="padding:12px 24px;font-family:Georgia,serif;font-size:16px">
            <h2 style="margin:0 0 6px;font-size:20px;line-height:1.25"><a style="color:#1a1a1a;text-decoration:none"
            th:href="${story.url}" th:text="${story.headline}">headline</a></h2>
            <p style="margin:0;color:#444;line-height:1.5" th:text="${story.summary}">summary</p></td></tr>
            <tr><td><p th:text="${address}">address</p><a th:href="${unsubscribe}">unsubscribe</a>
            <a th:href="${preferences}">preferences</a></td></tr></table></body></html>
            """;
    private static final String PLAIN = """
            [# th:each="story : ${stories}"][(${story.headline})]
            [(${story.summary})]
            [(${story.url})]

            [/][(${address})]
            [(${unsubscribe})]
            [(${preferences})]
            """;

    private final TemplateEngine html = engine(TemplateMode.HTML);
    private final TemplateEngine plain = engine(TemplateMode.TEXT);
    private final List<Map<String, String>> stories;

    BenchDigest() {
        Random random = new Random(1);
        this.stories = IntStream.range(0, STORIES)
                .mapToObj(number -> Map.of(
                        "headline", words(random, 9),
                        "summary", words(random, 55),
                        "url", "https://news.example.org/stories/" + number + "/" + random.nextInt(1_000_000)))
                .toList();
    }

    private static TemplateEngine engine(TemplateMode mode) {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(mode);
        resolver.setCacheable(true);
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }

    /** Runs the template. */
    RenderedEdition render(String address, String unsubscribe, String preferences) {
        Context context = new Context(Locale.GERMAN);
        context.setVariable("stories", stories);
        context.setVariable("address", address);
        context.setVariable("unsubscribe", unsubscribe);
        context.setVariable("preferences", preferences);
        return new RenderedEdition(SUBJECT, html.process(HTML, context), plain.process(PLAIN, context));
    }
}
