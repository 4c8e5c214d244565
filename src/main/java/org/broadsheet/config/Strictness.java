package org.broadsheet.config;

/** How alike articles must be to be told as one story. */
public enum Strictness {
    /** Joins only what surely tells the same event; some events stand twice. */
    STRICT,
    /** Joins what very likely tells the same event. */
    DEFAULT,
    /** Finds more of what belongs together, at the cost of a wrong join now and then. */
    BALANCED
}
