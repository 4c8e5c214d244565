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
 * @param open how many are not settled yet, deferred ones among them
 * @param relayProblem why the run ended before its end, for the admin, when the mail server is to blame
 * @param nextRetry when it makes sense to go on, if something is open
 */
public record DispatchReport(
        long sent,
        long failed,
        long skipped,
        long expired,
        long deferred,
        long open,
        Optional<String> relayProblem,
        Optional<Instant> nextRetry) {}
