package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Images;
import org.broadsheet.config.Look;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.RoundUp;
import org.broadsheet.config.Strictness;
import org.broadsheet.config.Window;
import org.broadsheet.store.Database;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets what, whatever the database. */
abstract class SubscriberContract {
    @TempDir
    Path files;

    private final TestClock clock = new TestClock();
    private final List<RefusedLine> refused = new ArrayList<>();
    private Database database;
    private SubscriberStore store;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        database = empty();
        store = new SubscriberStore(database, () -> UUID.randomUUID().toString(), clock);
    }

    @AfterEach
    void close() {
        done(database);
    }

    private static Newsletter listing(String... addresses) {
        return new Newsletter(
                "morning",
                "Der Morgen",
                Locale.GERMAN,
                Optional.empty(),
                RoundUp.usual(),
                new Window.Last(Duration.ofDays(1)),
                List.of(),
                List.of(),
                Strictness.DEFAULT,
                6,
                Images.LINK,
                Look.usual(),
                Stream.of(addresses).map(EmailAddress::new).toList());
    }

    private List<String> confirmed() {
        List<String> all = new ArrayList<>();
        store.forEachConfirmed("morning", all::add);
        return all;
    }

    private String id(String address) {
        return database.read(handle -> handle.createQuery("select id from subscriber where canonical = :canonical")
                .bind("canonical", new EmailAddress(address).canonical())
                .mapTo(String.class)
                .one());
    }

    private ImportReport imported(String text) throws IOException {
        return imported(text, StandardCharsets.UTF_8);
    }

    private ImportReport imported(String text, Charset charset) throws IOException {
        refused.clear();
        Path file = Files.write(files.resolve("list.csv"), text.getBytes(charset));
        return new CsvImport(store).run(ImportOrder.of(file, "morning"), refused::add);
    }

    @Test
    void yamlIsFollowed() {
        assertThat(store.keepInStep(listing("a@example.com", "b@example.com", "B@example.com")))
                .isEqualTo(new StepReport(2, 0, 0));
        assertThat(store.keepInStep(listing("b@example.com"))).isEqualTo(new StepReport(0, 1, 0));
        assertThat(confirmed()).containsExactly("b@example.com");
        assertThat(store.keepInStep(listing("a@example.com"))).isEqualTo(new StepReport(1, 1, 0));
        assertThat(confirmed()).containsExactly("a@example.com");
    }

    @Test
    void yamlEndsOnlyWhatItBegan() throws IOException {
        imported("email\na@example.com\n");
        store.keepInStep(listing("a@example.com", "b@example.com"));
        store.keepInStep(listing());
        assertThat(confirmed()).containsExactly("a@example.com");
    }

    @Test
    void whoUnsubscribedIsNeverBroughtBack() throws IOException {
        store.keepInStep(listing("a@example.com"));
        assertThat(store.unsubscribe("morning", id("a@example.com"))).isTrue();
        assertThat(store.unsubscribe("morning", id("a@example.com"))).isFalse();
        assertThat(store.unsubscribe("morning", "nobody")).isFalse();
        assertThat(store.keepInStep(listing("a@example.com"))).isEqualTo(new StepReport(0, 0, 1));
        store.keepInStep(listing());
        assertThat(imported("email\nA@Example.com\n").keptUnsubscribed()).isEqualTo(1);
        assertThat(store.add("morning", new EmailAddress("a@example.com"), "hand"))
                .isEqualTo(Addition.KEPT_UNSUBSCRIBED);
        assertThat(confirmed()).isEmpty();
        assertThat(store.counts("morning")).isEqualTo(new SubscriberCounts(0, 1, 0));
    }

    @Test
    void suppressedAddressesGetNothing() throws IOException {
        store.keepInStep(listing("a@example.com", "b@example.com"));
        store.suppress(new EmailAddress("A@example.com"), "bounced");
        store.suppress(new EmailAddress("a@example.com"), "again");
        assertThat(confirmed()).containsExactly("b@example.com");
        assertThat(store.counts("morning")).isEqualTo(new SubscriberCounts(1, 0, 1));
        assertThat(imported("email\na@example.com\n").suppressed()).isEqualTo(1);
    }

    @Test
    void importsAndImportsAgain() throws IOException {
        String file =
                "\uFEFFName;E-Mail;Email\r\n\"Anna; die Erste\";x;\" anna@example.com \"\r\nJörg;x;jörg@straße.de\r\n";
        assertThat(imported(file)).isEqualTo(new ImportReport(2, 0, 0, 0, 0));
        assertThat(imported(file)).isEqualTo(new ImportReport(0, 2, 0, 0, 0));
        assertThat(confirmed()).containsExactlyInAnyOrder("anna@example.com", "jörg@straße.de");
        assertThat(database.<List<String>>read(handle -> handle.createQuery("select distinct source from subscription")
                        .mapTo(String.class)
                        .list()))
                .containsExactly("import:list.csv");
    }

    @Test
    void refusedLinesAreToldWithTheirNumber() throws IOException {
        String file =
                "email,name\na@example.com,A\n\nnot an address,B\n,C\nA@EXAMPLE.COM,D\n\"two\nlines\",E\nb@example.com";
        assertThat(imported(file)).isEqualTo(new ImportReport(2, 0, 0, 0, 4));
        assertThat(refused).extracting(RefusedLine::line).containsExactly(4L, 5L, 6L, 7L);
        assertThat(refused).extracting(RefusedLine::reason).noneMatch(reason -> reason.contains("\n"));
        assertThat(refused.get(0).reason()).contains("'not an address' is not an e-mail address");
        assertThat(refused.get(2).reason()).contains("stands in this file before");
    }

    @Test
    void lineThatIsNotUtf8IsRefusedAlone() throws IOException {
        assertThat(imported("email\njörg@example.com\na@example.com\n", StandardCharsets.ISO_8859_1))
                .isEqualTo(new ImportReport(1, 0, 0, 0, 1));
        assertThat(refused.get(0).reason()).contains("UTF-8");
    }

    @Test
    void duplicatesAreFoundFarApart() throws IOException {
        StringBuilder file = new StringBuilder("email\n");
        for (int i = 0; i < 2000; i++) {
            file.append("reader").append(i).append("@example.com\n");
        }
        file.append("reader7@example.com\n");
        assertThat(imported(file.toString())).isEqualTo(new ImportReport(2000, 0, 0, 0, 1));
        assertThat(refused)
                .singleElement()
                .satisfies(line -> assertThat(line.line()).isEqualTo(2002));
    }

    @Test
    void fileWithoutTheColumnIsRefused() {
        assertThatThrownBy(() -> imported("name,mail\nA,a@example.com\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no column `email`")
                .hasMessageContaining("name, mail");
        assertThatThrownBy(() -> imported("")).isInstanceOf(Failure.class).hasMessageContaining("is empty");
        assertThatThrownBy(() ->
                        new CsvImport(store).run(ImportOrder.of(files.resolve("none.csv"), "morning"), refused::add))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void quoteThatNeverEndsIsReported() throws IOException {
        assertThatThrownBy(() -> imported("email\n\"" + "a@example.com\n".repeat(100_000)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("list.csv");
    }
}
