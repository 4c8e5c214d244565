package org.broadsheet.reply;

/**
 * What a refusal means.
 *
 * @param text what the server said, on one line; may hold the reader's address
 */
public record Verdict(EnhancedStatus status, Reason reason, String text) {
    private static final int SHOWN = 300;

    /** Hard or soft. */
    public Severity severity() {
        return reason.severity();
    }

    /** The reason and the server's words, for people. */
    public String explanation() {
        String words = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return words.isEmpty() ? reason.name() : reason.name() + ": " + words;
    }
}
