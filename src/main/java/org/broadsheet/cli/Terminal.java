package org.broadsheet.cli;

import java.io.PrintStream;
import java.util.regex.Pattern;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err what went wrong, and progress
 * @param interactive whether somebody watches {@code err}, so that a line may be drawn over
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+");

    /** What a stranger wrote, on one line and without characters that would command the terminal. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
