package org.broadsheet.config;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the tables of all keys for the reference page, from the records that the binder uses. */
final class ConfigReference {
    static final String BEGIN =
            "<!-- Generated from here: mvn -B test -Dtest=ConfigSchemaTest -Dbroadsheet.update=true -->";
    static final String END = "<!-- Generated up to here. -->";

    private final Values values = new Values(Path.of("/"));
    private final StringBuilder page = new StringBuilder();

    /** The page with its tables made anew. */
    static String update(String page) {
        ConfigReference reference = new ConfigReference();
        reference.section("`broadsheet.yml`", "", Installation.class);
        reference.section("`newsletters/ID.yml`", "", Newsletter.class);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + "\n\n" + reference.page + page.substring(page.indexOf(END));
    }

    private void section(String title, String prefix, Class<?> type) {
        page.append(prefix.isEmpty() ? "### " : "#### ").append(title).append("\n\n");
        page.append("| key | meaning | value | default | example |\n|---|---|---|---|---|\n");
        List<RecordShape.Part> sections = new ArrayList<>();
        for (RecordShape.Part part : RecordShape.of(type).parts()) {
            part.key().ifPresent(key -> row(part, key));
            if (RecordShape.isSection(RecordShape.innermost(part.type()))) {
                sections.add(part);
            }
        }
        page.append('\n');
        for (RecordShape.Part part : sections) {
            String name = prefix + part.name();
            boolean list = RecordShape.rawOf(part.type()) == List.class;
            section("`" + name + (list ? "[]" : "") + "`", name + ".", RecordShape.innermost(part.type()));
        }
    }

    private void row(RecordShape.Part part, Key key) {
        page.append("| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        part.name(),
                        key.doc().replace("|", "\\|"),
                        form(part.type(), key),
                        byDefault(part, key),
                        code(key.example()))
                .replace(System.lineSeparator(), "\n"));
    }

    private String form(Type type, Key key) {
        Class<?> raw = RecordShape.rawOf(type);
        if (raw == Optional.class) {
            return form(RecordShape.elementOf(type), key);
        }
        if (raw == List.class) {
            return "list of: " + form(RecordShape.elementOf(type), key);
        }
        if (RecordShape.isSection(raw)) {
            String shorthand = RecordShape.of(raw)
                    .shorthand()
                    .map(plain -> ", or its `" + plain + "` alone")
                    .orElse("");
            return "keys below" + shorthand;
        }
        return raw == int.class || raw == Integer.class
                ? Values.range(key)
                : values.of(raw).noun();
    }

    private static String byDefault(RecordShape.Part part, Key key) {
        if (part.required()) {
            return "**required**";
        }
        if (key.byDefault().isEmpty()) {
            return "none";
        }
        return key.byDefault().equals("{}") ? "its keys' defaults" : code(key.byDefault());
    }

    private static String code(String yaml) {
        return yaml.isEmpty() ? "" : "`" + yaml.replace("|", "\\|") + "`";
    }
}
