package org.broadsheet.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A mail as one connection sends it; made before its turn comes, since the server waits from then on.
 *
 * @param commands its envelope, one by one
 * @param text header and body, made fit for the wire and ended by CRLF
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying the mail is what this saves.
record OnTheWire(Outgoing mail, List<String> commands, byte[] text) {
    /** @param parameters of the command that begins the mail, each with a space before it */
    static OnTheWire of(Outgoing mail, String parameters) {
        Envelope envelope = mail.envelope();
        return new OnTheWire(
                mail,
                List.of(envelope.mailCommand(parameters), envelope.rcptCommand(), "DATA"),
                DotStuffing.of(mail.message()));
    }

    /** The envelope in one go. */
    byte[] lines() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        commands.forEach(command -> bytes.writeBytes((command + "\r\n").getBytes(StandardCharsets.UTF_8)));
        return bytes.toByteArray();
    }
}
