package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields of a header or a report (RFC 5322 section 2.2), in order; names are compared without regard to case. A line that
 * is no field belongs to the one before it, folded rightly or not.
 */
record HeaderFields(List<Field> fields) {
    private static final Pattern FIELD = Pattern.compile("^([A-Za-z][A-Za-z0-9_-]{0,60})[ \\t]*:(.*)$");

    /** One field, its value on one line. */
    record Field(String name, String value) {}

    HeaderFields {
        fields = List.copyOf(fields);
    }

    /** Reads a block of lines without an empty one. */
    static HeaderFields of(List<String> lines) {
        List<Field> fields = new ArrayList<>();
        for (String line : lines) {
            Matcher field = FIELD.matcher(line);
            int last = fields.size() - 1;
            if (field.matches()) {
                fields.add(new Field(field.group(1), field.group(2).strip()));
            } else if (last >= 0) {
                Field before = fields.get(last);
                fields.set(last, new Field(before.name(), (before.value() + " " + line.strip()).strip()));
            }
        }
        return new HeaderFields(fields);
    }

    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    /** The first value of that name that is not empty. */
    Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** All values of these names, name by name. */
    List<String> all(String... names) {
        return List.of(names).stream()
                .flatMap(name -> fields.stream().filter(field -> field.name().equalsIgnoreCase(name)))
                .map(Field::value)
                .toList();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }
}
