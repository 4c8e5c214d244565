package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.edition.RenderFixture.edition;
import static org.broadsheet.edition.RenderFixture.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.testing.Browser;
import org.broadsheet.testing.Browser.View;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions that are hard to show, in a browser; pictures of them lie in {@code target/screenshots/}. */
class RenderLooksTest {
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final Path PICTURE = Path.of("src/main/resources/demo/images/ship.jpg");
    private static final String WIDTH = "document.documentElement.scrollWidth";
    private static final Optional<Path> CHROMIUM = Browser.installed();

    @TempDir
    Path folder;

    private static Map<String, Edition> editions() {
        String endless = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ".repeat(4);
        return Map.of(
                "arabic",
                edition("ar", arabic()),
                "hebrew",
                edition(
                        "he",
                        story("ספינות המכולות חוזרות לנמל")
                                .summary("מחירי ההובלה יורדים.")
                                .image(RenderFixture.PICTURE)
                                .build()),
                "endless-headline",
                edition(
                        "de",
                        story(endless).image(RenderFixture.PICTURE).build(),
                        story(endless + 2).image(RenderFixture.PICTURE).build()),
                "one-story-without-summary",
                edition("de", story("Hafen bekommt neue Kaimauern").build()),
                "no-story",
                edition("de"));
    }

    private static List<Section> arabic() {
        return List.of(
                new Section(
                        "t1",
                        "الاقتصاد",
                        List.of(
                                story("أسعار الحاويات تتراجع إلى مستوى ما قبل الأزمة")
                                        .summary("شركات الشحن توقف سفنها عن العمل.")
                                        .image(RenderFixture.PICTURE)
                                        .source("الأهرام")
                                        .alsoBy("The Ledger", "الجريدة")
                                        .build(),
                                story("الشركات المتوسطة تستثمر من جديد")
                                        .summary("أقوى ربع سنة منذ ثلاث سنوات.")
                                        .image(RenderFixture.PICTURE)
                                        .source("Handelsbote")
                                        .alsoBy("Wattwerk")
                                        .build(),
                                story("البنوك ترفع الفائدة إلى 2.1 في المئة")
                                        .source("الجريدة")
                                        .build())),
                new Section(
                        "t2",
                        "العلوم",
                        List.of(
                                story("القمر الثاني يغادر مدار الأرض")
                                        .summary("كان مجرد زائر.")
                                        .image(RenderFixture.PICTURE)
                                        .build(),
                                story("المرجان ينجو من صيفين حارين").build())));
    }

    @Test
    void hardEditionsFitEveryScreenWithAndWithoutStyleElements() throws Exception {
        Assumptions.assumeTrue(CHROMIUM.isPresent(), "there is no Chromium here");
        try (Browser browser = new Browser(CHROMIUM.orElseThrow(), folder.resolve("profile"))) {
            for (var edition : editions().entrySet()) {
                String html =
                        RenderFixture.renderer().render(edition.getValue()).html();
                String pictured =
                        html.replace(RenderFixture.PICTURE, PICTURE.toUri().toString());
                look(browser, edition.getKey(), pictured, 640, 375, 320);
                look(
                        browser,
                        edition.getKey() + "-without-style",
                        pictured.replaceAll("(?s)<style>.*?</style>", ""),
                        320);
            }
        }
    }

    private void look(Browser browser, String name, String html, int... widths) throws Exception {
        Path page = Files.writeString(folder.resolve(name + ".html"), html);
        for (int width : widths) {
            browser.open(page.toUri(), View.light(width));
            browser.shoot(SHOTS.resolve(name + "-" + width + ".png"));
            assertThat(browser.value(WIDTH).asInt()).as(name + " at " + width).isEqualTo(width);
        }
    }
}
