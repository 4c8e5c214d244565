package org.broadsheet.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.broadsheet.edition.Templates;

/**
 * Where things lie.
 *
 * @param config the folder of the YAML files
 * @param templates the folder of the shipped templates
 */
public record Layout(Path config, Path templates) {

    /**
     * What the admin named, or else the folders beside the program.
     *
     * @param home the folder of the program
     */
    public static Layout of(Path home, Optional<Path> config, Optional<Path> templates) {
        return new Layout(config.orElse(home.resolve("config")), templates.orElse(home.resolve("templates")));
    }

    /** The templates as they lie there. */
    Templates newTemplates() {
        return new Templates(templates, overrides());
    }

    /** The admin's own templates, file by file before the shipped ones; empty when there are none. */
    public Optional<Path> overrides() {
        return Optional.of(ownTemplates()).filter(Files::isDirectory);
    }

    /** Where the admin's own templates lie, if there are any. */
    Path ownTemplates() {
        return config.resolve("templates");
    }
}
