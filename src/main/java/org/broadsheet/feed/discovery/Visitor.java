package org.broadsheet.feed.discovery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedLinks;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpAnswer;
import org.broadsheet.net.Validators;
import org.jsoup.nodes.Document;

/** Asks addresses for one search: each once, two at a time, and no more than a search may cost. */
final class Visitor implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final int MOST_REQUESTS = 24;
    private static final int MOST_FAILURES = 2;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Http http;
    private final FeedParser parser;
    private final Clock clock;
    private final Instant end;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Set<URI> asked = new LinkedHashSet<>();
    private final Map<URI, String> problems = new LinkedHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Visitor(Http http, FeedParser parser, Clock clock) {
        this.http = http;
        this.parser = parser;
        this.clock = clock;
        this.end = clock.instant().plus(LONGEST);
    }

    /** What an address turned out to be. */
    sealed interface Visit {
        URI url();

        /** A feed. */
        record Feed(URI url, FeedDocument document) implements Visit {}

        /** Something that may be a web page. */
        record Page(URI url, Document html, String reason) implements Visit {}

        /**
         * Nothing that could be read.
         *
         * @param mayAskOn whether there is any sense in asking its host for more
         */
        record Nothing(URI url, String reason, boolean mayAskOn) implements Visit {}
    }

    /** Asks addresses that were not asked before; those that the search has no more time or requests for are left out. */
    List<Visit> visit(List<URI> urls) throws InterruptedException {
        List<Callable<Visit>> tasks = new ArrayList<>();
        for (URI url : urls) {
            if (asked.size() < MOST_REQUESTS && asked.add(url)) {
                tasks.add(() -> visit(url));
            }
        }
        List<Visit> visits = new ArrayList<>();
        for (Future<Visit> task : threads.invokeAll(tasks)) {
            visits.add(result(task));
        }
        visits.forEach(this::note);
        return visits;
    }

    /** Every address that is no feed, and why. */
    List<Discovered.Tried> tried() {
        return problems.entrySet().stream()
                .map(entry -> new Discovered.Tried(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void note(Visit visit) {
        if (visit instanceof Visit.Page page) {
            problems.put(page.url(), page.reason());
        } else if (visit instanceof Visit.Nothing nothing) {
            problems.put(nothing.url(), nothing.reason());
        }
    }

    private Visit visit(URI url) {
        String host = url.getAuthority();
        if (failures.getOrDefault(host, 0) >= MOST_FAILURES) {
            return new Visit.Nothing(url, "not asked, as its host does not answer", false);
        }
        if (clock.instant().isAfter(end)) {
            return new Visit.Nothing(url, "not asked, as the search took over " + LONGEST.toSeconds() + " s", false);
        }
        HttpAnswer answer = http.get(url, Validators.NONE);
        if (answer instanceof HttpAnswer.Body body) {
            return read(body.movedTo().orElse(url), body);
        }
        if (answer instanceof HttpAnswer.Refused refused) {
            return refusal(url, refused.status());
        }
        failures.merge(host, 1, Integer::sum);
        String reason = answer instanceof HttpAnswer.Failed failed ? failed.reason() : "it answered nothing";
        return new Visit.Nothing(url, reason, false);
    }

    private Visit refusal(URI url, int status) {
        if (status == 429 || status == 503) {
            failures.put(url.getAuthority(), MOST_FAILURES);
            String wish = "the server asks to be asked less often (" + status + "); try again later";
            return new Visit.Nothing(url, wish, false);
        }
        String reason = switch (status) {
            case 401, 403 -> "the server does not let us in (" + status + ")";
            case 404, 410 -> "there is nothing at this address (" + status + ")";
            default -> "the server answered " + status;
        };
        return new Visit.Nothing(url, reason, true);
    }

    private Visit read(URI url, HttpAnswer.Body body) {
        byte[] bytes = body.bytes().toByteArray();
        ParseResult result = parser.parse(bytes, body.contentType(), body.url());
        if (result instanceof ParseResult.Parsed parsed) {
            return new Visit.Feed(url, parsed.document());
        }
        String reason = ((ParseResult.NotAFeed) result).reason();
        return FeedLinks.mayBeIn(body.bytes(), body.contentType())
                ? new Visit.Page(body.url(), FeedLinks.page(bytes, body.contentType(), body.url()), reason)
                : new Visit.Nothing(url, reason, true);
    }

    private static Visit result(Future<Visit> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
