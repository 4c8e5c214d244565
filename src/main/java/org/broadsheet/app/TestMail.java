package org.broadsheet.app;

import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.delivery.Envelope;
import org.broadsheet.delivery.Relay;
import org.broadsheet.delivery.SmtpOutcome;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.Recipient;

/** Mails an edition to one address for a look at it; no ledger knows of it. */
public final class TestMail {
    private final MessageComposer composer;
    private final Relay relay;

    TestMail(MessageComposer composer, Relay relay) {
        this.composer = composer;
        this.relay = relay;
    }

    /**
     * Sends it.
     *
     * @throws Failure when the mail server does not take it
     */
    public void send(Edition edition, RenderedEdition rendered, EmailAddress to) {
        byte[] message = composer.eml(PreviewFiles.mail(edition, rendered), new Recipient("preview", to));
        SmtpOutcome outcome = relay.sendOne(new Envelope(composer.sender(), to), message);
        if (!(outcome instanceof SmtpOutcome.Accepted)) {
            throw new Failure(relay.name() + " did not take the mail to " + to + ": " + reason(outcome));
        }
    }

    static String reason(SmtpOutcome outcome) {
        if (outcome instanceof SmtpOutcome.Refused refused) {
            return refused.reply();
        }
        if (outcome instanceof SmtpOutcome.Deferred deferred) {
            return deferred.reply() + "; try again later";
        }
        return outcome instanceof SmtpOutcome.Broken broken ? broken.message() : "";
    }
}
