package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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

    private static final Duration SHORT = Duration.ofSeconds(15);

    private final DeliveryParts parts;
    private final PreparedForms forms;
    private final RefusedShare refusedShare;
    private final long total;
    private final DeliveryProgress progress;
    private final Reach reach;
    private final Clock clock;
    private final Map<DeliveryState, Long> settled = new EnumMap<>(DeliveryState.class);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object gate = new Object();
    private long settledSoFar;
    private boolean reached;
    private int broken;
    private @Nullable RelayFailure relayFailure;
    private @Nullable Hold hold;
    private Instant pacedUntil = Instant.MIN;

    DeliveryRun(
            DeliveryParts parts,
            EditionForms forms,
            Reach reach,
            LedgerCounts before,
            DeliveryProgress progress,
            Clock clock) {
        this.parts = parts;
        this.reach = reach;
        this.clock = clock;
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

    /** Gives claims back for later, since their domains get no more for now; not empty. */
    void postpone(Map<Claim, Instant> later) {
        parts.ledger().postpone(later);
        parts.pacing().allowed().givenBack(later.size());
        paced(Collections.max(later.values()));
    }

    private synchronized void paced(Instant until) {
        if (until.isAfter(pacedUntil)) {
            pacedUntil = until;
        }
    }

    /** Gives back what an owner has not tried. */
    void release(Owner owner) {
        parts.pacing().allowed().givenBack(parts.ledger().release(editionId(), owner));
    }

    /**
     * How long it takes until the next of the deliveries that wait for their domain's pace may go; empty when none does,
     * when the run holds, or when that is longer than a service waits, which comes back anyway.
     */
    Optional<Duration> untilPaced() {
        if (hold().isPresent()) {
            return Optional.empty();
        }
        Instant latest = pacedUntil();
        return parts.ledger()
                .nextAttempt(editionId())
                .filter(next -> !next.isAfter(latest))
                .map(next -> Duration.between(clock.instant(), next))
                .filter(time -> reach == Reach.ALL || time.compareTo(SHORT) <= 0);
    }

    private synchronized Instant pacedUntil() {
        return pacedUntil;
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
