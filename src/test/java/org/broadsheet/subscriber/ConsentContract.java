package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.AddressChange.Outcome;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How readers come, choose, move and go, whatever the database. */
abstract class ConsentContract {
    @TempDir
    Path files;

    private TestClock clock;
    private Database database;
    private SubscriberStore subscribers;
    private SignUpStore signUps;
    private PreferenceStore preferences;
    private AddressChangeStore changes;
    private ReaderDataStore data;
    private ServiceMailStore mails;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        clock = new TestClock();
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        database = empty();
        subscribers = new SubscriberStore(database, ids, clock);
        signUps = new SignUpStore(database, ids, clock);
        preferences = new PreferenceStore(database);
        changes = new AddressChangeStore(database, ids, clock);
        data = new ReaderDataStore(database, new SecureRandom(), clock);
        mails = new ServiceMailStore(database, clock);
    }

    @AfterEach
    void close() {
        done(database);
    }

    private static SignUp signUp(String address) {
        Choices choices = new Choices(
                List.of("ki", "klima"),
                Frequency.WEEKLY,
                Optional.of(Locale.GERMAN),
                Optional.of(ZoneId.of("Europe/Vienna")),
                Optional.empty(),
                Optional.empty());
        return new SignUp(
                "morning",
                new EmailAddress(address),
                Optional.of("Anna"),
                choices,
                "Ja, ich will.",
                Optional.of("::1"));
    }

    private Subscription subscribed(String address) {
        return signUps.confirm(signUps.ask(signUp(address)).orElseThrow(), Optional.empty())
                .orElseThrow();
    }

    @Test
    void confirmedSignUpKeepsChoicesAndProof() {
        Subscription subscription = subscribed("anna@example.org");
        Preferences known = preferences.find(subscription).orElseThrow();

        assertThat(known.confirmed()).isTrue();
        assertThat(known.name()).hasValue("Anna");
        assertThat(known.choices()).isEqualTo(signUp("anna@example.org").choices());
        assertThat(data.all(subscription.subscriberId()).get("consents"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(consent -> assertThat(consent.toString())
                        .contains("Ja, ich will.", "anna@example.org", "::1", "2026-11-23T06:00:00Z"));
    }

    @Test
    void signUpOfWhoLeftOrBouncedDoesWhatItShould() {
        Subscription left = subscribed("anna@example.org");
        subscribers.unsubscribe(left.newsletter(), left.subscriberId());
        String again = signUps.ask(signUp("Anna@example.org")).orElseThrow();
        assertThat(signUps.standing(again)).isEqualTo(new SignUpStanding.New());
        assertThat(signUps.confirm(again, Optional.empty())).hasValue(left);
        assertThat(signUps.standing(again)).isEqualTo(new SignUpStanding.Subscribed(left));

        subscribers.suppress(new EmailAddress("anna@example.org"), "550");
        assertThat(signUps.standing(again)).isEqualTo(new SignUpStanding.Barred());
        assertThat(signUps.standing("nobody")).isEqualTo(new SignUpStanding.Barred());
    }

    @Test
    void whatNobodyConfirmsIsDeletedAfterAWeek() {
        String id = signUps.ask(signUp("anna@example.org")).orElseThrow();
        clock.advance(Duration.ofDays(7).plusMillis(1));
        signUps.deleteOld();

        assertThat(signUps.find(id)).isEmpty();
        assertThat(signUps.confirm(id, Optional.empty())).isEmpty();
    }

    @Test
    void preferencesComeBackAsTheyWereKept() {
        Subscription subscription = subscribed("anna@example.org");
        Choices chosen = new Choices(
                List.of(),
                Frequency.EVERY,
                Optional.empty(),
                Optional.of(ZoneId.of("Asia/Tokyo")),
                Optional.of(LocalTime.of(6, 45)),
                Optional.of(Instant.parse("2026-12-24T00:00:00Z")));
        preferences.change(subscription, Optional.empty(), chosen);

        assertThat(preferences.find(subscription).orElseThrow().choices()).isEqualTo(chosen);
        assertThat(preferences.find(subscription).orElseThrow().name()).isEmpty();
        preferences.change(subscription, Optional.empty(), Choices.NONE);
        assertThat(preferences.find(subscription).orElseThrow().choices()).isEqualTo(Choices.NONE);
    }

    @Test
    void mailsComeBackLaterEachTimeUntilTheyAreDoneOrTooOld() {
        signUps.ask(signUp("anna@example.org"));
        assertThat(mails.take(10)).hasSize(1);
        assertThat(mails.take(10)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(mails.take(10)).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(mails.take(10)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        ServiceMail mail = mails.take(10).get(0);
        mails.done(mail);
        clock.advance(Duration.ofDays(1));
        assertThat(mails.take(10)).isEmpty();

        signUps.ask(signUp("ben@example.org"));
        clock.advance(Duration.ofDays(2));
        assertThat(mails.take(10)).isEmpty();
    }

    @Test
    void addressMovesOnceAndTheOldOneIsWrittenTo() {
        Subscription subscription = subscribed("anna@example.org");
        AddressChange wish = new AddressChange(subscription, new EmailAddress("anna@example.net"));
        String id = changes.ask(wish, Locale.GERMAN).orElseThrow();

        assertThat(changes.complete(id, Locale.GERMAN)).isEqualTo(Outcome.DONE);
        assertThat(changes.complete(id, Locale.GERMAN)).isEqualTo(Outcome.DONE);
        assertThat(subscribers.address(subscription.subscriberId())).hasValue(new EmailAddress("anna@example.net"));
        assertThat(mails.take(10))
                .extracting(ServiceMail::kind, mail -> mail.to().text())
                .contains(tuple(ServiceMail.Kind.MOVED, "anna@example.org"));
        assertThat(changes.complete("nothing", Locale.GERMAN)).isEqualTo(Outcome.GONE);
    }

    @Test
    void forgottenReaderStaysForgottenButMayComeBack() {
        Subscription subscription = subscribed("anna@example.org");
        data.forget(subscription.subscriberId());

        assertThat(data.all(subscription.subscriberId())).isEqualTo(Map.of());
        assertThat(preferences.find(subscription)).isEmpty();
        assertThat(mails.take(10)).isEmpty();
        assertThat(subscribers.add("morning", new EmailAddress("ANNA@example.org"), "import:list.csv"))
                .isEqualTo(Addition.KEPT_UNSUBSCRIBED);
        assertThat(subscribers.add("morning", new EmailAddress("ben@example.org"), "import:list.csv"))
                .isEqualTo(Addition.ADDED);

        subscribed("anna@example.org");
        assertThat(subscribers.add("evening", new EmailAddress("anna@example.org"), "import:list.csv"))
                .isEqualTo(Addition.ADDED);
    }
}
