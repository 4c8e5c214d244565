package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.reply.EnhancedStatus;

/**
 * What a report says of one recipient (RFC 3464 section 2.3).
 *
 * @param fields its fields, and those of the message that stand in no recipient's
 */
record StatusFields(HeaderFields fields) {
    private static final Set<String> OF_RECIPIENT = Set.of(
            "final-recipient", "original-recipient", "action", "status", "diagnostic-code", "x-actual-recipient");

    /** Reads a report, whose groups may lack the empty lines between them, or have them where none belong. */
    static List<StatusFields> of(String report) {
        List<HeaderFields> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String line : (report + "\n\n").split("\n", -1)) {
            if (!line.isBlank()) {
                group.add(line);
            } else if (!group.isEmpty()) {
                groups.addAll(withoutRepeats(HeaderFields.of(group)));
                group.clear();
            }
        }
        return joined(groups).stream()
                .map(StatusFields::new)
                .filter(fields -> fields.recipient().isPresent())
                .toList();
    }

    private static List<HeaderFields> withoutRepeats(HeaderFields all) {
        List<HeaderFields> groups = new ArrayList<>();
        List<HeaderFields.Field> group = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (HeaderFields.Field field : all.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!names.add(name) && OF_RECIPIENT.contains(name)) {
                groups.add(new HeaderFields(group));
                group.clear();
                names.clear();
                names.add(name);
            }
            group.add(field);
        }
        groups.add(new HeaderFields(group));
        return groups;
    }

    /** A group without a recipient belongs to the one before it, if that lacks what it says, or else to the next. */
    private static List<HeaderFields> joined(List<HeaderFields> groups) {
        List<HeaderFields> joined = new ArrayList<>();
        boolean open = false;
        for (HeaderFields group : groups) {
            if (open && !repeats(joined.get(joined.size() - 1), group)) {
                HeaderFields before = joined.remove(joined.size() - 1);
                joined.add(new HeaderFields(Stream.concat(before.fields().stream(), group.fields().stream())
                        .toList()));
            } else {
                joined.add(group);
            }
            open = group.fields().stream()
                    .anyMatch(field -> OF_RECIPIENT.contains(field.name().toLowerCase(Locale.ROOT)));
        }
        return joined;
    }

    private static boolean repeats(HeaderFields before, HeaderFields group) {
        return group.fields().stream().anyMatch(field -> before.has(field.name()));
    }

    /** The address that failed: where the mail was to end, or else where it was sent to. */
    Optional<String> recipient() {
        Optional<String> last = address("Final-Recipient");
        return last.filter(address -> address.contains("."))
                .or(() -> address("Original-Recipient"))
                .or(() -> address("X-Actual-Recipient"))
                .or(() -> last);
    }

    /** Every address that it names, since only one of them may be the reader's. */
    List<String> addresses() {
        return Addresses.all(fields.all("Original-Recipient", "Final-Recipient", "X-Actual-Recipient"));
    }

    private Optional<String> address(String name) {
        return fields.first(name).flatMap(Addresses::inField);
    }

    /** {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}; empty when not given. */
    String action() {
        return fields.first("Action").orElse("").toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
    }

    Optional<EnhancedStatus> status() {
        return fields.first("Status").flatMap(EnhancedStatus::in);
    }

    /** What servers said: the remark beside the status, and the diagnostic code with the name of who gave it. */
    String diagnosis() {
        String remark = fields.first("Status")
                .filter(value -> value.contains("("))
                .map(value -> value.substring(value.indexOf('(')))
                .orElse("");
        String server =
                fields.first("Remote-MTA").map(StatusFields::withoutType).orElse("");
        String code =
                fields.first("Diagnostic-Code").map(StatusFields::withoutType).orElse("");
        return code.isEmpty() ? remark : (remark + " " + (server.isEmpty() ? "" : server + ": ") + code).strip();
    }

    private static String withoutType(String value) {
        return value.replaceFirst("^[\\w-]{1,20}[ \\t]*;[ \\t]*", "");
    }
}
