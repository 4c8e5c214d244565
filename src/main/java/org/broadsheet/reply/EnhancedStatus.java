package org.broadsheet.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code (RFC 3463 section 2), such as 5.1.1.
 *
 * @param kind 2 success, 4 persistent transient failure, 5 permanent failure
 * @param subject 0 to 7
 */
public record EnhancedStatus(int kind, int subject, int detail) {
    public static final int SUCCESS = 2;
    public static final int TRANSIENT = 4;
    public static final int PERMANENT = 5;

    /** Neither part of an IP address nor of a version; subjects end at 7 (RFC 3463 section 3). */
    private static final Pattern CODE =
            Pattern.compile("(?<![\\w.])([245])\\.([0-7])\\.(\\d{1,3})(?!\\.?\\d)(?![/-]\\d)");

    private static final int DELIVERY_TIME_EXPIRED = 7;

    public EnhancedStatus {
        if ((kind != SUCCESS && kind != TRANSIENT && kind != PERMANENT) || subject < 0 || subject > 7 || detail < 0) {
            throw new IllegalArgumentException(kind + "." + subject + "." + detail + " is no status of RFC 3463");
        }
    }

    /** The first code in a text. */
    public static Optional<EnhancedStatus> in(String text) {
        return allIn(text).stream().findFirst();
    }

    /** Every code in a text, in order. */
    static List<EnhancedStatus> allIn(String text) {
        List<EnhancedStatus> found = new ArrayList<>();
        Matcher codes = CODE.matcher(text);
        while (codes.find()) {
            found.add(new EnhancedStatus(
                    Integer.parseInt(codes.group(1)),
                    Integer.parseInt(codes.group(2)),
                    Integer.parseInt(codes.group(3))));
        }
        return found;
    }

    /** Whether it says more than that something failed, or that time ran out over it. */
    boolean isSpecific() {
        boolean nothing = subject == 0 && detail == 0;
        boolean expired = subject == 4 && detail == DELIVERY_TIME_EXPIRED;
        return !nothing && !expired;
    }

    /** The same, of another kind. */
    EnhancedStatus as(int other) {
        return new EnhancedStatus(other, subject, detail);
    }

    boolean hasMeaningOf(EnhancedStatus other) {
        return subject == other.subject && detail == other.detail;
    }

    @Override
    public String toString() {
        return kind + "." + subject + "." + detail;
    }
}
