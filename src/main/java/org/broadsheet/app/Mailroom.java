package org.broadsheet.app;

import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.Backoff;
import org.broadsheet.config.Installation;
import org.broadsheet.delivery.DeliveryHistoryStore;
import org.broadsheet.delivery.DeliveryParts;
import org.broadsheet.delivery.DeliveryWatch;
import org.broadsheet.delivery.Dispatcher;
import org.broadsheet.delivery.EditionPauseStore;
import org.broadsheet.delivery.FanOutStore;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.delivery.Maildir;
import org.broadsheet.delivery.OutboxRelay;
import org.broadsheet.delivery.Owner;
import org.broadsheet.delivery.Pacing;
import org.broadsheet.delivery.Relay;
import org.broadsheet.delivery.RelayGroup;
import org.broadsheet.delivery.RelayGroup.Member;
import org.broadsheet.delivery.SmtpRelay;
import org.broadsheet.mail.DkimSigner;
import org.broadsheet.mail.MailSigner;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.NoticeComposer;
import org.broadsheet.store.Database;

/** Builds what composes mails and delivers them. */
final class Mailroom {
    private final MessageComposer composer;
    private final NoticeComposer notices;
    private final FanOutStore fanOut;
    private final EditionPauseStore paused;
    private final LedgerStore ledger;
    private final DeliveryHistoryStore deliveries;
    private final Relay relay;
    private final PreviewFiles previewFiles;
    private final Dispatcher dispatcher;

    /** What was built before. */
    record Rooms(Database database, Readership readership, ReturnDesk returns) {}

    Mailroom(Installation installation, Rooms rooms, DeliveryWatch watch, Clock clock) {
        Database database = rooms.database();
        Readership readership = rooms.readership();
        ReturnDesk returns = rooms.returns();
        Optional<MailSigner> signer = signer(installation, clock);
        this.composer = new MessageComposer(installation.publisher(), readership.links(), clock, signer);
        this.notices = new NoticeComposer(installation.publisher(), clock, signer);
        this.fanOut = new FanOutStore(database, clock);
        this.ledger = new LedgerStore(database, clock);
        this.deliveries = new DeliveryHistoryStore(database);
        this.relay = relay(installation.smtp(), clock);
        this.previewFiles = new PreviewFiles(composer, readership.links());
        Installation.Retry retry = installation.retry();
        Backoff backoff = new Backoff(retry.first(), retry.longest(), new Random());
        this.paused = new EditionPauseStore(database, clock);
        Pacing pacing = Pacing.of(installation.pace(), ledger, paused, clock);
        this.dispatcher = new Dispatcher(
                new DeliveryParts(
                        ledger,
                        composer,
                        returns.returnAddress(),
                        returns.bounceAtOnce()::refused,
                        relay,
                        backoff,
                        pacing,
                        watch),
                installation.smtp().connections(),
                Owner.ofThisProcess(),
                clock);
    }

    private static Optional<MailSigner> signer(Installation installation, Clock clock) {
        String sender = installation.publisher().from().address().domain();
        return installation.dkim().map(dkim -> new DkimSigner(dkim, sender, clock));
    }

    private Relay relay(Installation.Smtp smtp, Clock clock) {
        return smtp.outbox()
                .<Relay>map(folder -> new OutboxRelay(new Maildir(folder, clock)))
                .orElseGet(() -> servers(smtp, clock));
    }

    private Relay servers(Installation.Smtp smtp, Clock clock) {
        return smtp.relays().isEmpty()
                ? new SmtpRelay(smtp, composer.sender())
                : new RelayGroup(
                        smtp.relays().stream()
                                .map(server ->
                                        new Member(new SmtpRelay(smtp.at(server), composer.sender()), server.weight()))
                                .toList(),
                        clock);
    }

    MessageComposer composer() {
        return composer;
    }

    /** Composes mails to single readers. */
    NoticeComposer notices() {
        return notices;
    }

    FanOutStore fanOut() {
        return fanOut;
    }

    EditionPauseStore paused() {
        return paused;
    }

    LedgerStore ledger() {
        return ledger;
    }

    DeliveryHistoryStore deliveries() {
        return deliveries;
    }

    PreviewFiles previewFiles() {
        return previewFiles;
    }

    TestMail testMail() {
        return new TestMail(composer, relay);
    }

    Relay relay() {
        return relay;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }
}
