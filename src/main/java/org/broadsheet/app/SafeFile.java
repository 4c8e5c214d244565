package org.broadsheet.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.broadsheet.Failure;

/** Replaces a file that an admin edits and a service watches: whoever reads it finds the old text or the new one. */
final class SafeFile {
    private final Path file;

    SafeFile(Path file) {
        this.file = file;
    }

    void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // A link to the file stays one.
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            // Hidden, so that nobody takes it for a newsletter.
            Path beside = real.resolveSibling("." + real.getFileName() + ".new");
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            keepPermissions(real, beside);
            Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be written; check that its folder may be written to", e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        boolean posix = Files.getFileStore(to).supportsFileAttributeView("posix");
        if (posix && Files.exists(from)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be removed; remove it yourself", e);
        }
    }
}
