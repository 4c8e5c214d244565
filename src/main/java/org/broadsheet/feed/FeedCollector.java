package org.broadsheet.feed;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.broadsheet.net.Validators;

/** Fetches many feeds side by side, but never more than two at once from one host. */
public final class FeedCollector {
    private static final int PER_HOST = 2;

    private final FeedFetcher fetcher;
    private final FeedStore store;
    private final int parallel;

    public FeedCollector(FeedFetcher fetcher, FeedStore store, int parallel) {
        this.fetcher = fetcher;
        this.store = store;
        this.parallel = parallel;
    }

    /**
     * Fetches each feed once and hands over what became of it, as it comes in.
     *
     * @param whenDone called by one thread at a time; what it throws ends the collecting
     * @throws InterruptedException when the calling thread is interrupted; fetches under way are cut off
     */
    public void collect(Collection<URI> feeds, BiConsumer<URI, FetchOutcome> whenDone) throws InterruptedException {
        List<URI> distinct = feeds.stream().distinct().toList();
        Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(parallel, distinct.size())));
        try {
            List<Callable<Boolean>> fetches = distinct.stream()
                    .<Callable<Boolean>>map(feed -> () -> fetch(feed, hosts, whenDone))
                    .toList();
            for (Future<Boolean> fetch : threads.invokeAll(fetches)) {
                finish(fetch);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean fetch(URI feed, Map<String, Semaphore> hosts, BiConsumer<URI, FetchOutcome> whenDone)
            throws InterruptedException {
        Semaphore turn = hosts.computeIfAbsent(String.valueOf(feed.getAuthority()), host -> permits(feed));
        turn.acquire();
        FetchOutcome outcome;
        try {
            Validators known = FeedUrls.isFile(feed) ? Validators.NONE : store.validators(feed);
            outcome = fetcher.fetch(feed, known);
        } finally {
            turn.release();
        }
        synchronized (hosts) {
            whenDone.accept(feed, outcome);
        }
        return true;
    }

    private Semaphore permits(URI feed) {
        return new Semaphore(FeedUrls.isFile(feed) ? parallel : PER_HOST);
    }

    private static void finish(Future<Boolean> fetch) throws InterruptedException {
        try {
            fetch.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
