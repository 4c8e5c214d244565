package org.broadsheet.config;

/** A value that never shows: printed, logged or put in a message, it is {@code ***}. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }

    /** Whether there is nothing to hide. */
    public boolean isEmpty() {
        return value.isEmpty();
    }
}
