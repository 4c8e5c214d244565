package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.delivery.LedgerWriter.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from the mail server's answer to each mail: for the delivery, for the pace, and for the run. Safe for use by
 * many threads.
 */
final class Conclusions {
    private static final Logger LOG = LoggerFactory.getLogger(Conclusions.class);

    private final DeliveryParts parts;
    private final DeliveryRun run;
    private final LedgerWriter writer;
    private final Clock clock;
    private final Breaker breaker = new Breaker();

    Conclusions(DeliveryParts parts, DeliveryRun run, LedgerWriter writer, Clock clock) {
        this.parts = parts;
        this.run = run;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Draws them; returns at once.
     *
     * @return a receipt when there is something to write already
     */
    Optional<Receipt> of(Claim claim, EmailAddress address, SmtpOutcome outcome) {
        if (outcome instanceof SmtpOutcome.Accepted accepted) {
            breaker.accepted().forEach(this::refuse);
            parts.pacing().throttle().accepted(claim.domain());
            return Optional.of(settle(claim, new Settlement(DeliveryState.SENT, accepted.reply(), clock.instant())));
        }
        if (outcome instanceof SmtpOutcome.Refused refused) {
            holdBack(new Refusal(claim, address, refused.reply()));
            return Optional.empty();
        }
        if (outcome instanceof SmtpOutcome.Deferred deferred) {
            return Optional.of(later(claim, deferred.reply()));
        }
        SmtpOutcome.Broken broken = (SmtpOutcome.Broken) outcome;
        String doubt = broken.inDoubt() ? " after the whole mail; it may have arrived" : "";
        return Optional.of(later(claim, broken.message() + doubt));
    }

    /** A delivery that needs no mail server to be settled. */
    void without(Claim claim, DeliveryState state, String reason) {
        settle(claim, new Settlement(state, reason, clock.instant()));
    }

    private void holdBack(Refusal refusal) {
        if (breaker.refused(refusal)) {
            run.refusesEverything(refusal.reply());
        }
    }

    /** Settles what is still held back; of a server that refuses everything, the deliveries are kept. */
    void end() {
        boolean kept = breaker.isTripped();
        for (Refusal refusal : breaker.rest()) {
            if (kept) {
                later(refusal.claim(), refusal.reply());
            } else {
                refuse(refusal);
            }
        }
    }

    private void refuse(Refusal refusal) {
        // Before it is settled: what was not noted then would never be.
        parts.refusals().refused(run.editionId(), run.newsletter(), refusal.address(), refusal.reply());
        settle(refusal.claim(), new Settlement(DeliveryState.FAILED, refusal.reply(), clock.instant()));
        run.refusedForGood();
    }

    private Receipt later(Claim claim, String reply) {
        if (SmtpReply.asksForLess(reply)) {
            parts.pacing().throttle().slowDown(claim.domain());
        }
        Instant next = clock.instant().plus(parts.backoff().after(claim.attempts()));
        boolean tooLate = !next.isBefore(claim.expires());
        return settle(claim, new Settlement(tooLate ? DeliveryState.EXPIRED : DeliveryState.DEFERRED, reply, next));
    }

    private Receipt settle(Claim claim, Settlement settlement) {
        LOG.debug(
                "edition {}: {} {}: {}",
                claim.editionId(),
                claim.subscriberId(),
                settlement.state(),
                settlement.reply());
        return writer.write(claim, settlement);
    }
}
