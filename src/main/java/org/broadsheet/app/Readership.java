package org.broadsheet.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.broadsheet.OrderedIds;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.HistoryStore;
import org.broadsheet.subscriber.ListStore;
import org.broadsheet.subscriber.SigningKeyStore;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.subscriber.UnsubscribeLinks;

/** Builds what knows subscribers: their addresses, their consent, and the links that are theirs. */
final class Readership {
    private final SubscriberStore subscribers;
    private final UnsubscribeLinks links;
    private final ListStore list;
    private final HistoryStore histories;
    private final Supplier<byte[]> signingKey;

    Readership(Installation installation, Database database, Clock clock) {
        this.subscribers = new SubscriberStore(database, new OrderedIds(clock, new SecureRandom()), clock);
        this.list = new ListStore(database);
        this.histories = new HistoryStore(database);
        Secret secret = installation.web().secret();
        SigningKeyStore keys = new SigningKeyStore(database, new SecureRandom());
        this.signingKey = () -> keys.key(secret);
        this.links = new UnsubscribeLinks(signingKey, installation.web().url());
    }

    SubscriberStore subscribers() {
        return subscribers;
    }

    UnsubscribeLinks links() {
        return links;
    }

    /** What signs the installation's links and sessions; asked for when it is needed. */
    Supplier<byte[]> signingKey() {
        return signingKey;
    }

    ListStore list() {
        return list;
    }

    HistoryStore histories() {
        return histories;
    }
}
