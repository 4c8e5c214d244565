package org.broadsheet.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.broadsheet.mail.EditionForms;
import org.broadsheet.mail.PreparedMail;
import org.jspecify.annotations.Nullable;

/** What the lanes of one run share: whether it goes on, what was settled, and what is wrong with the mail server. */
final class DeliveryRun {
    /** So many new connections in a row that broke over their first mail are not chance. */
    private static final int MOST_BROKEN = 5;

    private final DeliveryParts parts;
    private final PreparedForms forms;
    private final RefusedShare refusedShare;
    private final long total;
    private final DeliveryProgress progress;
    private final Map<DeliveryState, Long> settled = new EnumMap<>(DeliveryState.class);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object gate = new Object();
    private long settledSoFar;
    private boolean reached;
    private int broken;
    private @Nullable RelayFailure relayFailure;
    private @Nullable Hold hold;
    private @Nullable Instant pacedUntil;

    DeliveryRun(DeliveryParts parts, EditionForms forms, LedgerCounts before, DeliveryProgress progress) {
        this.parts = parts;
        this.forms = new PreparedForms(forms, parts.composer());
        this.refusedShare = new RefusedShare(before, parts.pacing().mostRefused());
        this.total = before.open();
        this.progress = progress;
    }

    /** The mail that a claim is about. */
    PreparedMail mail(Claim claim) {
        return forms.form(claim.variant());
    }

    String newsletter() {
        return forms.whole().newsletter();
    }

    String editionId() {
        return forms.whole().editionId();
    }

    boolean goesOn() {
        return stopping.getCount() > 0;
    }

    void stop() {
        stopping.countDown();
    }

    /** Claims as many as are wanted and allowed; when none is allowed for now, the run holds. */
    List<Claim> claim(Owner owner, int wanted) {
        Allowed allowed = parts.pacing().allowed();
        Optional<Hold> reason = allowed.hold();
        if (reason.isPresent()) {
            holdFor(reason.get());
            return List.of();
        }
        List<Claim> claims = parts.ledger().claim(editionId(), owner, allowed.of(wanted));
        allowed.claimed(claims.size());
        return claims;
    }

    private synchronized void holdFor(Hold reason) {
        hold = reason;
        stop();
    }

    /** Why the run ended although nothing is wrong; empty when it did not. */
    synchronized Optional<Hold> hold() {
        return Optional.ofNullable(hold);
    }

    /** Returns when that time is over, or the run is to end. */
    void pause(Duration time) {
        try {
            parts.pacing().pauses().pause(stopping, time);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that deliveries wait until then, so that no domain gets too much. */
    synchronized void pacedUntil(Instant until) {
        if (pacedUntil == null || until.isBefore(pacedUntil)) {
            pacedUntil = until;
        }
    }

    /** When the first of the deliveries that wait for their domain's pace may go; empty when none does. Told once. */
    synchronized Optional<Instant> takePacedUntil() {
        Optional<Instant> first = Optional.ofNullable(pacedUntil);
        pacedUntil = null;
        return first;
    }

    /**
     * Opens a connection. The first one is opened alone: a server that is down is asked once, and a wrong password is
     * not tried by many at a time, which would lock the account.
     */
    MailConnection open() {
        synchronized (gate) {
            if (!reached) {
                Optional<RelayFailure> known = relayFailure();
                if (known.isPresent()) {
                    throw known.get();
                }
                return openFirst();
            }
        }
        return parts.relay().open();
    }

    private MailConnection openFirst() {
        try {
            MailConnection connection = parts.relay().open();
            reached = true;
            return connection;
        } catch (RelayFailure failure) {
            relayFailed(failure);
            throw failure;
        }
    }

    /** Notes why a lane ends. The others go on: a server may merely limit the number of connections. */
    synchronized void relayFailed(RelayFailure failure) {
        relayFailure = failure;
    }

    synchronized Optional<RelayFailure> relayFailure() {
        return Optional.ofNullable(relayFailure);
    }

    synchronized void answered() {
        broken = 0;
    }

    /** Notes that a connection broke; stops the run when that happens to one after another. */
    synchronized void brokeBeforeAnyMail(String reason) {
        broken++;
        if (broken >= MOST_BROKEN) {
            stop();
            relayFailure = new RelayFailure(
                    parts.relay().name() + ": " + broken
                            + " connections in a row broke before a mail was taken (" + reason
                            + "); look into the server's log, then go on",
                    null);
        }
    }

    /** The mail server refuses whatever it is sent. */
    synchronized void refusesEverything(String reply) {
        stop();
        relayFailure = new RelayFailure(
                parts.relay().name() + " refuses every mail: " + reply
                        + "; look into its log or ask who runs it, then go on; nothing is lost",
                null);
    }

    /** A mail was refused for good; when those are too many, the edition waits for the admin. */
    synchronized void refusedForGood() {
        refusedShare.refused().ifPresent(reason -> {
            parts.pacing().paused().pause(editionId(), reason);
            if (parts.pacing().paused().waits(editionId())) {
                stop();
            }
        });
    }

    /** Counts what is written in the ledger now. */
    synchronized void settled(Settled one) {
        settled.merge(one.settlement().state(), 1L, Long::sum);
        settledSoFar++;
        parts.watch().settled(one.settlement().state());
        if (one.settlement().state() == DeliveryState.SENT) {
            refusedShare.sent();
        }
        long refused = settledAs(DeliveryState.FAILED) + settledAs(DeliveryState.EXPIRED);
        progress.advanced(new DeliveryProgress.Count(settledSoFar, Math.max(total, settledSoFar), refused));
    }

    synchronized long settledSoFar() {
        return settledSoFar;
    }

    synchronized long settledAs(DeliveryState state) {
        return settled.getOrDefault(state, 0L);
    }

    void end() {
        ended.countDown();
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }
}
