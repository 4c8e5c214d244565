package org.broadsheet.app;

import java.net.URI;
import java.util.List;
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
import org.broadsheet.delivery.Relay;
import org.broadsheet.feed.FeedCollector;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.feed.FetchOutcome;

/** Finds out before sending what would go wrong then. Changes nothing and sends nothing. */
public final class Checks {
    private final Configuration configuration;
    private final TemplateChecks templates;
    private final FeedCollector feeds;
    private final DkimChecks dkim;
    private final Relay relay;

    Checks(Configuration configuration, TemplateChecks templates, FeedCollector feeds, DkimChecks dkim, Relay relay) {
        this.configuration = configuration;
        this.templates = templates;
        this.feeds = feeds;
        this.dkim = dkim;
        this.relay = relay;
    }

    /**
     * One thing that was looked at.
     *
     * @param problem what is wrong and what to do; empty when all is well
     */
    public record Finding(String what, Optional<String> problem, Grade grade) {
        static Finding sound(String what) {
            return new Finding(what, Optional.empty(), Grade.SOUND);
        }

        static Finding note(String what, String words) {
            return new Finding(what, Optional.of(words), Grade.WARNING);
        }

        static Finding wrong(String what, Failure failure) {
            // Some failures name what they are about themselves; once is enough.
            String problem = String.valueOf(failure.getMessage()).replaceFirst("^" + Pattern.quote(what + ": "), "");
            return new Finding(what, Optional.of(problem), Grade.FAULT);
        }
    }

    /** How bad a finding is, the worst last. */
    public enum Grade {
        /** All is well. */
        SOUND,
        /** It goes, but not as well as it could. */
        WARNING,
        /** It would fail. */
        FAULT,
        /** It is wrong in the admin's own files. */
        CONFIGURATION
    }

    /**
     * Looks at everything, at the templates and the feeds at the same time, and hands over what was found.
     *
     * @param network whether feeds of the web, the DNS and the mail server are looked at
     */
    public void run(boolean network, Consumer<Finding> found) throws InterruptedException {
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<List<Finding>> templates = beside.submit(this.templates::run);
            List<Finding> feeds = feeds(network);
            templates.get().forEach(found);
            feeds.forEach(found);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            beside.shutdownNow();
        }
        dkim.run(network).forEach(found);
        if (network) {
            relay.each().forEach(each -> found.accept(guarded(each.name(), each::probe)));
        }
    }

    private List<Finding> feeds(boolean network) throws InterruptedException {
        List<URI> wanted = configuration.feeds().stream()
                .filter(feed -> network || FeedUrls.isFile(feed))
                .toList();
        Map<URI, Finding> findings = new ConcurrentHashMap<>();
        feeds.collect(wanted, Asker.BY_HAND, (feed, outcome) -> findings.put(feed, finding(feed, outcome)));
        return wanted.stream().map(findings::get).toList();
    }

    private static Finding finding(URI feed, FetchOutcome outcome) {
        String name = "feed " + FeedUrls.shown(feed);
        Optional<String> problem = outcome instanceof FetchOutcome.Moved moved
                ? Optional.of("it is found at " + moved.to() + " now; write that instead")
                : outcome.problem();
        return new Finding(name, problem, problem.isPresent() ? Grade.FAULT : Grade.SOUND);
    }

    private static Finding guarded(String what, Runnable look) {
        try {
            look.run();
            return Finding.sound(what);
        } catch (Failure failure) {
            return Finding.wrong(what, failure);
        }
    }
}
