package org.broadsheet.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * A folder of mails, one file each, as mail programs know it. A mail is written to {@code tmp/} and moved to
 * {@code new/} when it is whole and on disk, so nobody ever sees half of one; many processes may write at once.
 */
public final class Maildir {
    private static final String TMP = "tmp";
    private static final String NEW = "new";

    private final Path folder;
    private final Clock clock;

    /** @param folder need not be there */
    public Maildir(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path folder() {
        return folder;
    }

    /** Makes the folders that are not there. */
    void create() throws IOException {
        for (String part : List.of(TMP, NEW, "cur")) {
            Files.createDirectories(folder.resolve(part));
        }
    }

    /** Whether mails could be written, as far as can be told without writing. */
    boolean isWritable() {
        Path existing = folder.toAbsolutePath();
        for (Path up = existing; up != null && !Files.exists(existing); up = up.getParent()) {
            existing = up;
        }
        return Files.isDirectory(existing) && Files.isWritable(existing);
    }

    /** Writes a mail, where no mail program looks yet; returns its name. */
    String write(byte[] head, byte[] message) throws IOException {
        String name = clock.instant().getEpochSecond() + "." + UUID.randomUUID() + ".broadsheet";
        Path file = folder.resolve(TMP).resolve(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer[] all = {ByteBuffer.wrap(head), ByteBuffer.wrap(message)};
            while (all[1].hasRemaining()) {
                channel.write(all);
            }
            channel.force(true);
        } catch (IOException e) {
            discard(name);
            throw e;
        }
        return name;
    }

    /** Lets mail programs see a mail that was written, also after the power fails. */
    void publish(String name) throws IOException {
        Path to = folder.resolve(NEW);
        Files.move(folder.resolve(TMP).resolve(name), to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(to, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Removes a mail that was written and not published. */
    void discard(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(TMP).resolve(name));
    }
}
