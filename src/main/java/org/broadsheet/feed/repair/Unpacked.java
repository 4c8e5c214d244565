package org.broadsheet.feed.repair;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a feed, unpacked where a server packed them and did not say so.
 *
 * @param repairs {@link Repair#GZIP} when they were packed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying megabytes would be a waste.
public record Unpacked(byte[] bytes, List<Repair> repairs) {
    /** Far more than any feed, and not enough to run out of memory by. */
    private static final int LARGEST = 32_000_000;

    /** Unpacks gzip, as much of it as is sound and within {@value #LARGEST} bytes; other bytes stay as they are. */
    public static Unpacked of(byte[] bytes) {
        boolean packed = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
        return packed ? new Unpacked(unpack(bytes), List.of(Repair.GZIP)) : new Unpacked(bytes, List.of());
    }

    private static byte[] unpack(byte[] bytes) {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
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
