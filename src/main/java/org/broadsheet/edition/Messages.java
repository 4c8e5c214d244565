package org.broadsheet.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The texts of the mail: one file for each language, {@code messages/de.properties}, in UTF-8, with ICU's plural forms.
 *
 * <p>An admin's file of the same name wins key by key, so it may hold just the texts to change; a file for a new
 * language adds that language. What a language lacks is told in English.
 */
public final class Messages {
    private static final String FOLDER = "messages";
    private static final String ENGLISH = "en";

    private final Map<String, Map<String, String>> languages = new HashMap<>();

    private Messages(Map<String, Map<String, String>> own) {
        own.forEach((language, texts) -> {
            if (!texts.isEmpty()) {
                Map<String, String> all = new HashMap<>(own.getOrDefault(ENGLISH, Map.of()));
                all.putAll(texts);
                languages.put(language, Map.copyOf(all));
            }
        });
    }

    /** Reads the files of every folder, the shipped ones first so that the admin's lie over them. */
    static Messages read(TemplateFiles files) {
        Map<String, Map<String, String>> languages = new HashMap<>();
        Map<String, String> english = shipped(files).texts(Map.of());
        for (int i = files.folders().size() - 1; i >= 0; i--) {
            for (MessageFile file : messageFiles(files.folders().get(i).resolve(FOLDER))) {
                languages
                        .computeIfAbsent(file.language(), added -> new HashMap<>())
                        .putAll(file.texts(english));
            }
        }
        return new Messages(languages);
    }

    private static MessageFile shipped(TemplateFiles files) {
        Path folder = files.folders().get(files.folders().size() - 1);
        return MessageFile.read(folder.resolve(FOLDER).resolve(ENGLISH + ".properties"));
    }

    private static List<MessageFile> messageFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(MessageFile::is)
                    .sorted()
                    .map(MessageFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw TemplateFailure.at(TemplateFiles.shown(folder), 0, 0, "this folder cannot be read", unreadable);
        }
    }

    /** The texts in that language, or in English where there are none. */
    public Words in(Locale language) {
        Map<String, String> texts = languages.get(language.getLanguage());
        return texts == null
                ? new Words(language, Locale.ENGLISH, languages.getOrDefault(ENGLISH, Map.of()))
                : new Words(language, language, texts);
    }

    /** The languages that have texts of their own. */
    public List<String> languages() {
        return languages.keySet().stream().sorted().toList();
    }
}
