package org.broadsheet.mail;

import java.time.Instant;

/**
 * A mail as it lies in a mailbox.
 *
 * @param html its HTML part, with the pictures that the mail carries in it; empty when it has none
 * @param plain its text part; empty when it has none
 * @param source the whole mail as it arrived
 */
public record ReceivedMail(
        String from, String to, String subject, Instant received, String html, String plain, String source) {}
