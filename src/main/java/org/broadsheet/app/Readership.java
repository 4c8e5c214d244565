package org.broadsheet.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.subscriber.SigningKeyStore;
import org.broadsheet.subscriber.SubscriberStore;

/** Builds what knows subscribers: their addresses, their consent, and the links that are theirs. */
final class Readership {
    private final SubscriberStore subscribers;
    private final PersonalLinks links;

    Readership(Installation installation, Database database, Clock clock) {
        this.subscribers = new SubscriberStore(database, () -> UUID.randomUUID().toString(), clock);
        Secret secret = installation.web().secret();
        SigningKeyStore keys = new SigningKeyStore(database, new SecureRandom());
        SignedTokens tokens = new SignedTokens(() -> keys.key(secret), clock);
        this.links = new PersonalLinks(tokens, installation.web().url());
    }

    SubscriberStore subscribers() {
        return subscribers;
    }

    PersonalLinks links() {
        return links;
    }
}
