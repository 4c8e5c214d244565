package org.broadsheet.config;

import java.time.Duration;
import java.util.Optional;

/**
 * What comes back: bounces, complaints and mailed unsubscribes.
 *
 * @param address where mails that cannot be delivered go back to, each with a token of its own
 * @param within the time in which {@code softLimit} soft bounces suppress an address
 */
public record Bounces(
        @Key(
                doc = "Where mails that cannot be delivered go back to; the server must deliver `+` addresses of it. "
                        + "Without it they go to the sender.",
                example = "bounce@news.example.org")
        Optional<EmailAddress> address,

        @Key(doc = "The mailbox where they arrive; nothing is read without it.")
        Optional<Inbox> inbox,

        @Key(doc = "How many soft bounces suppress an address.", byDefault = "5", min = 1, max = 1000)
        int softLimit,

        @Key(doc = "The time in which so many do.", byDefault = "14d")
        Duration within) {
    /** A token takes 48 of the 64 octets of a local part (RFC 5321 section 4.5.3.1.1). */
    private static final int LONGEST_LOCAL_PART = 16;

    public Bounces {
        if (address.isPresent() && address.get().localPart().length() > LONGEST_LOCAL_PART) {
            throw new IllegalArgumentException("address: must have at most " + LONGEST_LOCAL_PART
                    + " characters before the @, since a token is added to them");
        }
    }

    /**
     * A mailbox on an IMAP server.
     *
     * @param done where mails go that were understood; they stay, marked as read, when empty
     * @param every how often it is read; a server that tells of new mails by itself (IDLE) is heard at once
     * @param timeout for connecting, and for each answer
     */
    public record Inbox(
            @Key(doc = "The IMAP server's name.") String host,

            @Key(doc = "Its port; 993 or 143 by the security chosen.", min = 1, max = 65535)
            Optional<Integer> port,

            @Key(doc = "tls, starttls or none; starttls is never given up silently.", byDefault = "tls")
            Installation.Security security,

            @Key(doc = "The account.") String username,

            @Key(doc = "Its password; write ${BOUNCES_PASSWORD} and keep it in the environment.")
            Secret password,

            @Key(doc = "The folder that is read.", byDefault = "INBOX")
            String folder,

            @Key(doc = "Where mails go that were understood; without it they stay, marked as read.", example = "Done")
            Optional<String> done,

            @Key(doc = "How often it is read, where the server does not tell of new mails by itself.", byDefault = "5m")
            Duration every,

            @Key(doc = "How long to wait for a connection and for each answer.", byDefault = "30s")
            Duration timeout) {

        /** The port given, or the usual one of the chosen security. */
        public int effectivePort() {
            return port.orElse(security == Installation.Security.TLS ? 993 : 143);
        }
    }

    /** What holds where there is no configuration. */
    public static Bounces byDefault() {
        return new Bounces(Optional.empty(), Optional.empty(), 5, Duration.ofDays(14));
    }
}
