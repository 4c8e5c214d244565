package org.broadsheet.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns text into YAML nodes, which know their line and column. */
final class YamlReader {
    /** Immutable, and slow to make. */
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setSchema(new CoreSchema()).build();

    /** The root of the one document; empty when there is none, and then a problem says so. */
    Optional<Node> read(Problems problems) {
        SourceText source = problems.source();
        try {
            if (!new YamlLimits(SETTINGS, problems).keptBy(source.text())) {
                source.maskLikelySecrets();
                return Optional.empty();
            }
            Optional<Node> root = new Compose(SETTINGS).composeString(source.text());
            root.ifPresent(source::maskSecrets);
            return root;
        } catch (MarkedYamlEngineException broken) {
            source.maskLikelySecrets();
            new YamlMistake(problems).report(broken);
        } catch (ReaderException broken) {
            source.maskLikelySecrets();
            new YamlMistake(problems).report(broken);
        } catch (YamlEngineException | IllegalArgumentException broken) {
            // The parser has no mark for these: an unknown %YAML version, a key that is a list, \U99999999.
            problems.add("this is not YAML that Broadsheet can read; use plain keys and values, and no directives");
        }
        return Optional.empty();
    }

    /** A value that stands in the program, not in a file. */
    Node readDefault(String yaml) {
        return new Compose(SETTINGS)
                .composeString(yaml)
                .orElseThrow(() -> new IllegalStateException("no YAML: " + yaml));
    }
}
