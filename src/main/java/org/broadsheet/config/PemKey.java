package org.broadsheet.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Private keys as text (RFC 7468), in the forms that OpenSSL and others write. */
final class PemKey {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String PKCS1 = "RSA PRIVATE KEY";
    private static final int LARGEST = 64 * 1024;
    /** Version 0, algorithm rsaEncryption without parameters: what PKCS #8 puts before a key of PKCS #1 (RFC 5208). */
    private static final byte[] RSA_HEAD = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PemKey() {}

    static boolean isPem(String text) {
        return text.contains("-----BEGIN");
    }

    static DkimKey readFile(String name, Path base) {
        try {
            Path file = base.resolve(name);
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("'" + name + "' is too large for a key");
            }
            return read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no file; make a key with `broadsheet dkim keygen`, or name its file", e);
        } catch (MalformedInputException e) {
            throw noKey(e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be read; it must be a file that Broadsheet may read", e);
        }
    }

    static DkimKey read(String text) {
        // An environment file has no lines, so many write \n instead.
        Matcher pem = PEM.matcher(text.replace("\\n", "\n"));
        if (!pem.find()) {
            throw noKey(null);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            return switch (pem.group(1)) {
                case PKCS8 -> key(der);
                case PKCS1 -> key(wrapped(der));
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new IllegalArgumentException("is a key with a passphrase; write it without one");
                default -> throw noKey(null);
            };
        } catch (GeneralSecurityException e) {
            throw noKey(e);
        }
    }

    private static IllegalArgumentException noKey(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "is not a private key (PEM, RSA or Ed25519); make one with `broadsheet dkim keygen`", cause);
    }

    private static DkimKey key(byte[] pkcs8) throws GeneralSecurityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
        try {
            RSAPrivateCrtKey rsa =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
            RSAPublicKeySpec open = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
            return new DkimKey(rsa, KeyFactory.getInstance("RSA").generatePublic(open));
        } catch (InvalidKeySpecException notRsa) {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            return new DkimKey(key, publicOf((EdECPrivateKey) key));
        }
    }

    /** The JDK makes public keys of Ed25519 only beside private ones, of the random bytes that it is given. */
    private static PublicKey publicOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new InvalidKeySpecException("no private part"));
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(255, new Given(seed));
        KeyPair pair = pairs.generateKeyPair();
        if (!pair.getPrivate().equals(key)) {
            throw new IllegalStateException("this Java makes keys of Ed25519 in another way; use RSA alone");
        }
        return pair.getPublic();
    }

    /** Bytes that are no chance at all. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] octets = der(0x04, pkcs1);
        byte[] content = new byte[RSA_HEAD.length + octets.length];
        System.arraycopy(RSA_HEAD, 0, content, 0, RSA_HEAD.length);
        System.arraycopy(octets, 0, content, RSA_HEAD.length, octets.length);
        return der(0x30, content);
    }

    /** A value of DER whose length takes two bytes, as that of every key here does. */
    private static byte[] der(int tag, byte[] content) {
        byte[] value = new byte[content.length + 4];
        value[0] = (byte) tag;
        value[1] = (byte) 0x82;
        value[2] = (byte) (content.length >> 8);
        value[3] = (byte) content.length;
        System.arraycopy(content, 0, value, 4, content.length);
        return value;
    }

    static DkimKey generate(DkimKey.Algorithm algorithm, int rsaBits) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(algorithm.shown());
            if (algorithm == DkimKey.Algorithm.RSA) {
                pairs.initialize(rsaBits);
            }
            KeyPair pair = pairs.generateKeyPair();
            return new DkimKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String write(PrivateKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + PKCS8 + "-----\n" + base64 + "\n-----END " + PKCS8 + "-----\n";
    }
}
