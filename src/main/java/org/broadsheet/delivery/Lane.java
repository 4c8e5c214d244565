package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's work: sends one mail after the other, and hands over what became of each.
 *
 * <p>While the server reads a mail, the next is prepared, and the result of the one before is being written; but only when
 * that is on the disk, this one's end goes out. So a crash leaves at most one mail of each connection in doubt.
 */
final class Lane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final DeliveryParts parts;
    private final DeliveryRun run;
    private final ClaimPool pool;
    private final Preparation preparation;
    private final Conclusions conclusions;
    private final Clock clock;
    private @Nullable MailConnection connection;
    private LedgerWriter.Receipt last = LedgerWriter.Receipt.none();
    private Optional<Work> ahead = Optional.empty();
    private Instant asked = Instant.MIN;
    private boolean cutOff;

    Lane(
            DeliveryParts parts,
            DeliveryRun run,
            ClaimPool pool,
            Preparation preparation,
            Conclusions conclusions,
            Clock clock) {
        this.parts = parts;
        this.run = run;
        this.pool = pool;
        this.preparation = preparation;
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
            giveBackAhead();
        }
    }

    private void deliverAll() {
        // Connects before it claims: whoever cannot connect must not hold what another lane could send.
        connection();
        Optional<Work> work = preparation.next(pool::next);
        while (work.isPresent()) {
            deliver(work.get());
            work = cutOff ? Optional.empty() : next();
        }
    }

    private Optional<Work> next() {
        Optional<Work> next = ahead;
        if (next.isEmpty() || !run.goesOn()) {
            return preparation.next(pool::next);
        }
        if (!preparation.isStillWanted(next.get())) {
            // It may have been announced over this connection.
            disconnect();
            giveBackAhead();
            return preparation.next(pool::next);
        }
        ahead = Optional.empty();
        return next;
    }

    private void giveBackAhead() {
        ahead.map(Work::claim).ifPresent(claim -> {
            pool.done(claim);
            pool.giveBack(claim);
        });
        ahead = Optional.empty();
    }

    private void deliver(Work work) {
        try {
            SmtpOutcome outcome = sendTwiceAtMost(work);
            conclusions.of(work.claim(), work.address(), outcome).ifPresent(receipt -> last = receipt);
        } finally {
            pool.done(work.claim());
        }
    }

    /** A connection may break for no reason of this mail, such as a server that closes idle ones: once more, then. */
    private SmtpOutcome sendTwiceAtMost(Work work) {
        SmtpOutcome first = sendOrGiveBack(work);
        if (!(first instanceof SmtpOutcome.Broken) || !run.goesOn()) {
            return first;
        }
        try {
            return send(work.mail());
        } catch (RelayFailure failure) {
            // This mail was tried, so it is deferred like any other; what was not tried is given back.
            run.relayFailed(failure);
            cutOff = true;
            return first;
        }
    }

    private SmtpOutcome sendOrGiveBack(Work work) {
        try {
            return send(work.mail());
        } catch (RelayFailure failure) {
            pool.giveBack(work.claim());
            throw failure;
        }
    }

    private SmtpOutcome send(Outgoing mail) {
        MailConnection open = connection();
        asked = clock.instant();
        SmtpOutcome outcome = open.send(mail, this::whenReady);
        parts.watch().answered(Duration.between(asked, clock.instant()));
        if (!(outcome instanceof SmtpOutcome.Broken broken)) {
            run.answered();
        } else if (!open.isProved()) {
            run.brokeBeforeAnyMail(broken.message());
        }
        return outcome;
    }

    /** Runs when a mail is transferred but for its end. */
    private Optional<Outgoing> whenReady() {
        if (ahead.isEmpty()) {
            ahead = preparation.next(pool::nextNow);
        }
        last.await();
        asked = clock.instant();
        return ahead.map(Work::mail);
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
