package org.broadsheet.app;

import java.net.URI;
import java.util.Map;

/**
 * What collecting brought.
 *
 * @param read how many feeds could be read, or had nothing new
 * @param problems what was wrong with the others, by address
 * @param articles how many articles the feeds that sent something hold
 * @param added how many of these were new
 * @param texts how many articles' texts were read from their pages
 */
public record CollectReport(int read, Map<URI, String> problems, int articles, int added, int texts) {
    public CollectReport {
        problems = Map.copyOf(problems);
    }

    /** Whether there were feeds, and none could be read. */
    public boolean allFailed() {
        return read == 0 && !problems.isEmpty();
    }
}
