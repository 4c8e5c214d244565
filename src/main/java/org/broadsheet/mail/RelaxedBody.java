package org.broadsheet.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of a body as it is after the changes that mail servers make on the way (RFC 6376 section 3.4.4). */
final class RelaxedBody {
    private static final byte[] SPACE = {' '};
    private static final byte[] LINE_END = {'\r', '\n'};

    private RelaxedBody() {}

    /** The SHA-256 of a relaxed body; whatever need not change is hashed where it stands. */
    static byte[] hash(byte[] body) {
        MessageDigest digest = sha256();
        int end = endOfText(body);
        if (end > 0) {
            digestText(digest, body, end);
            digest.update(LINE_END);
        }
        return digest.digest();
    }

    /** Where the last line that holds anything ends, without white space behind it. */
    private static int endOfText(byte[] body) {
        int end = body.length;
        boolean more = true;
        while (more) {
            while (end > 0 && isSpace(body[end - 1])) {
                end--;
            }
            more = end >= 2 && body[end - 1] == '\n' && body[end - 2] == '\r';
            end -= more ? 2 : 0;
        }
        return end;
    }

    private static void digestText(MessageDigest digest, byte[] body, int end) {
        int done = 0;
        int at = 0;
        while (at < end) {
            if (!isSpace(body[at])) {
                at++;
                continue;
            }
            int run = at;
            while (isSpace(body[at])) {
                at++;
            }
            boolean single = at == run + 1 && body[run] == ' ';
            boolean last = body[at] == '\r' && body[at + 1] == '\n';
            if (last || !single) {
                digest.update(body, done, run - done);
                digest.update(SPACE, 0, last ? 0 : 1);
                done = at;
            }
        }
        digest.update(body, done, end - done);
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
