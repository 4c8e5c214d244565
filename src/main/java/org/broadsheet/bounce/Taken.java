package org.broadsheet.bounce;

/** What became of a mail that came back. */
public record Taken(Kind kind, Effect effect) {

    /** What it changed. */
    public enum Effect {
        /** Nothing, or it was only noted. */
        NONE,
        /** An address is mailed no more. */
        SUPPRESSED,
        /** A reader left. */
        UNSUBSCRIBED,
        /** Nothing: a person must look at it. */
        NOT_UNDERSTOOD
    }
}
