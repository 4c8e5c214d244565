package org.broadsheet.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders that templates and texts are read from; a file in an earlier folder hides one of the same name in a later
 * one.
 */
record TemplateFiles(List<Path> folders) {
    TemplateFiles {
        folders = List.copyOf(folders);
    }

    /** The folders with the shipped files last, so that the admin's win. */
    static TemplateFiles of(Path shipped, Optional<Path> override) {
        return new TemplateFiles(override.map(own -> List.of(own, shipped)).orElseGet(() -> List.of(shipped)));
    }

    /** The file of that name; empty when no folder has it, or when the name leads out of the folders. */
    Optional<Path> find(String name) {
        return folders.stream()
                .filter(folder -> folder.resolve(name).normalize().startsWith(folder.normalize()))
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The file of that name as the admin knows it, whether or not it exists. */
    String shown(String name) {
        return shown(find(name).orElseGet(() -> folders.get(folders.size() - 1).resolve(name)));
    }

    /** A path as the admin knows it: relative to where the command was started when it lies below. */
    static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        Path known = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return known.toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw TemplateFailure.at(shown(file), 0, 0, "there is no such file", missing);
        } catch (IOException unreadable) {
            throw TemplateFailure.at(shown(file), 0, 0, "cannot be read as UTF-8 text", unreadable);
        }
    }
}
