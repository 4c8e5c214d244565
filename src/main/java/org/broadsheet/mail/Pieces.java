package org.broadsheet.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that are put together once, when all of them are there: a buffer that grows copies a mail several times. The pieces
 * are not copied before. For use by one thread.
 */
final class Pieces {
    private final List<byte[]> all = new ArrayList<>();
    private int size;

    Pieces add(byte[] piece) {
        all.add(piece);
        size += piece.length;
        return this;
    }

    Pieces add(Pieces others) {
        others.all.forEach(this::add);
        return this;
    }

    byte[] joined() {
        byte[] bytes = new byte[size];
        int at = 0;
        for (byte[] piece : all) {
            System.arraycopy(piece, 0, bytes, at, piece.length);
            at += piece.length;
        }
        return bytes;
    }
}
