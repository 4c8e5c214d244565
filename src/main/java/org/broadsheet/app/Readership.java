package org.broadsheet.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.bounce.BounceReader;
import org.broadsheet.bounce.Owners;
import org.broadsheet.bounce.Returns;
import org.broadsheet.config.Bounces;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Secret;
import org.broadsheet.mail.ReturnAddress;
import org.broadsheet.reply.ReplyJudge;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.BounceAtOnce;
import org.broadsheet.subscriber.BounceStore;
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.ReturnTokens;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.subscriber.SigningKeyStore;
import org.broadsheet.subscriber.SubscriberStore;

/** Builds what knows subscribers: their addresses, their consent, and the links that are theirs. */
final class Readership {
    private final SubscriberStore subscribers;
    private final ChosenStore chosen;
    private final PersonalLinks links;
    private final ReturnTokens returnTokens;
    private final BounceStore bounces;
    private final Clock clock;

    Readership(Installation installation, Database database, Clock clock) {
        this.subscribers = new SubscriberStore(database, () -> UUID.randomUUID().toString(), clock);
        this.chosen = new ChosenStore(database);
        Secret secret = installation.web().secret();
        SigningKeyStore keys = new SigningKeyStore(database, new SecureRandom());
        SignedTokens tokens = new SignedTokens(() -> keys.key(secret), clock);
        Bounces settings = installation.bounces();
        Optional<EmailAddress> mailbox = settings.inbox().flatMap(inbox -> settings.address());
        this.links = new PersonalLinks(tokens, installation.web().url(), mailbox);
        this.returnTokens = new ReturnTokens(() -> keys.key(secret));
        this.bounces = new BounceStore(database, settings.softLimit(), settings.within());
        this.clock = clock;
    }

    SubscriberStore subscribers() {
        return subscribers;
    }

    ChosenStore chosen() {
        return chosen;
    }

    PersonalLinks links() {
        return links;
    }

    /** Where mails come back to: one address for each reader where such are configured, and else the sender. */
    ReturnAddress returnAddress(Installation installation) {
        EmailAddress sender = installation.publisher().from().address();
        return installation
                .bounces()
                .address()
                .<ReturnAddress>map(base ->
                        (mail, recipient) -> returnTokens.address(base, mail.newsletter(), recipient.subscriberId()))
                .orElse((mail, recipient) -> sender);
    }

    BounceAtOnce bounceAtOnce() {
        return new BounceAtOnce(bounces, new ReplyJudge(), clock);
    }

    /** What comes back by mail, and what follows from it. */
    Returns returns() {
        return new Returns(new BounceReader(), new Owners(subscribers, bounces, returnTokens, links), bounces);
    }
}
