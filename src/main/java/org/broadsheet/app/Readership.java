package org.broadsheet.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.OrderedIds;
import org.broadsheet.config.Bounces;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.AddressChangeStore;
import org.broadsheet.subscriber.AdminStore;
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.HistoryStore;
import org.broadsheet.subscriber.ListStore;
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
    private final AdminStore admin;
    private final ListStore list;
    private final HistoryStore histories;

    Readership(Installation installation, Database database, Clock clock) {
        SecureRandom random = new SecureRandom();
        Supplier<String> ids = new OrderedIds(clock, random);
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
        this.admin = new AdminStore(database, clock);
        this.list = new ListStore(database);
        this.histories = new HistoryStore(database);
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

    /** What signs the installation's links and sessions; asked for when it is needed. */
    Supplier<byte[]> signingKey() {
        return signingKey;
    }

    AdminStore admin() {
        return admin;
    }

    ListStore list() {
        return list;
    }

    HistoryStore histories() {
        return histories;
    }
}
