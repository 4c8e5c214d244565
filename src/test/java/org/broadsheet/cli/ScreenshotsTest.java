package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.testing.Browser;
import org.broadsheet.testing.Browser.View;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the demo's mails look like: pictures of each, in {@code target/screenshots/}, for people to look at. What a
 * machine can see, it is asked here.
 */
class ScreenshotsTest {
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final Optional<Path> CHROMIUM = Browser.installed();

    private static final Map<String, View> VIEWS = Map.of(
            "640-light", View.light(640),
            "640-dark", new View(640, true, false, true),
            "640-forced-dark", new View(640, false, true, true),
            "640-without-pictures", new View(640, false, false, false),
            "375-light", View.light(375),
            "375-dark", new View(375, true, false, true),
            "320-light", View.light(320));

    private static final String WIDTH = "document.documentElement.scrollWidth";
    private static final String LOADED = "[...document.images].filter(i => i.naturalWidth > 0).length";
    private static final String SMALLEST_TEXT = """
            Math.min(...[...document.querySelectorAll('[role=article] *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
                .map(e => parseFloat(getComputedStyle(e).fontSize)))
            """;
    private static final String BRIGHTNESS_OF_PAPER =
            "parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])";

    @TempDir
    static Path folder;

    @BeforeAll
    static void sendTheDemo() {
        assumeTrue(CHROMIUM.isPresent(), "there is no Chromium here");
        assertThat(new CommandLineHarness(folder)
                        .runBare(
                                "demo",
                                "--once",
                                "--out",
                                folder.resolve("demo").toString())
                        .status())
                .isZero();
    }

    private static List<Path> mails() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("demo/mails"))) {
            return files.filter(file -> file.toString().matches(".*/[12]-.*\\.html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theDemosMailsFitEveryScreenAreLegibleAndHaveTheirPalette() throws Exception {
        try (Browser browser = browser()) {
            for (Path mail : mails()) {
                for (var view : VIEWS.entrySet()) {
                    browser.open(mail.toUri(), view.getValue());
                    shoot(browser, mail, view.getKey());
                    assertThat(browser.value(WIDTH).asInt())
                            .isEqualTo(view.getValue().width());
                    assertThat(browser.value(SMALLEST_TEXT).asInt()).isGreaterThanOrEqualTo(13);
                    assertThat(browser.value(LOADED).asInt() > 0)
                            .isEqualTo(view.getValue().images());
                    assertThat(browser.value(BRIGHTNESS_OF_PAPER).asInt() < 100)
                            .isEqualTo(view.getValue().dark());
                }
            }
        }
    }

    @Test
    void theDemosMailsFitAPhoneWhereEveryStyleElementIsDropped() throws Exception {
        try (Browser browser = browser()) {
            for (Path mail : mails()) {
                String html = Files.readString(mail).replaceAll("(?s)<style>.*?</style>", "");
                Path stripped = mail.resolveSibling("stripped-" + mail.getFileName());
                Files.writeString(stripped, html);
                for (int width : List.of(375, 320)) {
                    browser.open(stripped.toUri(), View.light(width));
                    shoot(browser, mail, width + "-without-style");
                    assertThat(browser.value(WIDTH).asInt()).isEqualTo(width);
                }
            }
        }
    }

    private static Browser browser() throws Exception {
        return new Browser(CHROMIUM.orElseThrow(), Files.createTempDirectory(folder, "profile"));
    }

    private static void shoot(Browser browser, Path mail, String view) throws Exception {
        String number = mail.getFileName().toString().substring(0, 1);
        browser.shoot(SHOTS.resolve((number.equals("1") ? "de-" : "en-") + view + ".png"));
    }
}
