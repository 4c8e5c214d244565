package org.broadsheet.subscriber;

import java.util.Map;

/** Takes newcomers, in earnest or for a rehearsal. */
interface Taking {
    /**
     * Takes newcomers, keyed by their canonical address.
     *
     * @return for each whether it was added, or why not; those that were taken in this very run before are left out
     */
    Map<String, Addition> take(Map<String, Newcomer> newcomers);
}
