package org.broadsheet.app;

import java.time.Clock;
import java.util.Random;
import org.broadsheet.Backoff;
import org.broadsheet.config.Installation;
import org.broadsheet.delivery.DeliveryHistoryStore;
import org.broadsheet.delivery.DeliveryParts;
import org.broadsheet.delivery.Dispatcher;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.delivery.Owner;
import org.broadsheet.delivery.SmtpRelay;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.store.Database;

/** Builds what composes mails and delivers them. */
final class Mailroom {
    private final MessageComposer composer;
    private final LedgerStore ledger;
    private final DeliveryHistoryStore deliveries;
    private final SmtpRelay relay;
    private final PreviewFiles previewFiles;
    private final Dispatcher dispatcher;

    Mailroom(Installation installation, Database database, Readership readership, Clock clock) {
        this.composer = new MessageComposer(installation.publisher(), readership.links(), clock);
        this.ledger = new LedgerStore(database, clock);
        this.deliveries = new DeliveryHistoryStore(database);
        this.relay = new SmtpRelay(installation.smtp(), composer.sender());
        this.previewFiles = new PreviewFiles(composer, readership.links());
        Installation.Retry retry = installation.retry();
        Backoff backoff = new Backoff(retry.first(), retry.longest(), new Random());
        this.dispatcher = new Dispatcher(
                new DeliveryParts(ledger, composer, relay, backoff),
                installation.smtp().connections(),
                Owner.ofThisProcess(),
                clock);
    }

    MessageComposer composer() {
        return composer;
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

    SmtpRelay relay() {
        return relay;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }
}
