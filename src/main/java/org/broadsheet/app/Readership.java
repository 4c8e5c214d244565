package org.broadsheet.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.broadsheet.config.Bounces;
import org.broadsheet.config.EmailAddress;
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
    private final Supplier<byte[]> signingKey;
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
        this.signingKey = () -> keys.key(secret);
        this.tokens = new SignedTokens(signingKey, clock);
        this.links = new PersonalLinks(tokens, installation.web().url(), mailbox(installation.bounces()));
        this.signUps = new SignUpStore(database, ids, clock);
        this.preferences = new PreferenceStore(database);
        this.addressChanges = new AddressChangeStore(database, ids, clock);
        this.data = new ReaderDataStore(database, random, clock);
        this.serviceMails = new ServiceMailStore(database, clock);
    }

    /** Where mailed unsubscribes are read. */
    private static Optional<EmailAddress> mailbox(Bounces bounces) {
        return bounces.inbox().flatMap(inbox -> bounces.address());
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

    /** What signs links and addresses; read when it is asked for. */
    Supplier<byte[]> signingKey() {
        return signingKey;
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
