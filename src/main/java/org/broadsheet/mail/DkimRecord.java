package org.broadsheet.mail;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.DkimKey;

/**
 * The public key in the DNS, where receivers look for it (RFC 6376 section 3.6).
 *
 * @param name under which it stands, without a dot at its end
 * @param value the text of the record
 */
public record DkimRecord(String name, String value) {
    /** One text of a TXT record has 255 octets at most (RFC 1035 section 3.3). */
    private static final int LONGEST_TEXT = 255;

    private static final int ED25519_OCTETS = 32;

    /** What receivers need to check mails that were signed with that key. */
    public static DkimRecord of(String selector, String domain, DkimKey key) {
        String type = key.algorithm() == DkimKey.Algorithm.RSA ? "rsa" : "ed25519";
        return new DkimRecord(
                selector + "._domainkey." + domain,
                "v=DKIM1; k=" + type + "; p=" + Base64.getEncoder().encodeToString(published(key)));
    }

    /** An RSA key with all about it, an Ed25519 key by its 32 octets alone (RFC 8463 section 4), which come last. */
    private static byte[] published(DkimKey key) {
        PublicKey open = key.publicKey();
        byte[] encoded = open.getEncoded();
        return key.algorithm() == DkimKey.Algorithm.RSA
                ? encoded
                : Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
    }

    /** The record as a line of a zone file (RFC 1035 section 5), in texts that are short enough. */
    public String zoneLine() {
        StringBuilder line = new StringBuilder(name).append(". IN TXT (");
        for (int i = 0; i < value.length(); i += LONGEST_TEXT) {
            line.append(" \"")
                    .append(value, i, Math.min(value.length(), i + LONGEST_TEXT))
                    .append('"');
        }
        return line.append(" )").toString();
    }

    /** Why a receiver that finds this text could not check our mails; empty when it can. */
    public Optional<String> problemOf(String published) {
        Map<String, String> there = tags(published);
        Map<String, String> ours = tags(value);
        String key = there.getOrDefault("p", "");
        if (key.isEmpty()) {
            return Optional.of("holds no key");
        }
        boolean same = key.equals(ours.get("p"))
                && there.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT).equals(ours.get("k"));
        if (!same) {
            return Optional.of("holds another key than the one that signs");
        }
        List<String> services = List.of(there.getOrDefault("s", "*").split(":", -1));
        boolean usable = there.getOrDefault("v", "DKIM1").equals("DKIM1")
                && List.of(there.getOrDefault("h", "sha256").split(":", -1)).contains("sha256")
                && (services.contains("*") || services.contains("email"));
        return usable ? Optional.empty() : Optional.of("does not allow this use (v=, h= or s=)");
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.replaceAll("\\s", "").split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(tag.substring(0, equals), tag.substring(equals + 1));
            }
        }
        return tags;
    }
}
