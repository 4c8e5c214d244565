package org.broadsheet.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Notices that somebody edited templates or configuration. It runs nothing of its own: whoever wants to know asks. */
final class EditedFiles {
    /** What people edit; a database beside it changes all the time. */
    private static final Pattern EDITABLE = Pattern.compile(".*\\.(ya?ml|html|txt|properties|css|js|xml)");

    private final List<Path> folders;
    private Map<Path, String> last;

    EditedFiles(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.last = stamps();
    }

    /** Whether files came, went or changed since it was asked last, or made. */
    boolean changed() {
        Map<Path, String> now = stamps();
        boolean differs = !now.equals(last);
        last = now;
        return differs;
    }

    private Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                if (EDITABLE.matcher(file.getFileName().toString()).matches()) {
                    stamps.put(file, seen.size() + " " + seen.lastModifiedTime() + " " + seen.fileKey());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        };
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder, visitor);
            } catch (IOException unreadable) {
                stamps.put(folder, String.valueOf(Optional.ofNullable(unreadable.getMessage())));
            }
        }
        return stamps;
    }
}
