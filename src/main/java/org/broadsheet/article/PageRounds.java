package org.broadsheet.article;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.broadsheet.article.FullTextStore.Wanted;

/** Reads many pages side by side, but never more than two at once from one host, and none past a deadline. */
final class PageRounds {
    private static final int PER_HOST = 2;

    /** A host that failed so often in a row is left alone for this time. */
    private static final int FAILURES = 3;

    private final Function<URI, PageOutcome> fetcher;
    private final int parallel;
    private final Duration longest;

    PageRounds(Function<URI, PageOutcome> fetcher, int parallel, Duration longest) {
        this.fetcher = fetcher;
        this.parallel = parallel;
        this.longest = longest;
    }

    /** What a lane reports. */
    private sealed interface Step {
        record Read(Wanted article, PageOutcome outcome) implements Step {}

        record End(Optional<RuntimeException> bug) implements Step {}
    }

    /** The pages of one host that are still to be read. */
    private static final class Host {
        final Queue<Wanted> left = new ConcurrentLinkedQueue<>();
        final AtomicInteger failures = new AtomicInteger();

        void note(PageOutcome outcome) {
            if (outcome instanceof PageOutcome.Later later) {
                if (later.busy() || failures.incrementAndGet() >= FAILURES) {
                    left.clear();
                }
            } else {
                failures.set(0);
            }
        }
    }

    /**
     * Reads these pages and hands over what became of each, as it comes in.
     *
     * @param whenRead called by the calling thread
     * @throws InterruptedException when the calling thread is interrupted
     */
    void read(List<Wanted> articles, BiConsumer<Wanted, PageOutcome> whenRead) throws InterruptedException {
        Map<String, Host> hosts = new LinkedHashMap<>();
        for (Wanted article : articles) {
            hosts.computeIfAbsent(String.valueOf(article.page().getAuthority()), name -> new Host())
                    .left
                    .add(article);
        }
        List<Host> lanes = new ArrayList<>();
        for (int i = 0; i < PER_HOST; i++) {
            for (Host host : hosts.values()) {
                if (host.left.size() > i) {
                    lanes.add(host);
                }
            }
        }
        run(lanes, whenRead);
    }

    private void run(List<Host> lanes, BiConsumer<Wanted, PageOutcome> whenRead) throws InterruptedException {
        if (lanes.isEmpty()) {
            return;
        }
        BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(parallel, lanes.size()), PageRounds::thread);
        try {
            lanes.forEach(host -> threads.execute(() -> drive(host, steps)));
            hear(steps, lanes.size(), whenRead);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A page that does not end must not keep the program from ending. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "page");
        thread.setDaemon(true);
        return thread;
    }

    private void drive(Host host, Queue<Step> steps) {
        try {
            Wanted article = host.left.poll();
            while (article != null && !Thread.currentThread().isInterrupted()) {
                PageOutcome outcome = fetcher.apply(article.page());
                steps.add(new Step.Read(article, outcome));
                host.note(outcome);
                article = host.left.poll();
            }
            steps.add(new Step.End(Optional.empty()));
        } catch (RuntimeException bug) {
            steps.add(new Step.End(Optional.of(bug)));
        }
    }

    private void hear(BlockingQueue<Step> steps, int lanes, BiConsumer<Wanted, PageOutcome> whenRead)
            throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        int open = lanes;
        while (open > 0) {
            Step step = steps.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (step == null) {
                return;
            }
            if (step instanceof Step.Read read) {
                whenRead.accept(read.article(), read.outcome());
            } else if (step instanceof Step.End end) {
                end.bug().ifPresent(bug -> {
                    throw bug;
                });
                open--;
            }
        }
    }
}
