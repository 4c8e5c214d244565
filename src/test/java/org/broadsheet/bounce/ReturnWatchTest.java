package org.broadsheet.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How returned mails are heard of while the service runs. */
class ReturnWatchTest extends ReturnedMails {
    private static final long NUDGE_NANOS = Duration.ofSeconds(3).toNanos();

    @Test
    @Timeout(60)
    void aBounceIsHeardOfAtOnceWhereTheServerTellsOfItself() {
        try (ReturnWatch watch = watch(inbox("p", Optional.empty(), Duration.ofHours(1)))) {
            comes(Mails.notice(NO_TOKEN, "failure notice", "Nobody is named here.\n"));
            watch.start();
            waitUntil(() -> isMarked(folder("INBOX").getMessages().get(0)));

            bouncesUntilOneIsHeardOf();
        }
        assertThat(isSuppressed()).isTrue();
    }

    /** GreenMail may forget one that comes in the moment in which its IDLE begins; the next one tells of both. */
    private void bouncesUntilOneIsHeardOf() {
        while (!isSuppressed()) {
            comes(Mails.report(annasReturnAddress(), ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
            long patience = System.nanoTime() + NUDGE_NANOS;
            waitUntil(() -> isSuppressed() || System.nanoTime() > patience);
        }
    }

    @Test
    @Timeout(60)
    void aMailboxIsReadOnceInAWhileToo() {
        try (ReturnWatch watch = watch(inbox("p", Optional.empty(), Duration.ofMillis(100)))) {
            watch.start();
            comes(Mails.report(annasReturnAddress(), ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
            waitUntil(this::isSuppressed);
            comes(Mails.notice(annasReturnAddress(), "failure notice", "<anna@example.com>:\nNo such user.\n"));
            waitUntil(() -> folder("INBOX").getMessages().stream().allMatch(ReturnWatchTest::isMarked));
        }
    }

    /** Whether a mail was taken, or left for a person. */
    private static boolean isMarked(StoredMessage message) {
        Flags flags = message.getFlags();
        return flags.contains(Flags.Flag.SEEN) || flags.contains(Flags.Flag.FLAGGED);
    }

    private static void waitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
