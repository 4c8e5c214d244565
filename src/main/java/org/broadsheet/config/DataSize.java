package org.broadsheet.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of data as an admin writes it: {@code 500KB}, {@code 10MB}. */
public record DataSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(B|KB|MB|GB)");

    public DataSize {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a size must be more than nothing");
        }
    }

    static DataSize parse(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size such as 500KB or 10MB");
        }
        long unit = switch (form.group(2)) {
            case "KB" -> 1_000L;
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            default -> 1L;
        };
        return new DataSize(Long.parseLong(form.group(1)) * unit);
    }

    @Override
    public String toString() {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes >= 1_000_000 ? bytes / 1_000_000 + " MB" : bytes / 1_000 + " kB";
    }
}
