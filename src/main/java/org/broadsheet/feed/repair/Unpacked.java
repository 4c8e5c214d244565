package org.broadsheet.feed.repair;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * The bytes of a feed, unpacked where a server packed them and did not say so.
 *
 * @param repairs {@link Repair#GZIP} when they were packed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying megabytes would be a waste.
public record Unpacked(byte[] bytes, List<Repair> repairs) {
    /** Far more than any feed, and not enough to run out of memory by. */
    private static final int LARGEST = 32_000_000;

    /** Unpacks gzip and zlib (RFC 1952, RFC 1950), as much of it as is sound and within {@value #LARGEST} bytes; other bytes stay as they are. */
    public static Unpacked of(byte[] bytes) {
        return isGzip(bytes) || isZlib(bytes)
                ? new Unpacked(unpack(bytes), List.of(Repair.GZIP))
                : new Unpacked(bytes, List.of());
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /** Its first byte tells the method, and both together are a multiple of 31. */
    private static boolean isZlib(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x78 && (0x7800 + (bytes[1] & 0xff)) % 31 == 0;
    }

    private static InputStream open(byte[] bytes) throws IOException {
        InputStream packed = new ByteArrayInputStream(bytes);
        return isGzip(bytes) ? new GZIPInputStream(packed) : new InflaterInputStream(packed);
    }

    private static byte[] unpack(byte[] bytes) {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (InputStream in = open(bytes)) {
            byte[] buffer = new byte[64_000];
            int read = in.read(buffer);
            while (read >= 0 && unpacked.size() + read <= LARGEST) {
                unpacked.write(buffer, 0, read);
                read = in.read(buffer);
            }
        } catch (IOException cutOff) {
            // What came before the damage is still worth reading.
            return unpacked.toByteArray();
        }
        return unpacked.toByteArray();
    }
}
