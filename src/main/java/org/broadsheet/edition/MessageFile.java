package org.broadsheet.edition;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One file of texts, such as {@code messages/de.properties}. */
record MessageFile(Path path, String source) {
    private static final String SUFFIX = ".properties";

    static MessageFile read(Path path) {
        return new MessageFile(path, TemplateFiles.read(path));
    }

    static boolean is(Path path) {
        return path.toString().endsWith(SUFFIX);
    }

    /** The language, as the file's name tells it. */
    String language() {
        String name = String.valueOf(path.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /**
     * The texts by key.
     *
     * @param known texts that those of the same key may take no other values than
     */
    Map<String, String> texts(Map<String, String> known) {
        Properties properties = properties();
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        texts.forEach((key, text) -> check(key, text, known));
        return texts;
    }

    private Properties properties() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(source));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (IllegalArgumentException badEscape) {
            throw TemplateFailure.at(TemplateFiles.shown(path), 0, 0, "a \\u escape is broken", badEscape);
        }
        return properties;
    }

    private void check(String key, String text, Map<String, String> known) {
        try {
            Set<String> values = new TreeSet<>(new MessageFormat(text, ULocale.ROOT).getArgumentNames());
            if (known.containsKey(key)) {
                values.removeAll(new MessageFormat(known.get(key), ULocale.ROOT).getArgumentNames());
                requireNone(key, values);
            }
        } catch (IllegalArgumentException broken) {
            throw failure(key, String.valueOf(broken.getMessage()));
        }
    }

    private void requireNone(String key, Set<String> strangers) {
        if (!strangers.isEmpty()) {
            throw failure(key, "there is no value {" + strangers.iterator().next() + "}");
        }
    }

    private TemplateFailure failure(String key, String what) {
        Pattern start = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*[=:\\s].*");
        long before =
                source.lines().takeWhile(line -> !start.matcher(line).matches()).count();
        return TemplateFailure.at(TemplateFiles.shown(path), (int) before + 1, 1, key + ": " + what, null);
    }
}
