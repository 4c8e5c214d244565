package org.broadsheet.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.broadsheet.config.Dkim;

/**
 * Signs mails (RFC 6376, RFC 8301): rsa-sha256 over relaxed header fields and a relaxed body, and ed25519-sha256 (RFC
 * 8463) beside it where there is a second key. Works on the bytes of the mail and copies none of its body.
 */
public final class DkimSigner implements MailSigner {
    /** The longest piece of a value on one line. */
    private static final int PIECE = 72;

    private static final String FOLD = "\r\n ";

    private final String domain;
    private final List<Signing> signings;
    private final Clock clock;

    /** One signature of each mail. */
    private record Signing(String algorithm, String selector, KeySigner key) {}

    /** @param sender the domain that signs where the configuration names none */
    public DkimSigner(Dkim dkim, String sender, Clock clock) {
        this.domain = dkim.domain().orElse(sender);
        this.clock = clock;
        List<Signing> all = new ArrayList<>();
        // The one that every receiver understands stands first, since some look at the first alone.
        all.add(new Signing("rsa-sha256", dkim.selector(), new KeySigner(dkim.privateKey())));
        dkim.ed25519()
                .ifPresent(second ->
                        all.add(new Signing("ed25519-sha256", second.selector(), new KeySigner(second.privateKey()))));
        this.signings = List.copyOf(all);
    }

    @Override
    public byte[] sign(byte[] headers, byte[] body) {
        try {
            SignedFields fields = SignedFields.of(headers);
            String bodyHash = Base64.getEncoder().encodeToString(RelaxedBody.hash(body));
            StringBuilder signatures = new StringBuilder();
            for (Signing signing : signings) {
                String unsigned = unsigned(signing, fields, bodyHash);
                byte[] signature = signing.key().sign(signed(fields, unsigned));
                signatures.append(unsigned).append(folded(signature)).append("\r\n");
            }
            return signatures.toString().getBytes(US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was found sound cannot sign", e);
        }
    }

    /** The field as it is signed: complete but for the signature itself (RFC 6376 section 3.5). */
    private String unsigned(Signing signing, SignedFields fields, String bodyHash) {
        return "DKIM-Signature: v=1; a=" + signing.algorithm + "; c=relaxed/relaxed;" + FOLD + "d=" + domain + ";"
                + FOLD
                + "s=" + signing.selector + "; t=" + clock.instant().getEpochSecond() + ";" + FOLD + "h="
                + names(fields) + ";" + FOLD + "bh=" + bodyHash + ";" + FOLD + "b=";
    }

    private static String names(SignedFields fields) {
        StringBuilder names = new StringBuilder();
        int line = 0;
        for (String name : fields.names()) {
            String next = (names.isEmpty() ? "" : ":") + name;
            if (line + next.length() > PIECE) {
                names.append(FOLD);
                line = 0;
            }
            names.append(next);
            line += next.length();
        }
        return names.toString();
    }

    private static byte[] signed(SignedFields fields, String unsigned) {
        byte[] own = unsigned.getBytes(US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream(fields.canonical().length + own.length);
        all.writeBytes(fields.canonical());
        RelaxedHeader.write(all, own, 0, own.length);
        return all.toByteArray();
    }

    private static String folded(byte[] signature) {
        return Base64.getMimeEncoder(PIECE, FOLD.getBytes(US_ASCII)).encodeToString(signature);
    }
}
