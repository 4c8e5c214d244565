package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.renderer;
import static org.broadsheet.edition.RenderFixture.section;
import static org.broadsheet.edition.RenderFixture.story;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VariantRendererTest {
    private static final Edition EDITION = edition(
            "de",
            List.of(
                    section("sport", story("Der Verein steigt auf").build()),
                    section("kultur", story("Das Museum öffnet wieder").build()),
                    section(Section.MORE, story("Ein Wal zieht vorbei").build())));

    private static Variants render(VariantChoice... choices) {
        return new VariantRenderer(renderer()).render(EDITION, new Illustrations.Linked(), List.of(choices));
    }

    private static Variants.Variant form(Variants variants, VariantChoice choice) {
        String name = Objects.requireNonNull(variants.names().get(choice));
        return Objects.requireNonNull(variants.others().get(name));
    }

    @Test
    void aFormHoldsOnlyTheChosenTopicsAndIsNamedByItsOwnLead() {
        VariantChoice sport = new VariantChoice("", "sport");
        Variants variants = render(sport);

        RenderedEdition form = form(variants, sport).rendered();
        assertThat(form.html()).contains("Der Verein steigt auf").doesNotContain("Museum", "Wal");
        assertThat(form.plain()).contains("Der Verein steigt auf").doesNotContain("Museum", "Wal");
        assertThat(form.subject()).contains("Der Verein steigt auf");
        assertThat(variants.whole().html()).contains("Der Verein steigt auf", "Museum", "Wal");
    }

    @Test
    void aFormInAnotherLanguageHasOtherWordsAroundTheSameStories() {
        VariantChoice english = new VariantChoice("en", "");
        Variants variants = render(english);

        Variants.Variant form = form(variants, english);
        assertThat(form.language().getLanguage()).isEqualTo("en");
        assertThat(form.rendered().html()).contains("Unsubscribe", "Der Verein steigt auf");
        assertThat(variants.whole().html()).doesNotContain("Unsubscribe");
    }

    @Test
    void whatComesToTheSameIsRenderedOnce() {
        Variants variants = render(
                new VariantChoice("", "kultur\nsport"),
                new VariantChoice("", "sport\nkultur"),
                new VariantChoice("de", "sport\nkultur\nwetter"));

        assertThat(variants.others()).hasSize(1);
        assertThat(variants.names()).hasSize(3);
    }

    @Test
    void whoeverChoseEverythingGetsTheWholeAndWhoeverChoseNothingOfItIsOwedNothing() {
        VariantChoice same = new VariantChoice("de", "");
        VariantChoice nothing = new VariantChoice("", "wetter");
        Variants variants = render(same, nothing);

        assertThat(variants.others()).isEmpty();
        assertThat(variants.names()).doesNotContainKey(same).containsEntry(nothing, Variants.NOTHING);
    }

    @Test
    void thereIsAnEndToTheFormsThatAnEditionKeeps() {
        VariantChoice sport = new VariantChoice("", "sport");
        VariantChoice kultur = new VariantChoice("", "kultur");
        VariantChoice english = new VariantChoice("en", "");
        Variants variants = new VariantRenderer(renderer(), 2)
                .render(EDITION, new Illustrations.Linked(), List.of(sport, kultur, english));

        assertThat(variants.others()).hasSize(2);
        assertThat(variants.names()).containsOnlyKeys(sport, kultur);
    }
}
