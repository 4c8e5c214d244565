package org.broadsheet.config;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A value that was read, and from where: what the checks across keys work on.
 *
 * @param path the path to name in a problem
 * @param names the environment's names whose values are part of it
 */
record Bound(Object value, Node node, String path, List<String> names) {

    /** How to speak of the value in a message. */
    String spoken() {
        return names.isEmpty() ? "\"" + value + "\"" : Substitution.theValueOf(names);
    }
}
