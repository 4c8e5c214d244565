package org.broadsheet.image;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * Bytes that run dry after some time: a decoder cannot be interrupted, and a small file of many passes may keep it busy
 * for hours.
 */
final class PatientStream extends FilterInputStream {
    private final long deadline;

    PatientStream(byte[] bytes, Duration patience) {
        super(new ByteArrayInputStream(bytes));
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        check();
        return super.read(into, offset, length);
    }

    private void check() throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw new UnusablePicture("it takes too long to unpack");
        }
    }
}
