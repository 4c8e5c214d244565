package org.broadsheet.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.feed.Links;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself to machines; a help to find the article, never the article itself.
 *
 * @param titles how it wants to be called, the best first
 * @param description the text by which it wants to be shown; empty without
 * @param article whether it calls itself an article
 * @param body the article's text, if the page repeats it for machines; often cut or run together; empty without
 */
record PageHints(List<String> titles, String description, boolean article, String body, Optional<URI> image) {

    static PageHints of(Document document, URI url) {
        StructuredData data = StructuredData.of(document);
        List<String> titles = new ArrayList<>();
        data.headline().ifPresent(titles::add);
        meta(document, "og:title", "twitter:title", "dc.title").ifPresent(titles::add);
        titles.add(CleanText.oneLine(document.title()));
        titles.removeIf(String::isEmpty);
        String type = meta(document, "og:type").orElse("").toLowerCase(Locale.ROOT);
        return new PageHints(
                titles,
                meta(document, "og:description", "description", "twitter:description")
                        .orElse(""),
                data.isArticle() || type.equals("article") || type.equals("news.article"),
                data.body(),
                meta(document, "og:image:secure_url", "og:image", "og:image:url", "twitter:image")
                        .flatMap(link -> Links.resolve(url, link)));
    }

    /** The first of these that says something; what a page calls a property, another calls a name. */
    private static Optional<String> meta(Document document, String... names) {
        for (String name : names) {
            for (Element meta : document.getElementsByTag("meta")) {
                String content = CleanText.oneLine(meta.attr("content"));
                boolean named = name.equalsIgnoreCase(meta.attr("property"))
                        || name.equalsIgnoreCase(meta.attr("name"))
                        || name.equalsIgnoreCase(meta.attr("itemprop"));
                if (named && !content.isEmpty()) {
                    return Optional.of(content);
                }
            }
        }
        return Optional.empty();
    }
}
