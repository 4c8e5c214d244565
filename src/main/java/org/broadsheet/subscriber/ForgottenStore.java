package org.broadsheet.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * Readers who had all their data deleted. Of their addresses a hash is kept, whose key is of this database alone, so that
 * lists of addresses made elsewhere cannot be compared with it. Works within the transactions of others.
 */
final class ForgottenStore {
    private static final String KEY = "forgotten-key";
    private static final String ALGORITHM = "HmacSHA256";

    private ForgottenStore() {}

    /** Remembers that this address is to be forgotten; the fresh key becomes the database's if it has none yet. */
    static void add(Handle handle, String canonical, byte[] freshKey, long now) {
        handle.createUpdate("insert into setting (name, value) values (:name, :value) on conflict (name) do nothing")
                .bind("name", KEY)
                .bind("value", Base64.getEncoder().encodeToString(freshKey))
                .execute();
        handle.createUpdate("insert into forgotten (hash, since) values (:hash, :now) on conflict (hash) do nothing")
                .bind("hash", hash(key(handle).orElseThrow(), canonical))
                .bind("now", now)
                .execute();
    }

    /** Those of some addresses that are to stay forgotten. */
    static List<String> among(Handle handle, Collection<String> canonicals) {
        Optional<SecretKeySpec> key = key(handle);
        if (key.isEmpty() || canonicals.isEmpty()) {
            return List.of();
        }
        Map<String, String> byHash = new LinkedHashMap<>();
        canonicals.forEach(canonical -> byHash.put(hash(key.get(), canonical), canonical));
        return handle
                .createQuery("select hash from forgotten where hash in (<hashes>)")
                .bindList("hashes", List.copyOf(byHash.keySet()))
                .mapTo(String.class)
                .stream()
                .map(byHash::get)
                .toList();
    }

    /** An address that consented anew need not be forgotten any more. */
    static void remove(Handle handle, String canonical) {
        key(handle)
                .ifPresent(key -> handle.createUpdate("delete from forgotten where hash = :hash")
                        .bind("hash", hash(key, canonical))
                        .execute());
    }

    private static Optional<SecretKeySpec> key(Handle handle) {
        return handle.createQuery("select value from setting where name = :name")
                .bind("name", KEY)
                .mapTo(String.class)
                .findOne()
                .map(value -> new SecretKeySpec(Base64.getDecoder().decode(value), ALGORITHM));
    }

    private static String hash(SecretKeySpec key, String canonical) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
