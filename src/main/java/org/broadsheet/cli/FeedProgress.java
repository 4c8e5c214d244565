package org.broadsheet.cli;

import java.net.URI;
import java.util.Collection;
import java.util.TreeMap;
import org.broadsheet.app.CollectProgress;
import org.broadsheet.app.CollectReport;
import org.broadsheet.app.Pipeline;
import org.broadsheet.article.Collecting.Collected;
import org.broadsheet.config.Newsletter;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.feed.FeedUrls;

/** Shows how the reading of feeds goes on, and what came of it. */
final class FeedProgress implements CollectProgress {
    private final ProgressBar bar;
    private int feeds;
    private int done;

    private FeedProgress(ProgressBar bar) {
        this.bar = bar;
    }

    /** Reads the feeds, with a bar while it lasts and a summary at the end. */
    static CollectReport collect(Pipeline pipeline, Collection<Newsletter> newsletters, Terminal terminal)
            throws InterruptedException {
        CollectReport report;
        try (ProgressBar bar = new ProgressBar(terminal, "Reading feeds")) {
            report = pipeline.collect(newsletters, Asker.BY_HAND, on(bar));
        }
        summarize(report, terminal);
        return report;
    }

    /** Draws on a bar that somebody else closes. */
    static CollectProgress on(ProgressBar bar) {
        return new FeedProgress(bar);
    }

    /** Tells what came of it, and names every feed that failed. */
    static void summarize(CollectReport report, Terminal terminal) {
        terminal.out()
                .println("Feeds: " + report.read() + " read, "
                        + report.problems().size() + " failed; articles: " + report.articles() + " found, "
                        + report.added() + " new");
        new TreeMap<>(report.problems())
                .forEach((feed, problem) -> terminal.err().println(FeedUrls.shown(feed) + ": " + problem));
        if (report.allFailed()) {
            terminal.err().println("no feed could be read; is this machine connected to the network?");
        }
    }

    @Override
    public void started(int count) {
        feeds = count;
        bar.show(0, feeds, "");
    }

    @Override
    public void done(URI feed, Collected collected) {
        done++;
        bar.show(done, feeds, String.valueOf(feed.getHost() == null ? feed.getPath() : feed.getHost()));
    }
}
