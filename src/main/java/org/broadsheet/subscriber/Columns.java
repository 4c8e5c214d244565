package org.broadsheet.subscriber;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;

/**
 * Which column of a file holds what.
 *
 * <p>Without a word from the admin, the column named {@code email} holds the address and the one named {@code name} the
 * name. Where no column is named so, the address is in the first one, if it looks like it; and a file whose first line
 * begins with an address has no line that names the columns.
 *
 * @param email from 0
 * @param name from 0; -1 for none
 * @param headed whether the first line names the columns, instead of being an entry
 */
record Columns(int email, int name, boolean headed) {
    static final String EMAIL = "email";
    static final String NAME = "name";
    static final Set<String> FIELDS = Set.of(EMAIL, NAME);

    /** How spreadsheets, shops and other mailers head their first column. */
    private static final Set<String> KNOWN_AS_ADDRESS = Set.of(
            "address", "emailaddress", "mail", "mailaddress", "adresse", "emailadresse", "mailadresse", "subscriber");

    /**
     * Reads the first line of a file.
     *
     * @param order whose columns lead from field ({@code email}, {@code name}) to the name of its column; other fields go by their own names
     * @throws Failure when a column is not there
     */
    static Columns of(ImportOrder order, List<String> first) {
        Map<String, String> names = order.columns();
        if (names.isEmpty() && !first.isEmpty() && isAddress(first.get(0))) {
            return new Columns(0, -1, false);
        }
        int email = names.containsKey(EMAIL) ? named(order, first, EMAIL) : usualEmail(order, first);
        int name = names.containsKey(NAME) ? named(order, first, NAME) : find(first, NAME);
        return new Columns(email, name, true);
    }

    private static int named(ImportOrder order, List<String> first, String field) {
        String column = order.columns().getOrDefault(field, field);
        int found = find(first, column);
        if (found < 0) {
            throw missing(order, first, column, "name another one for " + field + " with --map");
        }
        return found;
    }

    private static int usualEmail(ImportOrder order, List<String> first) {
        int found = find(first, EMAIL);
        if (found < 0 && !first.isEmpty() && KNOWN_AS_ADDRESS.contains(letters(first.get(0)))) {
            return 0;
        }
        if (found < 0) {
            throw missing(order, first, EMAIL, "say which one holds the addresses, such as --map email=E-Mail");
        }
        return found;
    }

    private static Failure missing(ImportOrder order, List<String> first, String column, String advice) {
        String known =
                String.join(", ", first.stream().limit(10).map(String::strip).toList());
        return new Failure(
                order.file() + ":1: no column `" + column + "`; the first line names " + known + "; " + advice);
    }

    private static int find(List<String> first, String column) {
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).strip().equalsIgnoreCase(column.strip())) {
                return i;
            }
        }
        return -1;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private static boolean isAddress(String text) {
        try {
            return !new EmailAddress(text.strip()).text().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    String email(List<String> line) {
        return email < line.size() ? line.get(email) : "";
    }

    Optional<String> name(List<String> line) {
        return name >= 0 && name < line.size() ? Optional.of(line.get(name)) : Optional.empty();
    }
}
