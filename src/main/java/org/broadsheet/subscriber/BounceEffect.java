package org.broadsheet.subscriber;

/** What noting a bounce did. */
public enum BounceEffect {
    /** Nothing: it was noted before. */
    KNOWN,
    /** It is noted, and the address is mailed as before. */
    NOTED,
    /** The address is mailed no more. */
    SUPPRESSED
}
