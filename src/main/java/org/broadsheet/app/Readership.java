package org.broadsheet.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.AddressChangeStore;
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.PreferenceStore;
import org.broadsheet.subscriber.ReaderDataStore;
import org.broadsheet.subscriber.ServiceMailStore;
import org.broadsheet.subscriber.SignUpStore;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.subscriber.SigningKeyStore;
import org.broadsheet.subscriber.SubscriberStore;

/** Builds what knows subscribers: their addresses, their consent, and the links that are theirs. */
final class Readership {
    private final SubscriberStore subscribers;
    private final SignedTokens tokens;
    private final ChosenStore chosen;
    private final PersonalLinks links;
    private final SignUpStore signUps;
    private final PreferenceStore preferences;
    private final AddressChangeStore addressChanges;
    private final ReaderDataStore data;
    private final ServiceMailStore serviceMails;

    Readership(Installation installation, Database database, Clock clock) {
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        SecureRandom random = new SecureRandom();
        this.subscribers = new SubscriberStore(database, ids, clock);
        this.chosen = new ChosenStore(database);
        Secret secret = installation.web().secret();
        SigningKeyStore keys = new SigningKeyStore(database, random);
        this.tokens = new SignedTokens(() -> keys.key(secret), clock);
        this.links = new PersonalLinks(tokens, installation.web().url());
        this.signUps = new SignUpStore(database, ids, clock);
        this.preferences = new PreferenceStore(database);
        this.addressChanges = new AddressChangeStore(database, ids, clock);
        this.data = new ReaderDataStore(database, random, clock);
        this.serviceMails = new ServiceMailStore(database, clock);
    }

    SubscriberStore subscribers() {
        return subscribers;
    }

    ChosenStore chosen() {
        return chosen;
    }

    SignedTokens tokens() {
        return tokens;
    }

    PersonalLinks links() {
        return links;
    }

    SignUpStore signUps() {
        return signUps;
    }

    PreferenceStore preferences() {
        return preferences;
    }

    AddressChangeStore addressChanges() {
        return addressChanges;
    }

    ReaderDataStore data() {
        return data;
    }

    ServiceMailStore serviceMails() {
        return serviceMails;
    }
}
