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

    /** A feed to be fetched, and what is known of it. */
    private record Wanted(URI feed, Optional<FeedState> known) {
        /** Files have no host that could be asked too often. */
        String host() {
            return FeedUrls.isFile(feed)
                    ? ""
                    : FeedUrls.host(known.flatMap(FeedState::movedTo).orElse(feed));
        }
    }

    /**
     * Fetches each feed at most once and hands over what became of it, as it comes in.
     *
     * @param whenDone called by one thread at a time; what it throws ends the collecting
     * @throws InterruptedException when the calling thread is interrupted; fetches under way are cut off, and nothing
     *     more is handed over
     */
    public void collect(Collection<URI> feeds, Asker asker, BiConsumer<URI, FetchOutcome> whenDone)
            throws InterruptedException {
        Run run = new Run(asker, whenDone);
        List<Callable<Boolean>> workers = new ArrayList<>();
        byHost(feeds).forEach((host, queue) -> {
            int many = Math.min(queue.size(), host.isEmpty() ? parallel : PER_HOST);
            for (int i = 0; i < many; i++) {
                workers.add(() -> run.fetchAll(queue));
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(parallel, workers.size())));
        try {
            for (Future<Boolean> worker : threads.invokeAll(workers)) {
                finish(worker);
            }
        } finally {
            run.end();
            threads.shutdownNow();
        }
    }

    private Map<String, Queue<Wanted>> byHost(Collection<URI> feeds) {
        Map<String, Queue<Wanted>> byHost = new LinkedHashMap<>();
        feeds.stream().distinct().forEach(feed -> {
            Wanted wanted = new Wanted(feed, FeedUrls.isFile(feed) ? Optional.empty() : store.state(feed));
            byHost.computeIfAbsent(wanted.host(), host -> new ConcurrentLinkedQueue<>())
                    .add(wanted);
        });
        return byHost;
    }

    /** One collecting, which may be ended while some of its threads still wait for a server. */
    private final class Run {
        private final Asker asker;
        private final BiConsumer<URI, FetchOutcome> whenDone;
        private boolean ended;

        Run(Asker asker, BiConsumer<URI, FetchOutcome> whenDone) {
            this.asker = asker;
            this.whenDone = whenDone;
        }

        boolean fetchAll(Queue<Wanted> queue) {
            boolean goesOn = true;
            for (Wanted wanted = queue.poll(); goesOn && wanted != null; wanted = queue.poll()) {
                goesOn = handOver(wanted.feed(), fetch(wanted));
            }
            return goesOn;
        }

        private FetchOutcome fetch(Wanted wanted) {
            return wanted.known()
                    .<FetchOutcome>flatMap(
                            state -> manners.reasonToWait(state, asker).map(reason -> reason))
                    .orElseGet(() -> fetcher.fetch(wanted.feed(), wanted.known()));
        }

        /** What was cut off says nothing about its feed. */
        private synchronized boolean handOver(URI feed, FetchOutcome outcome) {
            if (ended || Thread.currentThread().isInterrupted()) {
                return false;
            }
            whenDone.accept(feed, outcome);
            return true;
        }

        synchronized void end() {
            ended = true;
        }
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
