package org.broadsheet.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Notices that someone edited the configuration. It runs nothing of its own: whoever wants to know asks. */
public final class ConfigWatch {
    private final Path directory;
    private Optional<Map<Path, String>> last = Optional.empty();

    /** @param directory the folder that holds {@code broadsheet.yml} */
    public ConfigWatch(Path directory) {
        this.directory = directory;
    }

    /**
     * Whether names, sizes or modification times of the YAML files differ from the last call.
     *
     * <p>The first call is false. A file that cannot be looked at counts as one that is not there.
     */
    public boolean changed() {
        Map<Path, String> now = look();
        boolean differs = last.isPresent() && !last.get().equals(now);
        last = Optional.of(now);
        return differs;
    }

    private Map<Path, String> look() {
        Map<Path, String> stamps = new TreeMap<>();
        for (Path file : files()) {
            stamp(file).ifPresent(stamp -> stamps.put(file, stamp));
        }
        return stamps;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        files.add(ConfigFiles.installation(directory));
        try {
            files.addAll(ConfigFiles.newsletters(directory));
        } catch (IOException unreadable) {
            return files;
        }
        return files;
    }

    private static Optional<String> stamp(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            // The key tells a file that was moved into place from the one it replaced.
            return Optional.of(seen.size() + " " + seen.lastModifiedTime() + " " + seen.fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
