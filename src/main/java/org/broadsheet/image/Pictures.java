package org.broadsheet.image;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures for mails, from the cache or from their servers. One that cannot be had is missing, and that is all. */
public final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final int PARALLEL = 6;

    private final PictureFetcher fetcher;
    private final PictureStore store;
    private final Duration longest;
    private final Clock clock;

    /** @param longest how long all the pictures of one edition may take */
    public Pictures(PictureFetcher fetcher, PictureStore store, Duration longest, Clock clock) {
        this.fetcher = fetcher;
        this.store = store;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * Gets those of some pictures that can be had, and tells the log about the others.
     *
     * @throws InterruptedException when the calling thread is interrupted; what was fetched by then is fetched again
     */
    public Map<Wanted, Picture> get(Collection<Wanted> wanted) throws InterruptedException {
        Map<Wanted, Optional<Picture>> known = new HashMap<>(store.find(wanted, clock.instant()));
        List<Wanted> unknown = wanted.stream()
                .distinct()
                .filter(one -> !known.containsKey(one))
                .toList();
        Map<Wanted, PictureOutcome> fetched = fetch(unknown);
        store.keep(fetched, clock.instant());
        fetched.forEach((one, outcome) -> {
            if (outcome instanceof PictureOutcome.Made made) {
                known.put(one, Optional.of(made.picture()));
            }
        });
        Map<Wanted, Picture> pictures = new HashMap<>();
        known.forEach((one, picture) -> picture.ifPresent(some -> pictures.put(one, some)));
        return pictures;
    }

    private Map<Wanted, PictureOutcome> fetch(List<Wanted> wanted) throws InterruptedException {
        Map<Wanted, PictureOutcome> outcomes = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return outcomes;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(PARALLEL, wanted.size()), Pictures::thread);
        try {
            List<Callable<PictureOutcome>> tasks = wanted.stream()
                    .map(one -> (Callable<PictureOutcome>) () -> fetcher.fetch(one))
                    .toList();
            List<Future<PictureOutcome>> done = threads.invokeAll(tasks, longest.toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < done.size(); i++) {
                Wanted one = wanted.get(i);
                outcome(one, done.get(i)).ifPresent(outcome -> outcomes.put(one, outcome));
            }
        } finally {
            threads.shutdownNow();
        }
        return outcomes;
    }

    /** A picture that does not end must not keep the program from ending. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "picture");
        thread.setDaemon(true);
        return thread;
    }

    /** What was not finished in time is not the picture's fault, so nothing is remembered of it. */
    private static Optional<PictureOutcome> outcome(Wanted wanted, Future<PictureOutcome> future)
            throws InterruptedException {
        try {
            PictureOutcome outcome = future.get();
            note(wanted, outcome);
            return Optional.of(outcome);
        } catch (CancellationException e) {
            LOG.warn("picture {} is left out: there was no time left for it", wanted.shown());
            return Optional.empty();
        } catch (ExecutionException e) {
            // A bug, but of a picture: readers get their edition.
            LOG.error("picture {} is left out", wanted.shown(), e.getCause());
            return Optional.empty();
        }
    }

    private static void note(Wanted wanted, PictureOutcome outcome) {
        String reason = "";
        if (outcome instanceof PictureOutcome.Unusable unusable) {
            reason = unusable.reason();
        } else if (outcome instanceof PictureOutcome.Unreachable unreachable) {
            reason = unreachable.reason();
        }
        if (reason.isEmpty()) {
            return;
        }
        if (wanted.shape() == Shape.ICON) {
            // Many a site has none.
            LOG.debug("no icon of {}: {}", wanted.shown(), reason);
        } else {
            LOG.warn("picture {} is left out: {}", wanted.shown(), reason);
        }
    }
}
