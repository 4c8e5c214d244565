package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.story;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The edition as a page on the web, and the way there. */
class RenderPageTest {
    private final EditionRenderer renderer = RenderFixture.renderer();

    @Test
    void thePageForEverybodyHoldsAllStoriesAndNothingOfOneReader() {
        Edition edition = RenderFixture.large(10, 40, RenderFixture.PICTURE);
        Marks marks = Marks.of(RenderFixture.ID);

        Document page = Jsoup.parse(renderer.page(edition));

        assertThat(page.select("a:matchesOwn(^Behörden stellen)")).hasSize(400);
        assertThat(page.outerHtml()).doesNotContain(marks.address(), marks.unsubscribe(), "Abmelden", "Im Browser");
    }

    @Test
    void leadsToItsPageFromBothParts() {
        RenderedEdition mail = renderer.render(edition("de", story("A").build()));
        String page = "https://news.example.org/archive/morning/2025-11-12T0630";

        assertThat(Jsoup.parse(mail.html()).select("a[href=" + page + "]").text())
                .isEqualTo("Im Browser ansehen");
        assertThat(mail.plain()).contains("\nIm Browser ansehen:\n" + page + "\n");
    }
}
