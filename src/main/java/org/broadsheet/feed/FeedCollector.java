package org.broadsheet.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.broadsheet.feed.FeedManners.Asker;

/**
 * Fetches many feeds side by side, but never more than two at once from one host.
 *
 * <p>Each host has a queue of its feeds, and at most two threads work on one queue. So no thread ever waits for a
 * host's turn, and a host with hundreds of feeds does not keep the others from being asked.
 */
public final class FeedCollector {
    private static final int PER_HOST = 2;

    private final FeedFetcher fetcher;
    private final FeedStore store;
    private final FeedManners manners;
    private final int parallel;

    public FeedCollector(FeedFetcher fetcher, FeedStore store, FeedManners manners, int parallel) {
        this.fetcher = fetcher;
        this.store = store;
        this.manners = manners;
        this.parallel = parallel;
    }

    /**
     * Fetches each feed at most once and hands over what became of it, as it comes in.
     *
     * @param whenDone called by one thread at a time; what it throws ends the collecting
     * @throws InterruptedException when the calling thread is interrupted; fetches under way are cut off
     */
    public void collect(Collection<URI> feeds, Asker asker, BiConsumer<URI, FetchOutcome> whenDone)
            throws InterruptedException {
        Map<String, Queue<URI>> byHost = new LinkedHashMap<>();
        feeds.stream()
                .distinct()
                .forEach(feed -> byHost.computeIfAbsent(host(feed), host -> new ConcurrentLinkedQueue<>())
                        .add(feed));
        Object oneAtATime = new Object();
        List<Callable<Boolean>> workers = new ArrayList<>();
        byHost.forEach((host, queue) -> {
            int many = Math.min(queue.size(), host.isEmpty() ? parallel : PER_HOST);
            for (int i = 0; i < many; i++) {
                workers.add(() -> fetchAll(queue, asker, (feed, outcome) -> {
                    synchronized (oneAtATime) {
                        whenDone.accept(feed, outcome);
                    }
                }));
            }
        });
        run(workers);
    }

    private void run(List<Callable<Boolean>> workers) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(parallel, workers.size())));
        try {
            for (Future<Boolean> worker : threads.invokeAll(workers)) {
                finish(worker);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean fetchAll(Queue<URI> queue, Asker asker, BiConsumer<URI, FetchOutcome> whenDone) {
        for (URI feed = queue.poll(); feed != null && !Thread.currentThread().isInterrupted(); feed = queue.poll()) {
            whenDone.accept(feed, fetch(feed, asker));
        }
        return true;
    }

    private FetchOutcome fetch(URI feed, Asker asker) {
        if (FeedUrls.isFile(feed)) {
            return fetcher.fetch(feed, Optional.empty());
        }
        Optional<FeedState> known = store.state(feed);
        return known.<FetchOutcome>flatMap(
                        state -> manners.reasonToWait(state, asker).map(reason -> reason))
                .orElseGet(() -> fetcher.fetch(feed, known));
    }

    /** Files have no host that could be asked too often. */
    private static String host(URI feed) {
        return FeedUrls.isFile(feed) ? "" : String.valueOf(feed.getAuthority());
    }

    private static void finish(Future<Boolean> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
