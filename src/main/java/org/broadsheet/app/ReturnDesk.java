package org.broadsheet.app;

import java.time.Clock;
import org.broadsheet.bounce.BounceReader;
import org.broadsheet.bounce.Owners;
import org.broadsheet.bounce.Returns;
import org.broadsheet.config.Bounces;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation;
import org.broadsheet.mail.ReturnAddress;
import org.broadsheet.reply.ReplyJudge;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.BounceAtOnce;
import org.broadsheet.subscriber.BounceStore;
import org.broadsheet.subscriber.ReturnTokens;

/** Builds what deals with mails that come back, and with those that are refused before they leave. */
final class ReturnDesk {
    private final Installation installation;
    private final Readership readership;
    private final ReturnTokens tokens;
    private final BounceStore bounces;
    private final Clock clock;

    ReturnDesk(Installation installation, Database database, Readership readership, Clock clock) {
        Bounces settings = installation.bounces();
        this.installation = installation;
        this.readership = readership;
        this.tokens = new ReturnTokens(readership.signingKey());
        this.bounces = new BounceStore(database, settings.softLimit(), settings.within());
        this.clock = clock;
    }

    /** Where mails come back to: one address for each reader where such are configured, and else the sender. */
    ReturnAddress returnAddress() {
        EmailAddress sender = installation.publisher().from().address();
        return installation
                .bounces()
                .address()
                .<ReturnAddress>map(
                        base -> (mail, recipient) -> tokens.address(base, mail.newsletter(), recipient.subscriberId()))
                .orElse((mail, recipient) -> sender);
    }

    BounceAtOnce bounceAtOnce() {
        return new BounceAtOnce(bounces, new ReplyJudge(), clock);
    }

    /** What comes back by mail, and what follows from it. */
    Returns returns() {
        return new Returns(
                new BounceReader(), new Owners(readership.subscribers(), bounces, tokens, readership.links()), bounces);
    }
}
