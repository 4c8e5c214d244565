package org.broadsheet.config;

/**
 * How values of one Java type are written.
 *
 * @param noun what the value is, such as {@code a duration such as 15m}; said of values that must not be shown
 */
record ValueType(String noun, Reading reading) {

    /** Makes a value of the text, or throws {@link IllegalArgumentException} with a message that may quote the text. */
    @FunctionalInterface
    interface Reading {
        Object read(String text, Key key);
    }
}
