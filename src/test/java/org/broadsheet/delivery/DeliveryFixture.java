package org.broadsheet.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.broadsheet.Backoff;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.Mailbox;
import org.broadsheet.config.Pace;
import org.broadsheet.config.Secret;
import org.broadsheet.edition.Marks;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.mail.EditionForms;
import org.broadsheet.mail.EditionMail;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.Frequency;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.testing.TestClock;
import org.broadsheet.testing.WholeEdition;

/** A database with one edition of one newsletter, and the real parts that deliver it. */
final class DeliveryFixture implements AutoCloseable {
    static final String NEWSLETTER = "morning";
    static final String EDITION = "edition-1";
    static final Duration EXPIRES = Duration.ofHours(24);

    final Database database;
    final Clock clock;
    final SubscriberStore subscribers;
    final LedgerStore ledger;
    final MessageComposer composer;

    DeliveryFixture(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.subscribers = new SubscriberStore(database, () -> UUID.randomUUID().toString(), clock);
        this.ledger = new LedgerStore(database, clock);
        PersonalLinks links = new PersonalLinks(
                new SignedTokens(() -> "a secret".getBytes(StandardCharsets.UTF_8), clock),
                URI.create("https://news.example.org"));
        this.composer = new MessageComposer(publisher(), links, clock);
    }

    static DeliveryFixture sqlite(Path directory, Clock clock) {
        return new DeliveryFixture(Database.open("jdbc:sqlite:" + directory.resolve("test.db"), "", ""), clock);
    }

    static Publisher publisher() {
        return new Publisher(
                "Broadsheet",
                "Musterstraße 1, 10115 Berlin",
                new Mailbox(Optional.of("Broadsheet"), new EmailAddress("news@example.org")),
                Optional.empty());
    }

    /** Generous, since a busy machine may be slow; a test that waits for the timeout itself names a shorter one. */
    static Smtp smtp(int port) {
        return smtp(port, Duration.ofSeconds(20));
    }

    static Smtp smtp(int port, Duration timeout) {
        return new Smtp(
                "127.0.0.1",
                Optional.of(port),
                Security.NONE,
                Optional.empty(),
                Optional.empty(),
                4,
                timeout,
                Optional.empty());
    }

    static Smtp withLogin(int port, String password) {
        return new Smtp(
                "127.0.0.1",
                Optional.of(port),
                Security.NONE,
                Optional.of("anna"),
                Optional.of(new Secret(password)),
                4,
                Duration.ofSeconds(20),
                Optional.empty());
    }

    static EditionForms mail() {
        Marks marks = Marks.of(EDITION);
        return new WholeEdition(new EditionMail(
                EDITION,
                NEWSLETTER,
                "Der Morgen",
                Locale.GERMAN,
                new RenderedEdition(
                        "Nordsee überholt Kohle",
                        "<p>für " + marks.address() + " <a href=\"" + marks.unsubscribe() + "\">ab</a></p>",
                        "für " + marks.address() + "\n\n" + marks.unsubscribe() + "\n")));
    }

    /** Stores the edition itself. */
    DeliveryFixture withEdition() {
        database.change(handle -> handle.execute("""
                insert into edition (id, newsletter, scheduled_for, made_at, title, language, subject, html, plain, contents)
                values (?, ?, 0, 0, '', 'de', '', '', '', '')
                """, EDITION, NEWSLETTER));
        return this;
    }

    static String address(int number) {
        return "reader" + number + "@example.com";
    }

    static List<String> addresses(int count) {
        return IntStream.range(0, count).mapToObj(DeliveryFixture::address).toList();
    }

    /** Stores the edition and owes it to that many readers. */
    DeliveryFixture owedTo(int readers) {
        withEdition();
        addresses(readers).forEach(some -> subscribers.add(NEWSLETTER, new EmailAddress(some), "test"));
        fanOut();
        return this;
    }

    /** Owes the edition to everybody who is to get it; returns how many that are. */
    int fanOut() {
        return fanOut(Frequency.EVERY);
    }

    /** Owes it to those who want mail that often. */
    int fanOut(Frequency readers) {
        return new FanOutStore(database, clock)
                .fanOut(
                        new Owed(EDITION, NEWSLETTER, readers, clock.instant(), EXPIRES),
                        new ChosenStore(database).hours(NEWSLETTER));
    }

    Dispatcher dispatcher(Smtp smtp) {
        return dispatcher(smtp, Owner.ofThisProcess());
    }

    Dispatcher dispatcher(Smtp smtp, Pace pace) {
        return dispatcher(smtp, Owner.ofThisProcess(), pace);
    }

    Dispatcher dispatcher(Smtp smtp, Owner owner) {
        return dispatcher(smtp, owner, Pace.unlimited());
    }

    private Dispatcher dispatcher(Smtp smtp, Owner owner, Pace pace) {
        Backoff backoff = new Backoff(Duration.ofMinutes(5), Duration.ofHours(4), new Random(1));
        SmtpRelay relay = new SmtpRelay(smtp, composer.sender());
        DeliveryParts parts = new DeliveryParts(ledger, composer, relay, backoff, pacing(pace));
        return new Dispatcher(parts, smtp.connections(), owner, clock);
    }

    /** No limits; where a run waits all the same, time flies. */
    Pacing pacing() {
        return pacing(Pace.unlimited());
    }

    Pacing pacing(Pace pace) {
        EditionPauseStore paused = new EditionPauseStore(database, clock);
        return Pacing.of(pace, ledger, paused, clock, (end, time) -> {
            if (clock instanceof TestClock moved) {
                moved.advance(time);
            }
            return end.getCount() == 0;
        });
    }

    DispatchReport deliver(Smtp smtp, Reach reach) {
        return dispatcher(smtp).deliver(mail(), reach, DeliveryProgress.SILENT);
    }

    long count(DeliveryState state) {
        return ledger.counts(EDITION).of(state);
    }

    String subscriberId(String address) {
        return database.read(handle -> handle.createQuery("select id from subscriber where email = :email")
                .bind("email", address)
                .mapTo(String.class)
                .one());
    }

    Optional<Instant> nextAttempt() {
        return ledger.nextAttempt(EDITION);
    }

    @Override
    public void close() {
        database.close();
    }
}
