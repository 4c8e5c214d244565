package org.broadsheet.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.broadsheet.Failure;
import org.broadsheet.app.Checks.Finding;
import org.broadsheet.app.Checks.Grade;
import org.broadsheet.config.Configuration;
import org.broadsheet.edition.EditionRenderer;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.edition.Templates;
import org.broadsheet.lint.Finding.Severity;
import org.broadsheet.lint.MailLint;
import org.broadsheet.lint.Source;

/** Tries the templates with a sample edition and a round-up in the language of each newsletter, and looks at what comes of it. */
final class TemplateChecks {
    private final Configuration configuration;
    private final EditionRenderer renderer;
    private final EditionRenderer traced;
    private final Set<String> told = new HashSet<>();

    /**
     * Checks of the templates of these renderers.
     *
     * @param traced a renderer with the same templates, {@linkplain Templates#traced() traced}
     */
    TemplateChecks(Configuration configuration, EditionRenderer renderer, EditionRenderer traced) {
        this.configuration = configuration;
        this.renderer = renderer;
        this.traced = traced;
    }

    List<Finding> run() {
        MailLint lint = new MailLint();
        return configuration.languages().stream()
                .flatMap(language -> look(language, lint).stream())
                .toList();
    }

    private List<Finding> look(Locale language, MailLint lint) {
        String what = "templates in " + language.toLanguageTag();
        Predicate<URI> ownPages = this::isOwnPage;
        try {
            List<Finding> findings = new ArrayList<>();
            // What is wrong in one language mostly is in all; once is enough.
            samples(language).stream()
                    .map(sample -> new Source(sample.html(), Templates.PLACE, ownPages))
                    .flatMap(mail -> lint.look(mail).stream())
                    .filter(finding -> told.add(finding.rule() + finding.what() + finding.template()))
                    .forEach(finding ->
                            findings.add(new Finding(what, Optional.of(finding.told()), grade(finding.severity()))));
            return findings.isEmpty() ? List.of(Finding.sound(what)) : findings;
        } catch (Failure failure) {
            return List.of(Finding.wrong(what, failure));
        }
    }

    /** Traces move columns, so what is wrong with a template itself is told by the renderer without. */
    private List<RenderedEdition> samples(Locale language) {
        try {
            return traced.renderSamples(language);
        } catch (Failure failure) {
            return renderer.renderSamples(language);
        }
    }

    private static Grade grade(Severity severity) {
        return severity == Severity.ERROR ? Grade.CONFIGURATION : Grade.WARNING;
    }

    /** Pages of an installation at home are not encrypted, and the configuration's to say. */
    private boolean isOwnPage(URI link) {
        URI own = configuration.installation().web().url();
        return String.valueOf(link.getAuthority()).equals(own.getAuthority());
    }
}
