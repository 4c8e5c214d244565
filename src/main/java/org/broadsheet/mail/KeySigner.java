package org.broadsheet.mail;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.broadsheet.config.DkimKey;

/**
 * Signs with one key. A signature is most of what a signed mail costs, so it is left to AWS-LC where that runs, which takes
 * a quarter of the JDK's time for RSA and next to none for Ed25519; and since getting ready with a key takes as long
 * again, what is ready is kept. Safe for use by many threads.
 */
final class KeySigner {
    private final PrivateKey key;
    private final boolean rsa;
    private final Queue<Signature> ready = new ConcurrentLinkedQueue<>();

    KeySigner(DkimKey key) {
        this.key = key.privateKey();
        this.rsa = key.algorithm() == DkimKey.Algorithm.RSA;
    }

    byte[] sign(byte[] bytes) throws GeneralSecurityException {
        Signature kept = ready.poll();
        Signature signature = kept == null ? fresh() : kept;
        // RFC 8463 section 3: what Ed25519 signs is the hash.
        signature.update(rsa ? bytes : MessageDigest.getInstance("SHA-256").digest(bytes));
        byte[] signed = signature.sign();
        ready.add(signature);
        return signed;
    }

    private Signature fresh() throws GeneralSecurityException {
        String algorithm = rsa ? "SHA256withRSA" : "Ed25519";
        AmazonCorrettoCryptoProvider fast = AmazonCorrettoCryptoProvider.INSTANCE;
        Signature signature = fast.getLoadingError() == null
                ? Signature.getInstance(algorithm, fast)
                : Signature.getInstance(algorithm);
        signature.initSign(key);
        return signature;
    }
}
