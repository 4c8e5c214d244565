package org.broadsheet.net;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.CompressionInterceptor;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks Brotli (RFC 7932) while it comes in. It needs up to 16 MB for its window, whatever comes out. */
final class Brotli implements CompressionInterceptor.DecompressionAlgorithm {
    @Override
    public String getEncoding() {
        return "br";
    }

    @Override
    public Source decompress(BufferedSource packed) {
        return Okio.source(new Unpacking(packed.inputStream()));
    }

    /** Begins with the first read: to look at the beginning is to wait for it, and where this is made no time runs. */
    private static final class Unpacking extends InputStream {
        private final InputStream packed;
        private @Nullable InputStream unpacked;

        Unpacking(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                InputStream from = unpacked == null ? new BrotliInputStream(packed) : unpacked;
                unpacked = from;
                return from.read(into, offset, length);
            } catch (RuntimeException e) {
                // The decoder trusts its input more than it should.
                throw new IOException("not proper Brotli", e);
            }
        }

        @Override
        public void close() throws IOException {
            packed.close();
        }
    }
}
