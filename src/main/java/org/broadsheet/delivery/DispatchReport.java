package org.broadsheet.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What one run over an edition's deliveries came to.
 *
 * @param sent how many the mail server took in this run
 * @param failed how many it refused for good
 * @param skipped how many readers did not want it any more
 * @param expired how many were given up because their time was over
 * @param deferred how many now wait for another try
 * @param waiting how many wait for the hour that their readers chose
 * @param open how many are not settled yet, deferred and waiting ones among them
 * @param hold why the run ended before its end although nothing is wrong
 * @param relayProblem why the run ended before its end, for the admin, when the mail server is to blame
 * @param nextRetry when it makes sense to go on, if something is open
 */
public record DispatchReport(
        long sent,
        long failed,
        long skipped,
        long expired,
        long deferred,
        long waiting,
        long open,
        Optional<Hold> hold,
        Optional<String> relayProblem,
        Optional<Instant> nextRetry) {

    /** Whether everybody got it, or will at the hour that they chose. */
    public boolean succeeded() {
        return failed + expired == 0 && (open == waiting || hold.isPresent());
    }
}
