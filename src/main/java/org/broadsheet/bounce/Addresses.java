package org.broadsheet.bounce;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses in what programs write. They are not judged here: whether one is a reader's is for the store to say. */
final class Addresses {
    /** Domains of one label occur within companies; a local part is not looked for beyond its 64 octets. */
    static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w.!#$%&*+/=?^`{|}~@-])"
                    + "(\"[^\"\\s@]{1,62}\"|[\\w!#$%&'*+/=?^`{|}~\u0080-\uffff.-]{1,64})@([\\w\u0080-\uffff-]+(?:\\.[\\w\u0080-\uffff-]+)*)");

    private static final Pattern OF_DAEMONS = Pattern.compile(
            "(?i)(mailer-?daemon|postmaster|mail-?daemon|mdaemon|abuse|hostmaster|support|helpdesk|noc)@.*");

    private Addresses() {}

    /** The first address in a text, as it stands there. */
    static Optional<String> first(String text) {
        return all(text).stream().findFirst();
    }

    static List<String> all(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            found.add(clean(addresses.group()));
        }
        return List.copyOf(found);
    }

    static List<String> all(List<String> texts) {
        return texts.stream().flatMap(text -> all(text).stream()).distinct().toList();
    }

    /** Without what the sentence around it added. */
    static String clean(String address) {
        return address.replaceFirst("(?i)^(?:'|mailto:|smtp=|.*;dda:smtp=)+", "")
                .replaceFirst("[.'-]+$", "");
    }

    /** The address in a field of a report, such as {@code rfc822; anna@example.org} (RFC 3464 section 2.1.2). */
    static Optional<String> inField(String value) {
        String bare = value.contains(";") ? value.substring(value.indexOf(';') + 1) : value;
        return first(bare.replace("\\@", "@")).filter(address -> !address.startsWith("@"));
    }

    static boolean isOfDaemon(String address) {
        return OF_DAEMONS.matcher(address).matches();
    }

    static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
