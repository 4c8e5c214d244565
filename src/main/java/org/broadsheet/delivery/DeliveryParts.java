package org.broadsheet.delivery;

import org.broadsheet.Backoff;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.ReturnAddress;
import org.broadsheet.subscriber.BounceAtOnce;

/**
 * What delivering is made of.
 *
 * @param bounces what learns of recipients that are refused
 */
public record DeliveryParts(
        LedgerStore ledger,
        MessageComposer composer,
        SmtpRelay relay,
        Backoff backoff,
        ReturnAddress returnAddress,
        BounceAtOnce bounces) {}
