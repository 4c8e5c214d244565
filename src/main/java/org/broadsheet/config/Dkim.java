package org.broadsheet.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How mails are signed (RFC 6376).
 *
 * @param domain who signs; the domain of the sender where it is left out
 */
public record Dkim(
        @Key(doc = "The domain that signs, in ASCII; that of `publisher.from` when left out.", example = "example.org")
        Optional<String> domain,

        @Key(doc = "The name under which the DNS holds the public key.", example = "2026a")
        String selector,

        @Key(
                doc =
                        "The RSA key that `broadsheet dkim keygen` made: its file, relative to this one, or the key itself"
                                + " as ${NAME}.",
                example = "dkim/2026a.pem")
        DkimKey privateKey,

        @Key(doc = "A second signature beside the first (RFC 8463); few receivers look at it.")
        Optional<Ed25519> ed25519) {
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    public Dkim {
        domain = domain.map(text -> name("domain", text));
        selector = name("selector", selector);
        require(privateKey, DkimKey.Algorithm.RSA);
        if (ed25519.isPresent() && ed25519.get().selector.equals(selector)) {
            throw new IllegalArgumentException("selector: must not be that of the ed25519 key; each has a DNS record");
        }
    }

    /** The second key and its selector. */
    public record Ed25519(
            @Key(doc = "The name under which the DNS holds the second public key.", example = "2026e")
            String selector,

            @Key(
                    doc = "The Ed25519 key that `broadsheet dkim keygen --ed25519` made, named as above.",
                    example = "dkim/2026e.pem")
            DkimKey privateKey) {

        public Ed25519 {
            selector = name("selector", selector);
            require(privateKey, DkimKey.Algorithm.ED25519);
        }
    }

    /** Whether a text can be a selector or a domain in ASCII (RFC 6376 section 3.1). */
    public static boolean isName(String text) {
        return text.length() < 200
                && NAME.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static String name(String key, String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException(
                    key + ": '" + text + "' is not a name of the DNS; use a-z, 0-9, - and dots (umlauts as xn--…)");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static void require(DkimKey key, DkimKey.Algorithm algorithm) {
        if (key.algorithm() != algorithm) {
            throw new IllegalArgumentException("private-key: must be an " + algorithm.shown() + " key, not an "
                    + key.algorithm().shown() + " key");
        }
    }
}
