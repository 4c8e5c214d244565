package org.broadsheet.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.CompressionInterceptor;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import org.brotli.dec.BrotliInputStream;

/** Unpacks Brotli (RFC 7932) while it comes in. */
final class Brotli implements CompressionInterceptor.DecompressionAlgorithm {
    @Override
    public String getEncoding() {
        return "br";
    }

    @Override
    public Source decompress(BufferedSource packed) {
        try {
            return Okio.source(new BrotliInputStream(packed.inputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
