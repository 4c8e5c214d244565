package org.broadsheet.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An edition in all the forms that its readers chose: each language and set of sections once, whoever chose it.
 *
 * @param whole as everybody gets it who chose nothing
 * @param others by the name of the variant
 * @param names the name of the variant for each choice that does not mean the whole; {@link #NOTHING} where the edition
 *     tells nothing of what was chosen
 */
public record Variants(RenderedEdition whole, Map<String, Variant> others, Map<VariantChoice, String> names) {
    /** The name of the variant that is not sent. */
    static final String NOTHING = "";

    public Variants {
        others = Map.copyOf(others);
        names = Map.copyOf(names);
    }

    /** One form of an edition. */
    record Variant(Locale language, RenderedEdition rendered) {}

    /** An edition that all readers get whole. */
    public static Variants of(RenderedEdition whole) {
        return new Variants(whole, Map.of(), Map.of());
    }

    /** The pictures that any of the forms refers to, each once. */
    List<InlinePicture> pictures() {
        return Stream.concat(Stream.of(whole), others.values().stream().map(Variant::rendered))
                .flatMap(rendered -> rendered.pictures().stream())
                .distinct()
                .toList();
    }

    /** Gathers variants, and knows again those that it has. */
    static final class Builder {
        private final Edition edition;
        private final Map<String, Variant> others = new LinkedHashMap<>();
        private final Map<VariantChoice, String> names = new LinkedHashMap<>();

        Builder(Edition edition) {
            this.edition = edition;
        }

        /** The form that a choice means, when it must be rendered yet. */
        Optional<Edition> missing(VariantChoice choice) {
            Edition form = choice.of(edition);
            boolean whole = form.equals(edition);
            if (!whole) {
                names.put(choice, name(form));
            }
            return whole || form.isEmpty() || others.containsKey(name(form)) ? Optional.empty() : Optional.of(form);
        }

        void add(Edition form, RenderedEdition rendered) {
            others.put(name(form), new Variant(form.language(), rendered));
        }

        /** Whoever made this choice gets the whole. */
        void forget(VariantChoice choice) {
            names.remove(choice);
        }

        int size() {
            return others.size();
        }

        private static String name(Edition form) {
            return form.isEmpty()
                    ? NOTHING
                    : Stream.concat(
                                    Stream.of(form.language().toLanguageTag()),
                                    form.sections().stream().map(Section::topic))
                            .collect(Collectors.joining(" "));
        }

        Variants build(RenderedEdition whole) {
            return new Variants(whole, others, names);
        }
    }
}
