package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.mail.Recipient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's work: claims a few deliveries, sends each, writes down what became of it, and claims again. */
final class Lane implements Runnable {
    /** Small, so that lanes share the work evenly and a crash leaves little to take over. */
    static final int BATCH = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final DeliveryParts parts;
    private final DeliveryRun run;
    private final Owner owner;
    private final Clock clock;
    private @Nullable SmtpConnection connection;
    private boolean cutOff;

    Lane(DeliveryParts parts, DeliveryRun run, Owner owner, Clock clock) {
        this.parts = parts;
        this.run = run;
        this.owner = owner;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            deliverAll();
        } catch (RelayFailure failure) {
            LOG.debug("a connection ends", failure);
            run.relayFailed(failure);
        } finally {
            disconnect();
            parts.ledger().release(run.editionId(), owner);
        }
    }

    private void deliverAll() {
        // Connects before it claims: whoever cannot connect must not hold what another lane could send.
        connection();
        List<Claim> claims = claims();
        while (!claims.isEmpty()) {
            for (Claim claim : claims) {
                if (goesOn()) {
                    deliver(claim);
                }
            }
            claims = claims();
        }
    }

    private List<Claim> claims() {
        return goesOn() ? parts.ledger().claim(run.editionId(), owner, BATCH) : List.of();
    }

    private boolean goesOn() {
        return run.goesOn() && !cutOff;
    }

    private void deliver(Claim claim) {
        LastLook look = parts.ledger().lastLook(claim, run.mail().mail().newsletter());
        if (look instanceof LastLook.Wanted wanted) {
            SmtpOutcome outcome = sendTwiceAtMost(claim, wanted.address());
            noteRefusal(wanted.address(), outcome);
            settle(claim, settlement(claim, outcome));
        } else if (look instanceof LastLook.Unwanted unwanted) {
            settle(claim, new Settlement(DeliveryState.SKIPPED, unwanted.reason(), clock.instant()));
        } else if (look instanceof LastLook.Unusable unusable) {
            settle(claim, new Settlement(DeliveryState.FAILED, unusable.reason(), clock.instant()));
        }
    }

    /** Before it is settled: what was not noted then would never be. */
    private void noteRefusal(EmailAddress address, SmtpOutcome outcome) {
        if (outcome instanceof SmtpOutcome.Refused refused) {
            parts.bounces().refused(run.editionId(), run.mail().mail().newsletter(), address, refused.reply());
        }
    }

    /** A connection may break for no reason of this mail, such as a server that closes idle ones: once more, then. */
    private SmtpOutcome sendTwiceAtMost(Claim claim, EmailAddress address) {
        SmtpOutcome first = send(claim, address);
        if (!(first instanceof SmtpOutcome.Broken) || !run.goesOn()) {
            return first;
        }
        try {
            return send(claim, address);
        } catch (RelayFailure failure) {
            // This mail was tried, so it is deferred like any other; what was not tried is given back.
            run.relayFailed(failure);
            cutOff = true;
            return first;
        }
    }

    private SmtpOutcome send(Claim claim, EmailAddress address) {
        Recipient recipient = new Recipient(claim.subscriberId(), address);
        Envelope envelope = new Envelope(parts.returnAddress().of(run.mail().mail(), recipient), address);
        SmtpConnection open = connection();
        SmtpOutcome outcome = open.send(envelope, parts.composer().compose(run.mail(), recipient));
        if (!(outcome instanceof SmtpOutcome.Broken broken)) {
            run.answered();
        } else if (!open.isProved()) {
            run.brokeBeforeAnyMail(broken.message());
        }
        return outcome;
    }

    private SmtpConnection connection() {
        SmtpConnection current = connection;
        if (current != null && current.isUsable()) {
            return current;
        }
        disconnect();
        SmtpConnection fresh = run.open();
        connection = fresh;
        return fresh;
    }

    private void disconnect() {
        if (connection != null) {
            connection.end();
        }
        connection = null;
    }

    private Settlement settlement(Claim claim, SmtpOutcome outcome) {
        if (outcome instanceof SmtpOutcome.Accepted accepted) {
            return new Settlement(DeliveryState.SENT, accepted.reply(), clock.instant());
        }
        if (outcome instanceof SmtpOutcome.Refused refused) {
            return new Settlement(DeliveryState.FAILED, refused.reply(), clock.instant());
        }
        if (outcome instanceof SmtpOutcome.Deferred deferred) {
            return later(claim, deferred.reply());
        }
        SmtpOutcome.Broken broken = (SmtpOutcome.Broken) outcome;
        return later(claim, broken.message() + (broken.inDoubt() ? " after the whole mail; it may have arrived" : ""));
    }

    private Settlement later(Claim claim, String reply) {
        Instant next = clock.instant().plus(parts.backoff().after(claim.attempts()));
        boolean tooLate = !next.isBefore(claim.expires());
        return new Settlement(tooLate ? DeliveryState.EXPIRED : DeliveryState.DEFERRED, reply, next);
    }

    private void settle(Claim claim, Settlement settlement) {
        if (parts.ledger().settle(claim, settlement)) {
            LOG.debug(
                    "edition {}: {} {}: {}",
                    claim.editionId(),
                    claim.subscriberId(),
                    settlement.state(),
                    settlement.reply());
            run.settled(settlement.state());
        } else {
            LOG.warn("edition {}: another process took over {}", claim.editionId(), claim.subscriberId());
        }
    }
}
