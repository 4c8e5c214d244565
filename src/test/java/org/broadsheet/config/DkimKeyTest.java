package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as admins have them. */
class DkimKeyTest {
    private static final DkimKey RSA = DkimKey.generate(DkimKey.Algorithm.RSA);
    private static final Path ANYWHERE = Path.of("/");

    private static DkimKey read(String pem) {
        return DkimKey.parse(pem, ANYWHERE);
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(der) + "\n-----END " + label
                + "-----";
    }

    @Test
    void isReadAsItWasWritten() {
        DkimKey ed25519 = DkimKey.generate(DkimKey.Algorithm.ED25519);
        assertThat(read(RSA.pem())).isEqualTo(RSA);
        assertThat(read(ed25519.pem())).isEqualTo(ed25519);
        assertThat(read(RSA.pem().replace("\n", "\\n"))).isEqualTo(RSA);
    }

    @Test
    void isReadFromAFileBesideTheYaml(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("key.pem"), "a comment\n" + RSA.pem());
        assertThat(DkimKey.parse("key.pem", folder)).isEqualTo(RSA);
    }

    /** What OpenSSL and OpenDKIM wrote for many years: the same, without its wrapping of 26 octets. */
    @Test
    void isReadInTheOlderFormForRsa() {
        byte[] wrapped = RSA.privateKey().getEncoded();
        assertThat(read(pem("RSA PRIVATE KEY", Arrays.copyOfRange(wrapped, 26, wrapped.length))))
                .isEqualTo(RSA);
    }

    /** The key of RFC 8463 appendix A.2. */
    @Test
    void knowsThePublicKeyOfEd25519() {
        byte[] head = HexFormat.of().parseHex("302e020100300506032b657004220420");
        byte[] seed = Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=");
        byte[] der = Arrays.copyOf(head, head.length + seed.length);
        System.arraycopy(seed, 0, der, head.length, seed.length);
        byte[] open = read(pem("PRIVATE KEY", der)).publicKey().getEncoded();
        assertThat(Base64.getEncoder().encodeToString(Arrays.copyOfRange(open, open.length - 32, open.length)))
                .isEqualTo("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    @Test
    void thatReceiversWouldNotAcceptIsRefused() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(1024);
        String small = pem("PRIVATE KEY", pairs.generateKeyPair().getPrivate().getEncoded());
        assertThatThrownBy(() -> read(small))
                .hasMessageContaining("is an RSA key of 1024 bits; it must have from 2048");
        assertThatThrownBy(() -> read(pem("ENCRYPTED PRIVATE KEY", new byte[9])))
                .hasMessageContaining("passphrase");
        assertThatThrownBy(() -> read(pem("EC PRIVATE KEY", new byte[9]))).hasMessageContaining("is not a private key");
    }

    @Test
    void saysNothingOfItself() {
        assertThat(RSA).hasToString("DkimKey[RSA]");
    }
}
