package org.broadsheet.app;

import java.net.URI;
import org.broadsheet.article.Collecting.Collected;

/** Hears how the collecting goes on; called by one thread at a time. */
public interface CollectProgress {
    /** For who does not want to know. */
    CollectProgress SILENT = new CollectProgress() {
        @Override
        public void started(int feeds) {}

        @Override
        public void done(URI feed, Collected collected) {}
    };

    /** That many feeds are about to be read. */
    void started(int feeds);

    /** One of them was. */
    void done(URI feed, Collected collected);
}
