package org.broadsheet.reply;

/**
 * Why mail is refused.
 *
 * @param name for people, such as {@code mailbox full}
 * @param status what RFC 3463 says for it, where the server gave no code
 * @param counts whether it is about the reader's mailbox; what is about us (blocked, spam, too large) says nothing
 *     against the address, however often it is said
 */
public record Reason(String name, EnhancedStatus status, Severity severity, boolean counts) {}
