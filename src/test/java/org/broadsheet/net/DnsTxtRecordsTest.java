package org.broadsheet.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.Failure;
import org.junit.jupiter.api.Test;

/** Texts of the DNS, asked of a server on this machine. */
class DnsTxtRecordsTest {
    private static final int NO_SUCH_NAME = 3;
    private static final int SERVER_FAILURE = 2;

    @Test
    void joinsThePartsOfAText() throws Exception {
        assertThat(answered(0, "v=DKIM1; k=rsa; p=AB", "CD+/==")).containsExactly("v=DKIM1; k=rsa; p=ABCD+/==");
        assertThat(answered(0, "a\\b \"c\" ", " d")).containsExactly("a\\b \"c\"  d");
    }

    @Test
    void findsNothingWhereThereIsNoSuchName() throws Exception {
        assertThat(answered(NO_SUCH_NAME)).isEmpty();
    }

    @Test
    void saysWhenTheDnsDoesNotAnswer() {
        assertThatThrownBy(() -> answered(SERVER_FAILURE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("the DNS does not answer for s1._domainkey.example.org");
    }

    private static List<String> answered(int code, String... parts) throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answer(socket, code, parts), "dns");
            server.start();
            return new DnsTxtRecords("dns://127.0.0.1:" + socket.getLocalPort()).of("s1._domainkey.example.org");
        }
    }

    private static void answer(DatagramSocket socket, int code, String... parts) {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                byte[] reply = reply(Arrays.copyOf(question.getData(), question.getLength()), code, parts);
                socket.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
            }
        } catch (SocketException e) {
            // The test is over.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The question, with an answer behind it (RFC 1035 section 4.1). */
    private static byte[] reply(byte[] question, int code, String... parts) {
        ByteBuffer reply = ByteBuffer.allocate(512).put(question);
        reply.putShort(2, (short) (0x8180 | code))
                .putShort(6, (short) (parts.length == 0 ? 0 : 1))
                .putInt(8, 0);
        if (parts.length > 0) {
            reply.putShort((short) 0xC00C)
                    .putShort((short) 16)
                    .putShort((short) 1)
                    .putInt(60);
            reply.putShort((short)
                    Arrays.stream(parts).mapToInt(part -> part.length() + 1).sum());
            for (String part : parts) {
                reply.put((byte) part.length()).put(part.getBytes(US_ASCII));
            }
        }
        return Arrays.copyOf(reply.array(), reply.position());
    }
}
