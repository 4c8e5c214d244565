package org.broadsheet.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The known keys of one mapping, after the unknown and the repeated ones were reported. */
final class Fields {
    private final Node mapping;
    private final Map<String, NodeTuple> entries = new HashMap<>();

    /** Keys that a misspelt one stands for: these are not also missing. */
    private final Set<String> meant = new HashSet<>();

    private Fields(Node mapping) {
        this.mapping = mapping;
    }

    static Fields of(MappingNode mapping, RecordShape shape, String path, Problems problems) {
        Fields fields = new Fields(mapping);
        for (NodeTuple entry : mapping.getValue()) {
            fields.take(entry, shape, path, problems);
        }
        return fields;
    }

    /** The one field that a plain value is short for. */
    static Fields shorthand(ScalarNode value, String key) {
        Fields fields = new Fields(value);
        fields.entries.put(key, new NodeTuple(value, value));
        return fields;
    }

    private void take(NodeTuple entry, RecordShape shape, String path, Problems problems) {
        Node node = entry.getKeyNode();
        String key = node instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String place = path.isEmpty() ? key : path + "." + key;
        if (shape.part(key).isEmpty()) {
            Optional<String> suggestion = Suggestion.nearest(key, shape.keys());
            suggestion.ifPresent(meant::add);
            String known = "; the keys here are " + String.join(", ", shape.keys());
            problems.add(
                    node,
                    place,
                    "unknown key" + suggestion.map(Suggestion::question).orElse(known));
        } else if (entries.putIfAbsent(key, entry) != null) {
            problems.add(node, place, "this key stands here twice; remove one of the two");
        }
    }

    Optional<Node> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    /** Where to point for a problem with a key: the key, or the mapping when it is not there. */
    Node pointer(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getKeyNode).orElse(mapping);
    }

    boolean isMeant(String key) {
        return meant.contains(key);
    }

    Node mapping() {
        return mapping;
    }
}
