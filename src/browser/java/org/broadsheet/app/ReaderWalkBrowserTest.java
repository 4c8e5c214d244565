package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A reader's whole way in a real browser, from the form to the last click. The browser runs no scripts of pages; pictures
 * of each step lie in {@code target/browser}.
 */
// Fields are filled before each walk, and the driver says nothing about nulls.
@NullUnmarked
class ReaderWalkBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target/browser");
    private static final String ANNA = "anna@example.org";
    private static final int SCRIPTS_BLOCKED = 2;

    @TempDir
    Path folder;

    private ReaderHouse house;
    private ChromeDriver browser;
    private String shots;
    private int shot;
    private int width;
    private int height;

    @BeforeEach
    void open() throws IOException {
        boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER);
        if (!installed) {
            System.out.println("### NOT TESTED in a browser: install chromium and chromium-driver ###");
        }
        assumeTrue(installed, "no browser");
        house = new ReaderHouse(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        if (house != null) {
            house.close();
        }
    }

    private void start(String language, int width, int height) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=" + language);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "intl.accept_languages",
                        language,
                        "profile.managed_default_content_settings.javascript",
                        SCRIPTS_BLOCKED));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(CHROMEDRIVER.toFile())
                        .build(),
                options);
        this.width = width;
        this.height = height;
        resize(height);
    }

    /** A window has a least width, which is more than that of a phone. */
    private void resize(int to) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", to, "deviceScaleFactor", 1, "mobile", false));
    }

    @ParameterizedTest
    @CsvSource({"de, morgen, 1280, 900", "de, morgen, 390, 844", "en, morning, 1280, 900", "en, morning, 390, 844"})
    void readerSignsUpConfirmsChoosesReadsAndLeaves(String language, String newsletter, int width, int height)
            throws Exception {
        start(language, width, height);
        shots = language + "-" + width + "-";
        List<String> topics = language.equals("de") ? List.of("klima", "fussball") : List.of("climate", "football");

        browser.get(house.web() + "/subscribe/" + newsletter);
        look("sign-up");
        browser.findElement(By.name("email")).sendKeys(ANNA);
        press();
        look("sent");

        MimeMessage question = house.newest(1, ANNA);
        lookAtMail(question, "mail");
        browser.get(house.link(question, "/confirm/").toString());
        look("confirm");
        press();
        look("confirmed");
        assertThat(house.subscribed(newsletter)).containsExactly(ANNA);

        follow("/p/");
        look("preferences");
        browser.findElement(By.cssSelector("input[value=" + topics.get(1) + "]")).click();
        press();
        look("saved");
        assertThat(chosenTopics()).containsExactly(topics.get(0));

        house.publish(newsletter);
        MimeMessage edition = house.newest(2, ANNA);
        lookAtMail(edition, "edition");
        List<String> headlines = language.equals("de")
                ? List.of("Windpark auf See", "Pokal für Rostock")
                : List.of("Wind farm at sea", "Cup goes to Rostock");
        assertThat(ReaderHouse.part(edition, 1)).contains(headlines.get(0)).doesNotContain(headlines.get(1));
        browser.get(house.link(edition, "/p/").toString());
        assertThat(chosenTopics()).as("by the link in the edition").containsExactly(topics.get(0));

        URI leave = house.link(edition, "/u/");
        browser.get(leave.toString());
        look("unsubscribe");
        assertThat(house.subscribed(newsletter)).containsExactly(ANNA);
        press();
        look("unsubscribed");
        assertThat(house.subscribed(newsletter)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, morgen, 390, 844", "en, morning, 1280, 900"})
    void otherPagesAreSoundToo(String language, String newsletter, int width, int height) throws Exception {
        start(language, width, height);
        shots = "more-" + language + "-" + width + "-";
        browser.get(house.web() + "/subscribe");
        look("newsletters");
        browser.get(house.web() + "/subscribe/" + newsletter);
        browser.findElement(By.tagName("summary")).click();
        look("details");
        browser.get(house.web() + "/subscribe/" + newsletter + "/form");
        look("form-to-paste");
        browser.get(house.web() + "/confirm/forged");
        look("not-found");
        browser.get(house.web() + "/archive/" + newsletter);
        look("archive");
    }

    @ParameterizedTest
    @CsvSource({"de, morgen", "en, morning"})
    void readerMovesAndIsForgotten(String language, String newsletter) throws Exception {
        start(language, 390, 844);
        shots = "move-" + language + "-";
        browser.get(house.web() + "/subscribe/" + newsletter);
        browser.findElement(By.name("email")).sendKeys(ANNA);
        press();
        browser.get(house.link(house.newest(1, ANNA), "/confirm/").toString());
        press();
        follow("/p/");
        String preferences = browser.getCurrentUrl();
        browser.findElement(By.id("email")).sendKeys("anna@example.net");
        leaveBy(browser.findElement(By.cssSelector("button.quiet")));
        look("sent");
        MimeMessage move = house.newest(2, "anna@example.net");
        lookAtMail(move, "mail");
        browser.get(house.link(move, "/move/").toString());
        look("move");
        press();
        look("moved");
        assertThat(house.subscribed(newsletter)).containsExactly("anna@example.net");
        browser.get(preferences + "/forget");
        look("forget");
        press();
        look("forgotten");
        assertThat(house.subscribed(newsletter)).isEmpty();
    }

    private void press() {
        leaveBy(browser.findElement(By.cssSelector("main form button")));
    }

    private void follow(String path) {
        leaveBy(browser.findElement(By.cssSelector("a[href^='" + path + "']")));
    }

    /** Without scripts the driver does not always notice that a click leads to another page. */
    private void leaveBy(WebElement way) {
        WebElement page = browser.findElement(By.tagName("html"));
        way.click();
        WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(30));
        wait.until(driver -> isGone(page));
        wait.until(ExpectedConditions.presenceOfElementLocated(By.tagName("h1")));
    }

    /** The driver words it in several ways, by how far the browser has come. */
    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    private List<String> chosenTopics() {
        return Jsoup.parse(browser.getPageSource()).select("input[name=topics][checked]").eachAttr("value");
    }

    /** Takes a picture, and sees that nothing stands out at the side, lacks a name or was blocked by the page's policy. */
    private void look(String name) throws IOException {
        picture(name);
        assertThat(size("scrollWidth")).as(name + ": width").isLessThanOrEqualTo(size("clientWidth"));
        for (WebElement field : browser.findElements(By.cssSelector("input, select, textarea, button"))) {
            boolean hidden = "hidden".equals(field.getDomAttribute("type"));
            assertThat(hidden || !field.getAccessibleName().isEmpty() || !field.isDisplayed())
                    .as(name + ": the name of " + field.getDomAttribute("id"))
                    .isTrue();
        }
        assertThat(browser.findElements(By.tagName("h1"))).as(name + ": headings").hasSize(1);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .as(name + ": complaints of the browser")
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }

    private int size(String property) {
        return Integer.parseInt(
                String.valueOf(browser.findElement(By.tagName("html")).getDomProperty(property)));
    }

    /** The whole page: what lies below the window is not drawn, so the window is made as high as the page. */
    private void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        resize(Math.max(height, size("scrollHeight")));
        Path file = PICTURES.resolve(String.format(Locale.ROOT, "%s%02d-%s.png", shots, ++shot, name));
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
        resize(height);
    }

    private void lookAtMail(MimeMessage mail, String name) throws Exception {
        Path page = Files.writeString(folder.resolve(name + ".html"), ReaderHouse.part(mail, 1));
        browser.get(page.toUri().toString());
        picture(name);
    }
}
