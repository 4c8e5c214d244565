package org.broadsheet.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value types that can stand in a file of one folder. */
final class Values {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})\\s*([smhd])");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");

    private final Map<Class<?>, ValueType> types;

    /** Relative paths are relative to {@code base}, which is absolute. */
    Values(Path base) {
        ValueType number = new ValueType("a whole number", Values::wholeNumber);
        types = Map.ofEntries(
                Map.entry(String.class, new ValueType("text", Values::line)),
                Map.entry(int.class, number),
                Map.entry(Integer.class, number),
                Map.entry(double.class, type("a number such as 1.5", Values::number)),
                Map.entry(boolean.class, type("true or false", Values::truth)),
                Map.entry(Duration.class, new ValueType("a duration such as 15m, 2h or 7d", Values::duration)),
                Map.entry(Window.class, new ValueType("`since-last-edition` or a duration", Values::window)),
                Map.entry(LocalTime.class, type("a time such as 07:00", Values::time)),
                Map.entry(LocalDate.class, type("a day such as 2026-12-01", Values::day)),
                Map.entry(Days.class, type("daily, mon-fri, or days such as mon,wed,fri", Days::parse)),
                Map.entry(DayOfWeek.class, type("a day of the week such as friday", Days::one)),
                Map.entry(ZoneId.class, type("a time zone such as Europe/Berlin", TimeZones::parse)),
                Map.entry(Locale.class, type("a language such as de or en-GB", Languages::parse)),
                Map.entry(URI.class, type("a URL or a path", text -> Locations.parse(text, base))),
                Map.entry(EmailAddress.class, type("an e-mail address", Values::address)),
                Map.entry(Mailbox.class, type("an e-mail address, with or without a name", Mailbox::parse)),
                Map.entry(Secret.class, type("a secret", Secret::new)),
                Map.entry(DkimKey.class, type("a private key, or its file", text -> DkimKey.parse(text, base))),
                Map.entry(Path.class, type("a folder", text -> folder(text, base))),
                Map.entry(PasswordHash.class, type("a password's hash", PasswordHash::parse)),
                Map.entry(Colour.class, type("a colour such as #9f3d26", Colour::parse)),
                Map.entry(SubjectPattern.class, type("a text such as {lead}", SubjectPattern::new)),
                Map.entry(DataSize.class, type("a size such as 500KB or 10MB", DataSize::parse)),
                Map.entry(ListenAddress.class, type("host:port", ListenAddress::parse)),
                Map.entry(Network.class, type("an IP address or a network such as 10.0.0.0/8", Network::parse)),
                Map.entry(DatabaseUrl.class, type("a JDBC address", text -> database(text, base))));
    }

    /** @throws IllegalStateException if no file can hold such a value */
    ValueType of(Class<?> type) {
        ValueType known = types.get(type);
        if (known == null && type.isEnum()) {
            return new ValueType("one of " + String.join(", ", names(type)), (text, key) -> constant(type, text));
        }
        if (known == null) {
            throw new IllegalStateException("no YAML form for " + type);
        }
        return known;
    }

    private static ValueType type(String noun, Function<String, Object> reading) {
        return new ValueType(noun, (text, key) -> reading.apply(text));
    }

    private static Object line(String text, Key key) {
        // Texts end up in mail headers, so a folded one becomes one line.
        String line = text.strip().replaceAll("[ \t]*\\R[ \t]*", " ");
        if (line.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("holds a control character; remove it");
        }
        return line;
    }

    /** YAML 1.2 knows true and false alone; who learned that "yes" works as well is told. */
    private static Boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    private static Object wholeNumber(String text, Key key) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number");
        }
        boolean tooLong = text.replaceFirst("^[+-]?0*", "").length() > 10;
        long number = tooLong ? Long.MAX_VALUE : Long.parseLong(text);
        if (number < key.min() || number > key.max()) {
            throw new IllegalArgumentException("'" + text + "' is not " + range(key));
        }
        return (int) number;
    }

    private static Object number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a number such as 2 or 0.5");
        }
        return Double.parseDouble(text);
    }

    /** {@code from 1 to 65535}, in words. */
    static String range(Key key) {
        boolean open = key.max() == Integer.MAX_VALUE;
        if (key.min() == Integer.MIN_VALUE && open) {
            return "a whole number of usual size";
        }
        return open
                ? "a whole number from " + key.min() + " on"
                : "a whole number from " + key.min() + " to " + key.max();
    }

    private static Duration duration(String text, Key key) {
        Matcher form = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a duration such as 15m, 2h or 7d");
        }
        long count = Long.parseLong(form.group(1));
        if (count == 0 && key.min() != 0) {
            throw new IllegalArgumentException("'" + text + "' is no time at all; write a duration such as 15m or 2h");
        }
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Object window(String text, Key key) {
        String sinceLast = "since-last-edition";
        if (text.strip().equalsIgnoreCase(sinceLast)) {
            return new Window.SinceLastEdition();
        }
        if (!DURATION.matcher(text.strip().toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException("'" + text + "' is neither `" + sinceLast
                    + "` nor a duration such as 24h or 7d" + Suggestion.didYouMean(text, List.of(sinceLast)));
        }
        return new Window.Last(duration(text, key));
    }

    private static LocalTime time(String text) {
        Matcher form = TIME.matcher(text.strip());
        if (form.matches()) {
            int hour = Integer.parseInt(form.group(1));
            int minute = Integer.parseInt(form.group(2));
            int second = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
            if (hour < 24 && minute < 60 && second < 60) {
                return LocalTime.of(hour, minute, second);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a time from 00:00 to 23:59, such as 07:00");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("'" + text + "' is not a day such as 2026-12-01", none);
        }
    }

    private static EmailAddress address(String text) {
        return new EmailAddress(text.strip());
    }

    private static Path folder(String text, Path base) {
        try {
            return base.resolve(text.strip()).normalize();
        } catch (InvalidPathException unusable) {
            throw new IllegalArgumentException("'" + text + "' cannot be the name of a folder here", unusable);
        }
    }

    private static DatabaseUrl database(String text, Path base) {
        try {
            return DatabaseUrl.parse(text, base);
        } catch (InvalidPathException unusable) {
            throw new IllegalArgumentException("the file name after jdbc:sqlite: cannot be used here", unusable);
        }
    }

    private static Object constant(Class<?> type, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not one of "
                        + String.join(", ", names(type)) + Suggestion.didYouMean(text, names(type))));
    }

    /** An enum's constants as they are written. */
    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Values::name).toList();
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
