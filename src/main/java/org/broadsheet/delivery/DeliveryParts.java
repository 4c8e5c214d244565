package org.broadsheet.delivery;

import org.broadsheet.Backoff;
import org.broadsheet.mail.MessageComposer;

/** What delivering is made of. */
public record DeliveryParts(LedgerStore ledger, MessageComposer composer, SmtpRelay relay, Backoff backoff) {}
