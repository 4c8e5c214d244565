package org.broadsheet.mail;

import org.broadsheet.config.EmailAddress;

/** Whom one mail is for. */
public record Recipient(String subscriberId, EmailAddress address) {}
