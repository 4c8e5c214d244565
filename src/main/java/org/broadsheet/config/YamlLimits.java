package org.broadsheet.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Refuses YAML that is well-formed and still no configuration: several documents, endless aliases, own tags.
 *
 * <p>It looks at parser events because building nodes recurses: a file of a hundred thousand brackets would end in a
 * stack overflow.
 */
final class YamlLimits {
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES_OF_COLLECTIONS = 50;

    private final LoadSettings settings;
    private final Problems problems;

    private final Deque<Optional<Anchor>> open = new ArrayDeque<>();
    private final Set<Anchor> collections = new HashSet<>();
    private int documents;
    private int aliases;

    YamlLimits(LoadSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** Whether the text keeps the limits; adds a problem if not. */
    boolean keptBy(String text) {
        for (Event event : new Parse(settings).parseString(text)) {
            Optional<String> broken = broken(event);
            if (broken.isPresent()) {
                problems.source().maskLikelySecrets();
                problems.add(Place.of(event.getStartMark()), "", broken.get());
                return false;
            }
        }
        return true;
    }

    private Optional<String> broken(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            return Optional.of("a second YAML document begins here; keep one per file and remove the `---`");
        }
        if (event instanceof CollectionEndEvent) {
            open.pop();
        }
        if (event instanceof AliasEvent alias) {
            return brokenAlias(alias.getAlias());
        }
        if (event instanceof NodeEvent && hasOwnTag(event)) {
            return Optional.of("tags (values that begin with `!`) are not supported; put the value in quotes");
        }
        return event instanceof CollectionStartEvent start ? brokenStart(start) : Optional.empty();
    }

    private Optional<String> brokenStart(CollectionStartEvent start) {
        open.push(start.getAnchor());
        start.getAnchor().ifPresent(collections::add);
        return open.size() <= DEEPEST
                ? Optional.empty()
                : Optional.of("nested too deeply: no key lies more than " + DEEPEST + " levels deep");
    }

    private Optional<String> brokenAlias(Anchor alias) {
        if (open.contains(Optional.of(alias))) {
            return Optional.of("this alias (`*`) stands inside of what it refers to, which would never end");
        }
        return collections.contains(alias) && ++aliases > MOST_ALIASES_OF_COLLECTIONS
                ? Optional.of("too many aliases (`*`) of lists and mappings; write some of them out")
                : Optional.empty();
    }

    private static boolean hasOwnTag(Event event) {
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent start) {
            tag = start.getTag();
        }
        return tag.isPresent()
                && !tag.get().startsWith("tag:yaml.org,2002:")
                && !tag.get().equals("!");
    }
}
