package org.broadsheet.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;

/** The key that signs the links in mails: the configured secret, or one made once and kept in the database. */
public final class SigningKeyStore {
    private static final int BYTES = 32;

    private final Database database;
    private final SecureRandom random;

    /** Keys of that database's installation. */
    public SigningKeyStore(Database database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    /** The key; the same for every process on one database, whichever asks first. */
    public byte[] key(Secret configured) {
        return configured.isEmpty() ? kept() : configured.value().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] kept() {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        String value = database.write(handle -> {
            handle.createUpdate(
                            "insert into setting (name, value) values ('signing-key', :value) on conflict do nothing")
                    .bind("value", Base64.getEncoder().encodeToString(fresh))
                    .execute();
            return handle.createQuery("select value from setting where name = 'signing-key'")
                    .mapTo(String.class)
                    .one();
        });
        return Base64.getDecoder().decode(value);
    }
}
