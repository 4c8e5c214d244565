package org.broadsheet.app;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.article.Collecting;
import org.broadsheet.article.Collecting.Collected;
import org.broadsheet.article.FullTexts;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.feed.FeedCollector;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.story.BackgroundStore;

/** Reads the feeds of newsletters into the store. */
final class Collector {
    private final FeedCollector feeds;
    private final Collecting collecting;
    private final FullTexts fullTexts;
    private final BackgroundStore backgrounds;

    Collector(FeedCollector feeds, Collecting collecting, FullTexts fullTexts, BackgroundStore backgrounds) {
        this.backgrounds = backgrounds;
        this.feeds = feeds;
        this.collecting = collecting;
        this.fullTexts = fullTexts;
    }

    /** Reads every feed once, however many newsletters name it. A broken feed is in the report, and stops nothing. */
    CollectReport collect(Collection<Newsletter> newsletters, Asker asker, CollectProgress progress)
            throws InterruptedException {
        Collection<URI> urls = newsletters.stream()
                .flatMap(newsletter -> newsletter.feeds().stream())
                .map(Feed::url)
                .distinct()
                .toList();
        progress.started(urls.size());
        Tally tally = new Tally();
        feeds.collect(urls, asker, (feed, outcome) -> {
            Collected collected = collecting.store(feed, outcome);
            tally.add(feed, collected);
            progress.done(feed, collected);
        });
        CollectReport report = tally.report(fullTexts.read(withFullText(newsletters)));
        backgrounds.learn(newsletters);
        return report;
    }

    private static Collection<URI> withFullText(Collection<Newsletter> newsletters) {
        return newsletters.stream()
                .flatMap(newsletter -> newsletter.feeds().stream())
                .filter(Feed::fullText)
                .map(Feed::url)
                .distinct()
                .toList();
    }

    /** Counts what comes in. */
    private static final class Tally {
        private final Map<URI, String> problems = new TreeMap<>();
        private int read;
        private int articles;
        private int added;

        void add(URI feed, Collected collected) {
            collected.problem().ifPresentOrElse(problem -> problems.put(feed, problem), () -> read++);
            articles += collected.articles();
            added += collected.added();
        }

        CollectReport report(int texts) {
            return new CollectReport(read, problems, articles, added, texts);
        }
    }
}
