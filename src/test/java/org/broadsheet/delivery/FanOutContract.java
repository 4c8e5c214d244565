package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.delivery.DeliveryFixture.EDITION;
import static org.broadsheet.delivery.DeliveryFixture.NEWSLETTER;
import static org.broadsheet.delivery.DeliveryFixture.address;
import static org.broadsheet.delivery.DeliveryFixture.addresses;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.Frequency;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whom an edition is owed, in which form and when, whatever the database. */
abstract class FanOutContract {
    private final TestClock clock = new TestClock();
    private DeliveryFixture fixture;

    /** An empty database. */
    abstract Database empty();

    /** Closes it, where that is due after each test. */
    abstract void done(Database database);

    @BeforeEach
    void open() {
        fixture = new DeliveryFixture(empty(), clock).withEdition();
        addresses(5).forEach(some -> fixture.subscribers.add(NEWSLETTER, new EmailAddress(some), "test"));
    }

    @AfterEach
    void close() {
        done(fixture.database);
    }

    private void choose(int reader, String column, Object value) {
        fixture.database.change(handle -> handle.execute(
                "update subscription set " + column + " = ? where subscriber_id = ?",
                value,
                fixture.subscriberId(address(reader))));
    }

    private Optional<Long> next(int reader) {
        return owed(reader, "next_attempt", Long.class);
    }

    private <T> Optional<T> owed(int reader, String column, Class<T> type) {
        return fixture.database.read(handle -> handle.createQuery(
                        "select " + column + " from delivery where edition_id = :edition and subscriber_id = :id")
                .bind("edition", EDITION)
                .bind("id", fixture.subscriberId(address(reader)))
                .mapTo(type)
                .findOne());
    }

    @Test
    void owesEachConfirmedReaderOneDeliveryOnce() {
        fixture.subscribers.add("evening", new EmailAddress("other@example.com"), "test");
        fixture.subscribers.suppress(new EmailAddress(address(1)), "bounced");
        fixture.subscribers.unsubscribe(NEWSLETTER, fixture.subscriberId(address(2)));

        assertThat(fixture.fanOut()).isEqualTo(3);
        fixture.subscribers.add(NEWSLETTER, new EmailAddress("late@example.com"), "test");
        assertThat(fixture.fanOut()).isZero();

        assertThat(fixture.ledger.counts(EDITION).total()).isEqualTo(3);
        assertThat(fixture.ledger.openEditions())
                .containsExactly(new OpenEdition(EDITION, NEWSLETTER, clock.instant()));
    }

    @Test
    void owesAnEditionToNobodyWhoWantsTheRoundUpAlone() {
        choose(0, "frequency", "weekly");

        assertThat(fixture.fanOut()).isEqualTo(4);
        assertThat(next(0)).isEmpty();
    }

    @Test
    void owesARoundUpToThoseAloneWhoChoseItAndOnce() {
        choose(0, "frequency", "weekly");
        choose(1, "frequency", "weekly");

        assertThat(fixture.fanOut(Frequency.WEEKLY)).isEqualTo(2);
        assertThat(fixture.fanOut(Frequency.WEEKLY)).isZero();
        assertThat(next(0)).isPresent();
        assertThat(next(1)).isPresent();
        assertThat(next(2)).isEmpty();
    }

    @Test
    void aRoundUpRespectsPausesTopicsAndHoursAsAnEditionDoes() {
        for (int reader = 0; reader < 5; reader++) {
            choose(reader, "frequency", "weekly");
        }
        choose(0, "paused_until", clock.millis() + 1);
        choose(1, "topics", "kultur");
        choose(2, "topics", "sport");
        choose(3, "time_zone", "Europe/Lisbon");
        choose(3, "deliver_at", 7 * 60);
        fixture.subscribers.unsubscribe(NEWSLETTER, fixture.subscriberId(address(4)));
        fixture.database.change(handle -> {
            handle.execute("insert into edition_choice values (?, '', 'sport', 'de sport')", EDITION);
            handle.execute("insert into edition_choice values (?, '', 'kultur', '')", EDITION);
        });

        assertThat(fixture.fanOut(Frequency.WEEKLY)).isEqualTo(2);
        assertThat(owed(2, "variant", String.class)).hasValue("de sport");
        assertThat(next(3)).hasValue(clock.instant().plus(Duration.ofHours(1)).toEpochMilli());
    }

    @Test
    void countsTheReadersOfEachFrequencyWhoMayBeMailed() {
        choose(0, "frequency", "weekly");
        choose(1, "frequency", "weekly");
        fixture.subscribers.suppress(new EmailAddress(address(1)), "bounced");
        fixture.subscribers.unsubscribe(NEWSLETTER, fixture.subscriberId(address(2)));
        ChosenStore chosen = new ChosenStore(fixture.database);

        assertThat(chosen.readers(NEWSLETTER, Frequency.WEEKLY)).isOne();
        assertThat(chosen.readers(NEWSLETTER, Frequency.EVERY)).isEqualTo(2);
    }

    @Test
    void owesNothingToWhoeverPauses() {
        choose(1, "paused_until", clock.millis() + 1);
        choose(2, "paused_until", clock.millis());

        assertThat(fixture.fanOut()).isEqualTo(4);
        assertThat(next(2)).isPresent();
    }

    @Test
    void owesTheFormThatAReaderChoseAndNothingWhereTheEditionTellsNothingOfIt() {
        choose(0, "topics", "sport");
        choose(1, "topics", "kultur");
        choose(2, "topics", "never heard of");
        fixture.database.change(handle -> {
            handle.execute("insert into edition_choice values (?, '', 'sport', 'de sport')", EDITION);
            handle.execute("insert into edition_choice values (?, '', 'kultur', '')", EDITION);
        });

        assertThat(fixture.fanOut()).isEqualTo(4);
        assertThat(owed(0, "variant", String.class)).hasValue("de sport");
        assertThat(owed(1, "variant", String.class)).isEmpty();
        assertThat(next(1)).isEmpty();
        assertThat(next(2)).isPresent();
    }

    @Test
    void aReadersOwnHourIsKeptInTheReadersTimeZoneAndGivesTheMailItsWholeLife() {
        Instant morning = clock.instant();
        choose(0, "time_zone", "Europe/Lisbon");
        choose(0, "deliver_at", 7 * 60);
        choose(1, "time_zone", "Europe/Berlin");
        choose(1, "deliver_at", 7 * 60);

        assertThat(fixture.fanOut()).isEqualTo(5);
        assertThat(next(0)).hasValue(morning.plus(Duration.ofHours(1)).toEpochMilli());
        assertThat(next(1)).hasValue(morning.toEpochMilli());
        assertThat(next(2)).hasValue(morning.toEpochMilli());
        assertThat(owed(0, "expires", Long.class))
                .hasValue(morning.plus(Duration.ofHours(1))
                        .plus(DeliveryFixture.EXPIRES)
                        .toEpochMilli());
    }
}
