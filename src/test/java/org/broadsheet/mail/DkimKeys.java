package org.broadsheet.mail;

import java.util.Optional;
import org.broadsheet.config.Dkim;
import org.broadsheet.config.DkimKey;

/** Keys of the tests, made once, since making one takes a while. */
final class DkimKeys {
    static final DkimKey RSA = DkimKey.generate(DkimKey.Algorithm.RSA);
    static final DkimKey ED25519 = DkimKey.generate(DkimKey.Algorithm.ED25519);

    private DkimKeys() {}

    static Dkim rsa() {
        return new Dkim(Optional.empty(), "sel", RSA, Optional.empty());
    }

    static Dkim both() {
        return new Dkim(Optional.of("example.org"), "sel", RSA, Optional.of(new Dkim.Ed25519("ed", ED25519)));
    }
}
