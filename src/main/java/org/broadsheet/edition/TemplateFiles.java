package org.broadsheet.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders that templates and texts are read from; a file in an earlier folder hides one of the same name in a later
 * one.
 *
 * @param kept the texts of all files at some time; empty when each is read when it is asked for
 */
record TemplateFiles(List<Path> folders, Optional<Map<Path, String>> kept) {
    private static final Pattern TEXT = Pattern.compile("[^.].*\\.(html|txt|xml|css|js|properties)");

    TemplateFiles {
        folders = List.copyOf(folders);
        kept = kept.map(Map::copyOf);
    }

    /** The folders with the shipped files last, so that the admin's win. */
    static TemplateFiles of(Path shipped, Optional<Path> override) {
        List<Path> folders = override.map(own -> List.of(own, shipped)).orElseGet(() -> List.of(shipped));
        return new TemplateFiles(folders, Optional.empty());
    }

    /** The files as they are now, whatever becomes of them. */
    TemplateFiles asTheyAre() {
        Map<Path, String> texts = new HashMap<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .filter(TemplateFiles::isText)
                        .forEach(file -> texts.put(file, read(file)));
            } catch (IOException | UncheckedIOException unreadable) {
                throw TemplateFailure.at(shown(folder), 0, 0, "this folder cannot be read", unreadable);
            }
        }
        return new TemplateFiles(folders, Optional.of(texts));
    }

    /** Editors leave other files beside them. */
    private static boolean isText(Path file) {
        return TEXT.matcher(file.getFileName().toString()).matches();
    }

    /** The file of that name; empty when no folder has it, or when the name leads out of the folders. */
    Optional<Path> find(String name) {
        return folders.stream()
                .filter(folder -> folder.resolve(name).normalize().startsWith(folder.normalize()))
                .map(folder -> folder.resolve(name))
                .filter(file -> kept.map(texts -> texts.containsKey(file)).orElseGet(() -> Files.isRegularFile(file)))
                .findFirst();
    }

    /** The text of a file that {@link #find} has found. */
    String text(Path file) {
        return kept.map(texts -> Objects.requireNonNull(texts.get(file))).orElseGet(() -> read(file));
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
