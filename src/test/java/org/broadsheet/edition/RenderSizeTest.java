package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderSizeTest {
    private static final String HEADLINES = "a:matchesOwn(^Behörden stellen)";

    private final EditionRenderer renderer = RenderFixture.renderer();

    @ParameterizedTest
    @CsvSource({"5, 40", "200, 1", "1, 200", "40, 30"})
    void aLargeEditionStaysSmallEnoughNotToBeCutOff(int sections, int stories) {
        assertThat(size(RenderFixture.large(sections, stories, RenderFixture.PICTURE)))
                .isBetween(50_000, EditionRenderer.LARGEST_HTML);
    }

    @Test
    void anEditionOfOrdinarySizeIsShownWhole() {
        Document mail = Jsoup.parse(renderer.render(RenderFixture.large(6, 6, RenderFixture.PICTURE))
                .html());

        assertThat(mail.select(HEADLINES)).hasSize(36);
    }

    @Test
    void whatIsLeftOutIsCounted() {
        Document mail = Jsoup.parse(renderer.render(RenderFixture.large(5, 40, RenderFixture.PICTURE))
                .html());
        int shown = mail.select(HEADLINES).size();
        int leftOut = mail.select("p:matchesOwn(^… und \\d+ weitere)").eachText().stream()
                .mapToInt(text -> Integer.parseInt(text.replaceAll("\\D", "")))
                .sum();

        assertThat(mail.text()).contains("200 Meldungen");
        assertThat(shown + leftOut).isEqualTo(200);
    }

    @Test
    void sectionsLeftOutAreCountedInBothParts() {
        RenderedEdition mail = renderer.render(RenderFixture.large(200, 2, RenderFixture.PICTURE));
        int sections = Jsoup.parse(mail.html()).select("h2[id]").size();
        String more = (399 - (sections * 2 - 1)) + " weitere Meldungen zu anderen Themen";

        assertThat(mail.plain()).contains(more);
        assertThat(Jsoup.parse(mail.html()).text()).contains(more);
    }

    @Test
    void theSameEditionIsCutTheSameWay() {
        Edition edition = RenderFixture.large(7, 50, RenderFixture.PICTURE);

        assertThat(renderer.render(edition)).isEqualTo(RenderFixture.renderer().render(edition));
    }

    private int size(Edition edition) {
        return renderer.render(edition).html().getBytes(StandardCharsets.UTF_8).length;
    }
}
