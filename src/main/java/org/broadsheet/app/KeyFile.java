package org.broadsheet.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.broadsheet.Failure;

/** A file that holds a secret: made once, for its owner alone, and never overwritten. */
public final class KeyFile {
    private final Path file;

    /** A file that need not be there, in a folder that need not be there. */
    public KeyFile(Path file) {
        this.file = file;
    }

    /**
     * Makes the file.
     *
     * @throws Failure when there is one already, or it cannot be written
     */
    public void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Set<StandardOpenOption> made = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (SeekableByteChannel channel = Files.newByteChannel(file, made, forOwner())) {
                ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new Failure(file + ": is there already and stays as it is; choose another name", e);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written; check that its folder may be written to", e);
        }
    }

    /** From the beginning: a file that is closed to others later was open to them before. */
    private FileAttribute<?>[] forOwner() throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
