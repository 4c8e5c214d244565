package org.broadsheet.story;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.article.Article;
import org.broadsheet.net.Domains;

/**
 * Tells outlets apart: by the name that readers see, and by the site that the link leads to, as a feed that gathers the
 * articles of many sites under its own name is not one outlet. Remembers sites; not for several threads.
 */
public final class Outlets {
    private final Map<String, String> sites = new HashMap<>();

    /** Who tells an article; equal for articles of one outlet. */
    public String of(Article article) {
        String host = Optional.ofNullable(article.url().getHost()).orElse("");
        return article.source() + '\n' + sites.computeIfAbsent(host, some -> Domains.registrable(article.url()));
    }
}
