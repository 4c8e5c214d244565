package org.broadsheet.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.broadsheet.mail.PreparedMail;
import org.jspecify.annotations.Nullable;

/** What the lanes of one run share: whether it goes on, what was settled, and what is wrong with the mail server. */
final class DeliveryRun {
    /** So many new connections in a row that broke over their first mail are not chance. */
    private static final int MOST_BROKEN = 5;

    private final PreparedMail mail;
    private final Relay relay;
    private final long total;
    private final DeliveryProgress progress;
    private final Map<DeliveryState, Long> settled = new EnumMap<>(DeliveryState.class);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object gate = new Object();
    private long settledSoFar;
    private boolean reached;
    private boolean stopped;
    private int broken;
    private @Nullable RelayFailure relayFailure;

    DeliveryRun(PreparedMail mail, Relay relay, long total, DeliveryProgress progress) {
        this.mail = mail;
        this.relay = relay;
        this.total = total;
        this.progress = progress;
    }

    PreparedMail mail() {
        return mail;
    }

    String editionId() {
        return mail.mail().editionId();
    }

    synchronized boolean goesOn() {
        return !stopped;
    }

    synchronized void stop() {
        stopped = true;
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
        return relay.open();
    }

    private MailConnection openFirst() {
        try {
            MailConnection connection = relay.open();
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
            stopped = true;
            relayFailure = new RelayFailure(
                    relay.name() + ": " + broken
                            + " connections in a row broke before a mail was taken (" + reason
                            + "); look into the server's log, then go on",
                    null);
        }
    }

    /** Counts what is written in the ledger now. */
    synchronized void settled(Settled one) {
        settled.merge(one.settlement().state(), 1L, Long::sum);
        settledSoFar++;
        progress.advanced(settledSoFar, Math.max(total, settledSoFar));
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
