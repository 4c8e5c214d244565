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
import java.util.TreeMap;
import org.broadsheet.config.ConfigWatch;

/** Notices that somebody edited templates or configuration. It runs nothing of its own: whoever wants to know asks. */
final class EditedFiles {
    private final ConfigWatch configuration;
    private final List<Path> templates;
    private Map<Path, String> last;

    /** What differs from now on counts. */
    EditedFiles(Layout layout) {
        this.configuration = new ConfigWatch(layout.config());
        this.templates = List.of(layout.ownTemplates(), layout.templates());
        this.last = stamps();
        configuration.changed();
    }

    /** Whether files came, went or changed since it was asked last. */
    boolean changed() {
        Map<Path, String> now = stamps();
        boolean differs = !now.equals(last);
        last = now;
        return configuration.changed() || differs;
    }

    private Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                stamps.put(file, seen.size() + " " + seen.lastModifiedTime() + " " + seen.fileKey());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        };
        for (Path folder : templates) {
            try {
                Files.walkFileTree(folder, visitor);
            } catch (IOException unreadable) {
                stamps.put(folder, String.valueOf(unreadable.getMessage()));
            }
        }
        return stamps;
    }
}
