package org.broadsheet.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which files of a folder are configuration. */
final class ConfigFiles {
    static final String INSTALLATION = "broadsheet.yml";
    static final String NEWSLETTERS = "newsletters";

    private ConfigFiles() {}

    static Path installation(Path directory) {
        return directory.resolve(INSTALLATION);
    }

    /** The newsletters' files by name; none where there is no such folder. */
    static List<Path> newsletters(Path directory) throws IOException {
        Path folder = directory.resolve(NEWSLETTERS);
        List<Path> files = new ArrayList<>();
        if (Files.notExists(folder)) {
            return files;
        }
        // Editors keep hidden files beside the one that is being edited.
        DirectoryStream.Filter<Path> yaml =
                file -> file.getFileName().toString().matches("[^.].*\\.ya?ml");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, yaml)) {
            found.forEach(files::add);
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        files.sort(null);
        return files;
    }

    /** The name without its ending. */
    static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }
}
