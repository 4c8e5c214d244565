package org.broadsheet.article;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpAnswer;
import org.broadsheet.net.Robots;
import org.broadsheet.net.Validators;

/** Gets the page of one article, where its site allows that, and reads it; every way this can go wrong is an outcome. */
public final class PageFetcher {
    private static final String NO_ARTICLE = "no article found on the page";

    private final Http http;
    private final Robots robots;
    private final PageReader reader;

    public PageFetcher(Http http, Robots robots, PageReader reader) {
        this.http = http;
        this.robots = robots;
        this.reader = reader;
    }

    /** Fetches a page. */
    public PageOutcome fetch(URI page) {
        return switch (robots.ask(page)) {
            case ALLOWED -> read(page, http.get(page, Validators.NONE));
            case REFUSED -> new PageOutcome.None("the site's robots.txt does not allow it");
            case UNKNOWN ->
                new PageOutcome.Later("the site's robots.txt cannot be read, so its pages are left alone", false);
        };
    }

    /** Reads a page that is already here. */
    public PageOutcome read(URI page, byte[] bytes, Optional<String> contentType) {
        return reader.read(bytes, contentType, page)
                .<PageOutcome>map(PageOutcome.Found::new)
                .orElseGet(() -> new PageOutcome.None(NO_ARTICLE));
    }

    private PageOutcome read(URI page, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Body body) {
            return isPage(body)
                    ? read(page, body.bytes().toByteArray(), body.contentType())
                    : new PageOutcome.None(
                            "not a web page but " + body.contentType().orElse(""));
        }
        if (answer instanceof HttpAnswer.Refused refused) {
            String reason = "the server answered " + refused.status();
            boolean busy = refused.status() == 429 || refused.status() == 503;
            boolean passing = refused.status() >= 500 || refused.status() == 429 || refused.status() == 408;
            return passing ? new PageOutcome.Later(reason, busy) : new PageOutcome.None(reason);
        }
        return new PageOutcome.Later(answer instanceof HttpAnswer.Failed failed ? failed.reason() : "no answer", false);
    }

    private static boolean isPage(HttpAnswer.Body body) {
        String type = body.contentType().orElse("text/html").toLowerCase(Locale.ROOT);
        return type.contains("html") || type.contains("xml") || type.startsWith("text/");
    }
}
