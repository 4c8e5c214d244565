package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders an edition once for each form of it that readers chose, however many readers that are. */
public final class VariantRenderer {
    /** Each is kept with the edition, so there is an end to them; what the fewest readers chose goes without. */
    private static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(VariantRenderer.class);

    private final EditionRenderer renderer;
    private final int most;

    /** A renderer of variants with that renderer. */
    public VariantRenderer(EditionRenderer renderer) {
        this(renderer, MOST);
    }

    VariantRenderer(EditionRenderer renderer, int most) {
        this.renderer = renderer;
        this.most = most;
    }

    /**
     * Renders the whole edition and what was chosen of it.
     *
     * @param illustrations of that edition
     * @param choices what readers chose, what most of them chose first
     * @throws TemplateFailure when a template is missing or broken
     */
    public Variants render(Edition edition, Illustrations illustrations, List<VariantChoice> choices) {
        Variants.Builder variants = new Variants.Builder(edition);
        int leftOut = 0;
        for (VariantChoice choice : choices) {
            Optional<Edition> form = variants.missing(choice);
            if (form.isPresent() && variants.size() == most) {
                leftOut++;
                variants.forget(choice);
            } else {
                form.ifPresent(missing -> variants.add(missing, renderer.render(missing, illustrations)));
            }
        }
        if (leftOut > 0) {
            LOG.warn(
                    "{}: {} of the forms that readers chose get the whole edition; there are more than {}",
                    edition.newsletter(),
                    leftOut,
                    most);
        }
        return variants.build(renderer.render(edition, illustrations));
    }
}
