package org.broadsheet.story;

import java.net.URI;
import java.util.Map;
import org.broadsheet.config.Strictness;

/**
 * How articles are to be grouped.
 *
 * @param weights how much feeds count, by address; 1 for a feed that is absent
 */
public record Grouping(Strictness strictness, Map<URI, Double> weights) {
    public Grouping {
        weights = Map.copyOf(weights);
    }
}
