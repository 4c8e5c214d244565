package org.broadsheet.config;

import java.lang.reflect.Type;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON Schemas (draft 2020-12) that editors use, from the records that the binder uses.
 *
 * <p>A schema knows less than the binder: it refuses what can never be right and leaves the rest.
 */
final class ConfigSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String REFERENCE = "reference";
    private static final String DURATION = "[0-9]{1,6}\\s*[smhdSMHD]";

    /** Text of a certain form, by type; types that are not here take any text. */
    private static final Map<Class<?>, String> PATTERNS = Map.ofEntries(
            Map.entry(Duration.class, "^\\s*" + DURATION + "\\s*$"),
            Map.entry(Window.class, "^\\s*(since-last-edition|" + DURATION + ")\\s*$"),
            Map.entry(LocalTime.class, "^\\s*[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\\s*$"),
            Map.entry(Days.class, "^[A-Za-z]{3,5}(\\s*[,-]\\s*[A-Za-z]{3})*$"),
            Map.entry(DayOfWeek.class, "^\\s*[A-Za-z]{3,9}\\s*$"),
            Map.entry(Locale.class, "^\\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\s*$"),
            Map.entry(EmailAddress.class, "^[^<>]+@[^<>@]+$"),
            Map.entry(Mailbox.class, "@"),
            Map.entry(DataSize.class, "^\\s*[0-9]{1,9}\\s*([kKmMgG]?[bB])\\s*$"),
            Map.entry(ListenAddress.class, ":[0-9]{1,5}$"),
            Map.entry(DatabaseUrl.class, "^jdbc:(sqlite|postgresql):."));

    private final JsonMapper json = JsonMapper.builder().build();
    private final ObjectNode definitions = json.createObjectNode();

    /** The schema of a file, as text. */
    static String of(Class<?> file, String title) {
        return new ConfigSchema().file(file, title);
    }

    private String file(Class<?> file, String title) {
        ObjectNode root = json.createObjectNode().put("$schema", DIALECT).put("title", title);
        root.setAll(section(file));
        definitions.set(
                REFERENCE,
                json.createObjectNode()
                        .put("type", "string")
                        .put("pattern", "\\$\\{")
                        .put("description", "A value from the environment: ${NAME} or ${NAME:-default}."));
        root.set("$defs", definitions);
        return root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    /** YAML 1.2 text as JSON. */
    static JsonNode read(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JsonMapper.builder().build().valueToTree(new Load(settings).loadFromString(yaml));
    }

    private ObjectNode section(Class<?> type) {
        ObjectNode properties = json.createObjectNode();
        ArrayNode required = json.createArrayNode();
        for (RecordShape.Part part : RecordShape.of(type).parts()) {
            part.key().ifPresent(key -> properties.set(part.name(), property(part, key)));
            if (part.required()) {
                required.add(part.name());
            }
        }
        ObjectNode section = json.createObjectNode().put("type", "object").put("additionalProperties", false);
        section.set("properties", properties);
        if (!required.isEmpty()) {
            section.set("required", required);
        }
        return section;
    }

    private ObjectNode property(RecordShape.Part part, Key key) {
        ObjectNode property = json.createObjectNode().put("description", key.doc());
        property.setAll(value(part.type(), key));
        if (!key.byDefault().isEmpty()) {
            property.set("default", read(key.byDefault()));
        }
        if (!key.example().isEmpty()) {
            property.set("examples", json.createArrayNode().add(read(key.example())));
        }
        return property;
    }

    private ObjectNode value(Type type, Key key) {
        Class<?> raw = RecordShape.rawOf(type);
        if (raw == Optional.class) {
            return value(RecordShape.elementOf(type), key);
        }
        if (raw == List.class) {
            ObjectNode list = json.createObjectNode().put("type", "array");
            list.set("items", value(RecordShape.elementOf(type), key));
            return list;
        }
        return RecordShape.isSection(raw) ? definition(raw) : scalar(raw, key);
    }

    private ObjectNode definition(Class<?> type) {
        String name = RecordShape.kebab(type.getSimpleName()).substring(1);
        if (!definitions.has(name)) {
            definitions.set(name, withShorthand(type));
        }
        return json.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode withShorthand(Class<?> type) {
        ObjectNode section = section(type);
        return RecordShape.of(type)
                .shorthand()
                .map(key -> anyOf(json.createObjectNode().put("type", "string"), section))
                .orElse(section);
    }

    private ObjectNode scalar(Class<?> type, Key key) {
        if (type == int.class || type == Integer.class) {
            return anyOf(wholeNumber(key), text("^[+-]?[0-9]+$"), reference());
        }
        if (type == double.class) {
            return anyOf(json.createObjectNode().put("type", "number"), text("^[0-9]+(\\.[0-9]+)?$"), reference());
        }
        if (type == boolean.class) {
            return anyOf(json.createObjectNode().put("type", "boolean"), text("^(true|false)$"), reference());
        }
        if (PATTERNS.containsKey(type)) {
            return anyOf(text(PATTERNS.get(type)), reference());
        }
        if (type.isEnum()) {
            ArrayNode names = json.createArrayNode();
            Values.names(type).forEach(names::add);
            return anyOf(json.createObjectNode().set("enum", names), reference());
        }
        if (type == URI.class || type == ZoneId.class) {
            return text("\\S");
        }
        ArrayNode types = json.createArrayNode().add("string").add("number").add("boolean");
        ObjectNode any = json.createObjectNode();
        any.set("type", types);
        // A number or true is text to the binder; only a secret may be empty.
        return type == Secret.class ? any : any.put("pattern", "\\S");
    }

    private ObjectNode wholeNumber(Key key) {
        ObjectNode number = json.createObjectNode().put("type", "integer");
        if (key.min() != Integer.MIN_VALUE) {
            number.put("minimum", key.min());
        }
        return key.max() == Integer.MAX_VALUE ? number : number.put("maximum", key.max());
    }

    private ObjectNode text(String pattern) {
        return json.createObjectNode().put("type", "string").put("pattern", pattern);
    }

    private ObjectNode reference() {
        return json.createObjectNode().put("$ref", "#/$defs/" + REFERENCE);
    }

    private ObjectNode anyOf(ObjectNode... choices) {
        ArrayNode any = json.createArrayNode();
        any.addAll(List.of(choices));
        ObjectNode node = json.createObjectNode();
        node.set("anyOf", any);
        return node;
    }
}
