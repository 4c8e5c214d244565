package org.broadsheet.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Knows which keys hold secrets, so that no shown line gives one away.
 *
 * <p>A misspelt key counts too: {@code pasword: hunter2} is no known key, and its value is a secret all the same.
 */
final class SecretKeys {
    private static final Pattern KEY = Pattern.compile("([\\p{L}\\p{N}_-]+)[\"']?[ \t]*:");

    private final Set<String> keys = new HashSet<>();

    SecretKeys() {
        collect(RecordShape.of(Installation.class));
        collect(RecordShape.of(Newsletter.class));
    }

    private void collect(RecordShape shape) {
        for (RecordShape.Part part : shape.parts()) {
            Class<?> type = RecordShape.innermost(part.type());
            if (type == Secret.class || type == DkimKey.class) {
                keys.add(part.name());
            } else if (RecordShape.isSection(type)) {
                collect(RecordShape.of(type));
            }
        }
    }

    boolean holdsSecret(String key) {
        return Suggestion.nearest(key, keys).isPresent();
    }

    /** Every value under a secret's key, wherever it stands. */
    List<Node> values(Node root) {
        List<Node> found = new ArrayList<>();
        // Aliases make one node appear in many places; each is looked at once.
        walk(root, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private void walk(Node node, List<Node> found, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> walk(item, found, seen));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key && holdsSecret(key.getValue())) {
                    found.add(entry.getValueNode());
                }
                walk(entry.getValueNode(), found, seen);
            }
        }
    }

    /** Where the value of the line's first secret key begins, for text that is not YAML. */
    Optional<Integer> valueStart(String line) {
        Matcher key = KEY.matcher(line);
        while (key.find()) {
            if (holdsSecret(key.group(1))) {
                return Optional.of(key.end());
            }
        }
        return Optional.empty();
    }

    /** Whether the line begins another key, so that a secret above it has ended. */
    boolean beginsKey(String line) {
        return KEY.matcher(line).find();
    }
}
