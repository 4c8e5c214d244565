package org.broadsheet.config;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.config.Substitution.Text;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Makes a record of a YAML mapping, and reports everything that stands in the way.
 *
 * <p>A method returns empty when it has reported a problem; binding goes on beside it, so that all are found at once.
 */
final class Binder {
    private static final Pattern ABOUT_KEY = Pattern.compile("([a-z][a-z-]*): (.*)");

    private final Values values;
    private final Substitution substitution;
    private final Problems problems;
    private final Map<String, Bound> bound = new LinkedHashMap<>();

    /** A place for a value: its type, how it is annotated, and the path to name in a problem. */
    private record Slot(Type type, Key key, String path) {
        Class<?> raw() {
            return RecordShape.rawOf(type);
        }

        Slot element(String where) {
            return new Slot(RecordShape.elementOf(type), key, where);
        }
    }

    Binder(Values values, Substitution substitution, Problems problems) {
        this.values = values;
        this.substitution = substitution;
        this.problems = problems;
    }

    /**
     * Binds the root of a file; empty when there was a problem.
     *
     * @param fileId the file's name without its ending
     */
    <T extends Record> Optional<T> bind(Class<T> type, Node root, String fileId) {
        if (!(root instanceof MappingNode mapping)) {
            problems.add(root, "", "must hold keys and values such as `title: …`, not " + kind(root));
            return Optional.empty();
        }
        RecordShape shape = RecordShape.of(type);
        Fields fields = Fields.of(mapping, shape, "", problems);
        return section(shape, fields, "", fileId).map(type::cast);
    }

    /** Every value that was read, by its path, in the order of the records' components. */
    Map<String, Bound> bound() {
        return bound;
    }

    private Optional<Object> section(RecordShape shape, Fields fields, String path, String fileId) {
        List<Object> arguments = new ArrayList<>();
        for (RecordShape.Part part : shape.parts()) {
            if (part.key().isEmpty()) {
                arguments.add(fileId);
            } else {
                String where = path.isEmpty() ? part.name() : path + "." + part.name();
                Slot slot = new Slot(part.type(), part.key().get(), where);
                field(part, slot, fields).ifPresent(arguments::add);
            }
        }
        boolean complete = arguments.size() == shape.parts().size();
        return complete ? create(shape, arguments, fields, path) : Optional.empty();
    }

    private Optional<Object> field(RecordShape.Part part, Slot slot, Fields fields) {
        Optional<Node> node = fields.value(part.name());
        if (node.isPresent()) {
            return value(slot, node.get());
        }
        if (fields.isMeant(part.name())) {
            return Optional.empty();
        }
        if (part.required()) {
            problems.add(
                    fields.mapping(),
                    slot.path(),
                    "this key is required and missing; " + slot.key().doc());
            return Optional.empty();
        }
        return slot.raw() == Optional.class ? Optional.of(Optional.empty()) : Optional.of(byDefault(slot));
    }

    private Object byDefault(Slot slot) {
        Problems own = new Problems("default", new SourceText(slot.key().byDefault()));
        Node node = new YamlReader().readDefault(slot.key().byDefault());
        return new Binder(values, new Substitution(Map.of()), own)
                .value(slot, node)
                .orElseThrow(() -> new IllegalStateException(slot.path() + ": bad default " + own.inOrder()));
    }

    private Optional<Object> value(Slot slot, Node node) {
        if (node.getTag().equals(Tag.NULL)) {
            problems.add(node, slot.path(), "has no value; write one, or remove the key");
            return Optional.empty();
        }
        if (slot.raw() == Optional.class) {
            return optional(slot, node);
        }
        if (slot.raw() == List.class) {
            return list(slot, node);
        }
        return RecordShape.isSection(slot.raw()) ? section(slot, node) : scalar(slot, node);
    }

    private Optional<Object> optional(Slot slot, Node node) {
        Slot inner = slot.element(slot.path());
        // `username: ${SMTP_USER:-}` leaves the key out where the environment has nothing for it.
        if (node instanceof ScalarNode scalar && leftOut(substitution.apply(scalar.getValue()))) {
            return Optional.of(Optional.empty());
        }
        return value(inner, node).map(Optional::of);
    }

    private static boolean leftOut(Text text) {
        return text.substituted() && text.value().isEmpty() && text.flaws().isEmpty();
    }

    private Optional<Object> list(Slot slot, Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(
                    node, slot.path(), "must be a list (lines that begin with `- `, or [a, b]), not " + kind(node));
            return Optional.empty();
        }
        List<Object> items = new ArrayList<>();
        int index = 0;
        for (Node item : sequence.getValue()) {
            value(slot.element(slot.path() + "[" + index++ + "]"), item).ifPresent(items::add);
        }
        bound.put(slot.path(), new Bound(items, node, slot.path(), List.of()));
        return items.size() == index ? Optional.of(items) : Optional.empty();
    }

    private Optional<Object> section(Slot slot, Node node) {
        RecordShape shape = RecordShape.of(slot.raw());
        if (node instanceof ScalarNode plain && shape.shorthand().isPresent()) {
            String key = shape.shorthand().get();
            return section(shape, Fields.shorthand(plain, key), slot.path(), "");
        }
        if (!(node instanceof MappingNode mapping)) {
            String keys = String.join(", ", shape.keys());
            problems.add(node, slot.path(), "must be a mapping with the keys " + keys + ", not " + kind(node));
            return Optional.empty();
        }
        return section(shape, Fields.of(mapping, shape, slot.path(), problems), slot.path(), "");
    }

    private Optional<Object> scalar(Slot slot, Node node) {
        ValueType type = values.of(slot.raw());
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(node, slot.path(), "must be " + type.noun() + ", not " + kind(node));
            return Optional.empty();
        }
        Text text = substitution.apply(scalar.getValue());
        for (Substitution.Flaw flaw : text.flaws()) {
            problems.add(problems.source().locate(node, flaw.reference()), slot.path(), flaw.message());
        }
        return text.flaws().isEmpty() ? read(slot, type, text, node) : Optional.empty();
    }

    private Optional<Object> read(Slot slot, ValueType type, Text text, Node node) {
        try {
            Object value = type.reading().read(text.value(), slot.key());
            bound.put(slot.path(), new Bound(value, node, slot.path(), text.names()));
            return Optional.of(value);
        } catch (IllegalArgumentException refusal) {
            problems.add(node, slot.path(), refusal(slot, type, text, refusal));
            return Optional.empty();
        }
    }

    /** The refusal's own words may quote the value, which is not for showing when the environment gave it. */
    private static String refusal(Slot slot, ValueType type, Text text, IllegalArgumentException refusal) {
        if (text.names().isEmpty()) {
            return String.valueOf(refusal.getMessage());
        }
        boolean number = slot.raw() == int.class || slot.raw() == Integer.class;
        String wanted =
                text.value().isBlank() ? "anything: it is empty" : number ? Values.range(slot.key()) : type.noun();
        return text.spoken() + " is not " + wanted;
    }

    private Optional<Object> create(RecordShape shape, List<Object> arguments, Fields fields, String path) {
        try {
            return Optional.of(shape.create(arguments.toArray()));
        } catch (IllegalArgumentException refusal) {
            String message = unquoted(String.valueOf(refusal.getMessage()), shape, path);
            Matcher aboutKey = ABOUT_KEY.matcher(message);
            if (aboutKey.matches() && shape.part(aboutKey.group(1)).isPresent()) {
                String key = aboutKey.group(1);
                problems.add(fields.pointer(key), path.isEmpty() ? key : path + "." + key, aboutKey.group(2));
            } else {
                problems.add(fields.mapping(), path, message);
            }
            return Optional.empty();
        }
    }

    /** Records quote values in single quotes; such a quote goes when the environment had a part in the record. */
    private String unquoted(String message, RecordShape shape, String path) {
        List<String> names = shape.keys().stream()
                .map(key -> bound.get(path.isEmpty() ? key : path + "." + key))
                .filter(value -> value != null)
                .flatMap(value -> value.names().stream())
                .distinct()
                .toList();
        String instead = Matcher.quoteReplacement(Substitution.theValueOf(names));
        return names.isEmpty() ? message : message.replaceFirst("'.*'", instead);
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return node instanceof SequenceNode ? "a list" : "plain text";
    }
}
