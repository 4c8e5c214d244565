package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.reply.ReplyJudge;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from bounces, whatever the database. */
abstract class BounceContract {
    private static final EmailAddress ANNA = new EmailAddress("anna@example.com");
    private static final String HARD = "550 5.1.1 user unknown";
    private static final String FULL = "552 5.2.2 mailbox full";
    private static final String SPAM = "554 5.7.1 this looks like spam";

    @TempDir
    Path files;

    private final TestClock clock = new TestClock();
    private final ReplyJudge judge = new ReplyJudge();
    private Database database;
    private SubscriberStore subscribers;
    private BounceStore bounces;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        subscribers = new SubscriberStore(database, () -> UUID.randomUUID().toString(), clock);
        bounces = new BounceStore(database, 3, Duration.ofDays(14));
        subscribers.add("morning", ANNA, "test");
    }

    @AfterEach
    void close() {
        done(database);
    }

    private BounceEffect bounced(String message, String reply, int day) {
        return bounces.note(new Bounce(
                message,
                ANNA.canonical(),
                Optional.of("morning"),
                Bounce.What.BOUNCE,
                Optional.of(judge.judge(reply)),
                Instant.EPOCH.plus(Duration.ofDays(day))));
    }

    private List<String> suppression() {
        return database.read(handle -> handle.createQuery("select reason from suppression")
                .mapTo(String.class)
                .list());
    }

    private void lift() {
        database.change(handle -> handle.execute("delete from suppression"));
    }

    @Test
    void aHardBounceSuppressesWithItsReasonAndDate() {
        assertThat(bounced("m1", HARD, 7)).isEqualTo(BounceEffect.SUPPRESSED);
        assertThat(suppression()).containsExactly("hard bounce: user unknown: 550 5.1.1 user unknown");
        long since = database.read(handle -> handle.createQuery("select since from suppression")
                .mapTo(Long.class)
                .one());
        assertThat(Instant.ofEpochMilli(since)).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(7)));
        assertThat(subscribers.counts("morning").suppressed()).isEqualTo(1);
    }

    @Test
    void softBouncesSuppressOnceThereAreEnough() {
        assertThat(bounced("m1", FULL, 1)).isEqualTo(BounceEffect.NOTED);
        assertThat(bounced("m2", FULL, 2)).isEqualTo(BounceEffect.NOTED);
        assertThat(bounced("m3", FULL, 3)).isEqualTo(BounceEffect.SUPPRESSED);
        assertThat(suppression().get(0)).startsWith("3 soft bounces in 14 days: mailbox full");
    }

    @Test
    void softBouncesOfLongAgoAreForgiven() {
        bounced("m1", FULL, 1);
        bounced("m2", FULL, 2);
        assertThat(bounced("m3", FULL, 16)).isEqualTo(BounceEffect.NOTED);
    }

    @Test
    void whatIsAboutUsSaysNothingAgainstTheAddress() {
        for (int i = 0; i < 10; i++) {
            assertThat(bounced("m" + i, SPAM, 1)).isEqualTo(BounceEffect.NOTED);
        }
        assertThat(suppression()).isEmpty();
    }

    @Test
    void theSameMailReadAgainChangesNothing() {
        for (int i = 0; i < 5; i++) {
            bounced("m1", FULL, 1);
        }
        assertThat(suppression()).isEmpty();
        bounced("m2", HARD, 1);
        lift();
        assertThat(bounced("m2", HARD, 1)).isEqualTo(BounceEffect.KNOWN);
        assertThat(suppression()).isEmpty();
    }

    @Test
    void anAddressWhoseSuppressionIsLiftedBeginsAnew() {
        bounced("m1", FULL, 1);
        bounced("m2", FULL, 1);
        bounced("m3", FULL, 1);
        lift();
        assertThat(bounced("m4", FULL, 2)).isEqualTo(BounceEffect.NOTED);
        assertThat(suppression()).isEmpty();
    }

    @Test
    void aComplaintSuppressesAtOnce() {
        BounceEffect effect = bounces.note(new Bounce(
                "m1", ANNA.canonical(), Optional.empty(), Bounce.What.COMPLAINT, Optional.empty(), Instant.EPOCH));
        assertThat(effect).isEqualTo(BounceEffect.SUPPRESSED);
        assertThat(suppression()).containsExactly("complaint: the reader called a mail spam");
    }

    @Test
    void whatIsAboutNobodyIsOnlyNoted() {
        BounceEffect effect = bounces.note(new Bounce(
                "m1", "", Optional.empty(), Bounce.What.BOUNCE, Optional.of(judge.judge(HARD)), Instant.EPOCH));
        assertThat(effect).isEqualTo(BounceEffect.NOTED);
        assertThat(suppression()).isEmpty();
    }

    @Test
    void aRefusalAtTheServersDoorIsABounce() {
        BounceAtOnce atOnce = new BounceAtOnce(bounces, judge, clock);
        atOnce.refused("e1", "morning", ANNA, "554 5.7.1 message refused as spam");
        atOnce.refused("e2", "morning", ANNA, "the part before the @ has letters beyond ASCII");
        assertThat(suppression()).isEmpty();
        atOnce.refused("e3", "morning", ANNA, "550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown");
        assertThat(suppression()).hasSize(1);
    }

    @Test
    void aReturnAddressLeadsToTheNewsletter() {
        ReturnTokens tokens = new ReturnTokens(() -> new byte[] {1});
        String id = database.read(handle -> handle.createQuery("select id from subscriber")
                .mapTo(String.class)
                .one());
        EmailAddress address = tokens.address(new EmailAddress("bounce@example.org"), "morning", id);
        assertThat(bounces.newsletter(tokens.in(address.text()).orElseThrow())).contains("morning");
        assertThat(bounces.reader(List.of(new EmailAddress("ben@example.com"), new EmailAddress("ANNA@example.com"))))
                .map(EmailAddress::canonical)
                .contains("anna@example.com");
    }
}
