package org.broadsheet.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address with an optional display name (RFC 5322 section 3.4): {@code Broadsheet <news@example.org>}. */
public record Mailbox(Optional<String> name, EmailAddress address) {
    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^\"<>]*?)\"?\\s*<([^<>]+)>\\s*");

    static Mailbox parse(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an address holds no line breaks or control characters");
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            Optional<String> name = Optional.of(named.group(1).strip()).filter(some -> !some.isEmpty());
            return new Mailbox(name, new EmailAddress(named.group(2).strip()));
        }
        return new Mailbox(Optional.empty(), new EmailAddress(text.strip()));
    }

    @Override
    public String toString() {
        return name.map(some -> some + " <" + address + ">").orElseGet(address::text);
    }
}
