package org.broadsheet.delivery;

import org.broadsheet.Backoff;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.ReturnAddress;

/** What delivering is made of. */
public record DeliveryParts(
        LedgerStore ledger,
        MessageComposer composer,
        ReturnAddress returnAddress,
        Refusals refusals,
        Relay relay,
        Backoff backoff,
        Pacing pacing,
        DeliveryWatch watch) {

    /** Parts with which mails that cannot be delivered go back to whom they come from, and nobody learns of refusals. */
    public DeliveryParts(LedgerStore ledger, MessageComposer composer, Relay relay, Backoff backoff, Pacing pacing) {
        this(
                ledger,
                composer,
                (mail, recipient) -> composer.sender(),
                (edition, newsletter, address, reply) -> {},
                relay,
                backoff,
                pacing,
                DeliveryWatch.NONE);
    }
}
