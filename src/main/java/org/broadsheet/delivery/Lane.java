package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.mail.PreparedMail;
import org.broadsheet.mail.Recipient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's work: takes a claim, looks whether it is still wanted, sends it, hands over what became of it.
 *
 * <p>A mail is prepared and transferred while the result of the one before is being written; but only when that is on
 * the disk, this one's end goes out. So a crash leaves at most one mail of each connection in doubt.
 */
final class Lane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final DeliveryParts parts;
    private final DeliveryRun run;
    private final ClaimPool pool;
    private final Conclusions conclusions;
    private final Clock clock;
    private @Nullable MailConnection connection;
    private LedgerWriter.Receipt last = LedgerWriter.Receipt.none();
    private boolean cutOff;

    Lane(DeliveryParts parts, DeliveryRun run, ClaimPool pool, Conclusions conclusions, Clock clock) {
        this.parts = parts;
        this.run = run;
        this.pool = pool;
        this.conclusions = conclusions;
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
        }
        last.await();
    }

    private void deliverAll() {
        // Connects before it claims: whoever cannot connect must not hold what another lane could send.
        connection();
        Optional<Claim> claim = pool.next();
        while (claim.isPresent()) {
            try {
                deliver(claim.get());
            } finally {
                pool.done(claim.get());
            }
            claim = cutOff ? Optional.empty() : pool.next();
        }
    }

    private void deliver(Claim claim) {
        LastLook look = parts.ledger().lastLook(claim, run.newsletter());
        if (look instanceof LastLook.Wanted wanted) {
            SmtpOutcome outcome = sendTwiceAtMost(claim, wanted.address());
            conclusions.of(claim, wanted.address(), outcome).ifPresent(receipt -> last = receipt);
        } else if (look instanceof LastLook.Unwanted unwanted) {
            last = conclusions.without(claim, DeliveryState.SKIPPED, unwanted.reason());
        } else if (look instanceof LastLook.Unusable unusable) {
            last = conclusions.without(claim, DeliveryState.FAILED, unusable.reason());
        }
    }

    /** A connection may break for no reason of this mail, such as a server that closes idle ones: once more, then. */
    private SmtpOutcome sendTwiceAtMost(Claim claim, EmailAddress address) {
        SmtpOutcome first = sendOrGiveBack(claim, address);
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

    private SmtpOutcome sendOrGiveBack(Claim claim, EmailAddress address) {
        try {
            return send(claim, address);
        } catch (RelayFailure failure) {
            pool.giveBack(claim);
            throw failure;
        }
    }

    private SmtpOutcome send(Claim claim, EmailAddress address) {
        Recipient recipient = new Recipient(claim.subscriberId(), address);
        PreparedMail mail = run.mail(claim);
        Envelope envelope = new Envelope(parts.returnAddress().of(mail.mail(), recipient), address);
        MailConnection open = connection();
        byte[] message = parts.composer().compose(mail, recipient);
        Instant start = clock.instant();
        SmtpOutcome outcome = open.send(envelope, message, last::await);
        parts.watch().answered(Duration.between(start, clock.instant()));
        if (!(outcome instanceof SmtpOutcome.Broken broken)) {
            run.answered();
        } else if (!open.isProved()) {
            run.brokeBeforeAnyMail(broken.message());
        }
        return outcome;
    }

    private MailConnection connection() {
        MailConnection current = connection;
        if (current != null && current.isUsable()) {
            return current;
        }
        disconnect();
        MailConnection fresh = run.open();
        connection = fresh;
        return fresh;
    }

    private void disconnect() {
        if (connection != null) {
            connection.end();
        }
        connection = null;
    }
}
