package org.broadsheet.app;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.broadsheet.Failure;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.delivery.SmtpRelay;
import org.broadsheet.edition.EditionRenderer;
import org.broadsheet.feed.FeedCollector;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.feed.FetchOutcome;

/** Finds out before sending what would go wrong then. Changes nothing and sends nothing. */
public final class Checks {
    private final Configuration configuration;
    private final EditionRenderer renderer;
    private final FeedCollector feeds;
    private final SmtpRelay relay;

    Checks(Configuration configuration, EditionRenderer renderer, FeedCollector feeds, SmtpRelay relay) {
        this.configuration = configuration;
        this.renderer = renderer;
        this.feeds = feeds;
        this.relay = relay;
    }

    /**
     * One thing that was looked at.
     *
     * @param problem what is wrong and what to do; empty when all is well
     */
    public record Finding(String what, Optional<String> problem) {}

    /**
     * Looks at everything, at the templates and the feeds at the same time, and hands over what was found.
     *
     * @param network whether feeds of the web and the mail server are looked at
     */
    public void run(boolean network, Consumer<Finding> found) throws InterruptedException {
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<List<Finding>> templates = beside.submit(this::templates);
            List<Finding> feeds = feeds(network);
            templates.get().forEach(found);
            feeds.forEach(found);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            beside.shutdownNow();
        }
        if (network) {
            found.accept(guarded("mail server " + relay.name(), relay::probe));
        }
    }

    private List<Finding> templates() {
        return languages().stream()
                .map(language ->
                        guarded("templates in " + language.toLanguageTag(), () -> renderer.renderSample(language)))
                .toList();
    }

    private List<Finding> feeds(boolean network) throws InterruptedException {
        List<URI> wanted = configuration.feeds().stream()
                .filter(feed -> network || FeedUrls.isFile(feed))
                .toList();
        Map<URI, Finding> findings = new ConcurrentHashMap<>();
        feeds.collect(wanted, Asker.BY_HAND, (feed, outcome) -> findings.put(feed, finding(feed, outcome)));
        return wanted.stream().map(findings::get).toList();
    }

    private Collection<Locale> languages() {
        return configuration.newsletters().stream()
                .map(Newsletter::language)
                .distinct()
                .toList();
    }

    private static Finding finding(URI feed, FetchOutcome outcome) {
        String name = FeedUrls.shown(feed);
        if (outcome instanceof FetchOutcome.Moved moved) {
            return new Finding(
                    "feed " + name, Optional.of("it is found at " + moved.to() + " now; write that instead"));
        }
        return new Finding("feed " + name, outcome.problem());
    }

    private static Finding guarded(String what, Runnable look) {
        try {
            look.run();
            return new Finding(what, Optional.empty());
        } catch (Failure failure) {
            // Some failures name what they are about themselves; once is enough.
            String problem = String.valueOf(failure.getMessage()).replaceFirst("^" + Pattern.quote(what + ": "), "");
            return new Finding(what, Optional.of(problem));
        }
    }
}
