package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.HistoryStore.History;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an admin does with lists of subscribers, whatever the database. */
abstract class SubscriberListContract {
    @TempDir
    Path files;

    private final TestClock clock = new TestClock();
    private final List<RefusedLine> refused = new ArrayList<>();
    private Database database;
    private SubscriberStore store;
    private AdminStore adminStore;
    private ListStore list;

    abstract Database empty();

    abstract void done(Database some);

    @BeforeEach
    void open() {
        refused.clear();
        database = empty();
        store = new SubscriberStore(database, () -> UUID.randomUUID().toString(), clock);
        adminStore = new AdminStore(database, clock);
        list = new ListStore(database);
    }

    @AfterEach
    void close() {
        done(database);
    }

    private ImportOrder order(String text, Map<String, String> columns) throws IOException {
        Path file = Files.write(files.resolve("list.csv"), text.getBytes(StandardCharsets.UTF_8));
        return new ImportOrder(file, "morning", "shop, 2024", columns);
    }

    private ImportReport imported(String text) throws IOException {
        return new CsvImport(store).run(order(text, Map.of()), refused::add);
    }

    private void add(String newsletter, String... addresses) {
        for (String address : addresses) {
            store.add(newsletter, new EmailAddress(address), "test");
        }
    }

    private static ListFilter filter(String newsletter, String state, String containing) {
        return new ListFilter(some(newsletter), some(state), some(containing));
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private List<String> listed(ListFilter filter) {
        List<String> lines = new ArrayList<>();
        list.forEach(filter, one -> lines.add(one.email() + " " + one.newsletter() + " " + one.state()));
        return lines;
    }

    private String id(String address) {
        return new HistoryStore(database).of(new EmailAddress(address)).id().orElseThrow();
    }

    @Test
    void columnsAreMappedAndNamesAreKept() throws IOException {
        ImportOrder order = order(
                "Kunde;Ort;E-Mail\nAnna Adler;Bonn;anna@example.com\n;Köln;Bert@example.com\n",
                Map.of("email", "e-mail", "name", "Kunde"));
        assertThat(new CsvImport(store).run(order, refused::add)).isEqualTo(new ImportReport(2, 0, 0, 0, 0));
        List<ListedSubscription> page = list.page(ListFilter.everything(), ListPosition.START, 10);
        assertThat(page)
                .extracting(ListedSubscription::name)
                .containsExactly(Optional.of("Anna Adler"), Optional.empty());
        assertThat(page).extracting(ListedSubscription::source).containsOnly("shop, 2024");
    }

    @Test
    void nameOfTheListFillsAGapAndReplacesNothing() throws IOException {
        imported("email,name\nanna@example.com,\nbert@example.com,Bert\n");
        store.add("evening", new Newcomer(new EmailAddress("anna@example.com"), Optional.of("Anna\r\nBcc: x")), "test");
        store.add("evening", new Newcomer(new EmailAddress("bert@example.com"), Optional.of("Herbert")), "test");
        assertThat(list.page(filter("evening", "", ""), ListPosition.START, 10))
                .extracting(ListedSubscription::name)
                .containsExactly(Optional.of("Anna Bcc: x"), Optional.of("Bert"));
    }

    @Test
    void firstColumnIsTakenWhereItHoldsAddresses() throws IOException {
        assertThat(imported("a@example.com,A\nb@example.com,B\n").added()).isEqualTo(2);
        assertThat(imported("E-Mail-Adresse\tName\nc@example.com\tCleo\n").added())
                .isEqualTo(1);
        assertThat(imported("Email Address,First Name\nd@example.com,Dora\n").added())
                .isEqualTo(1);
        assertThat(refused).isEmpty();
    }

    @Test
    void columnThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new CsvImport(store)
                        .run(order("name,mail\nA,a@example.com\n", Map.of("email", "E-Mail")), refused::add))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no column `E-Mail`")
                .hasMessageContaining("name, mail");
        assertThatThrownBy(() -> imported("name,mail\nA,a@example.com\n")).hasMessageContaining("--map email=E-Mail");
    }

    @Test
    void rehearsalTellsWhatAnImportWouldDoAndDoesNothing() throws IOException {
        add("morning", "old@example.com", "gone@example.com", "barred@example.com");
        store.unsubscribe("morning", id("gone@example.com"));
        store.suppress(new EmailAddress("barred@example.com"), "bounced");
        StringBuilder text = new StringBuilder("email\nold@example.com\ngone@example.com\nbarred@example.com\nnone\n");
        for (int i = 0; i < 6200; i++) {
            text.append("reader").append(i).append("@example.com\n");
        }
        text.append("Reader7@example.com\n");
        ImportOrder order = order(text.toString(), Map.of());

        ImportReport rehearsed = new CsvImport(store).rehearse(order, refused::add);

        assertThat(rehearsed).isEqualTo(new ImportReport(6200, 1, 1, 1, 2));
        assertThat(refused).extracting(RefusedLine::line).containsExactly(5L, 6206L);
        assertThat(store.counts("morning").confirmed()).isEqualTo(1);
        assertThat(new CsvImport(store).rehearse(order, refused::add)).isEqualTo(rehearsed);
        assertThat(new CsvImport(store).run(order, refused::add)).isEqualTo(rehearsed);
    }

    @Test
    void importThatWasCutShortIsStartedAgain() throws IOException {
        StringBuilder text = new StringBuilder("email\n");
        for (int i = 0; i < 7000; i++) {
            text.append("reader").append(i).append("@example.com\n");
        }
        ImportOrder order = order(text.toString(), Map.of());
        CsvImport.Listener cutting = new CsvImport.Listener() {
            @Override
            public void refused(RefusedLine line) {}

            @Override
            public void done(long lines) {
                throw new IllegalStateException("cut after " + lines);
            }
        };
        assertThatThrownBy(() -> new CsvImport(store).run(order, cutting)).hasMessage("cut after 5000");
        assertThat(new CsvImport(store).run(order, refused::add)).isEqualTo(new ImportReport(2000, 5000, 0, 0, 0));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrDoubles() {
        add("morning", "a@example.com", "b@example.com", "c@example.com");
        add("evening", "b@example.com", "c@example.com");
        List<String> seen = new ArrayList<>();
        ListPosition after = ListPosition.START;
        List<ListedSubscription> page = list.page(ListFilter.everything(), after, 2);
        while (!page.isEmpty()) {
            page.forEach(one -> seen.add(one.email() + " " + one.newsletter()));
            after = ListPosition.parse(page.get(page.size() - 1).position().toString());
            page = list.page(ListFilter.everything(), after, 2);
        }
        assertThat(seen)
                .containsExactly(
                        "a@example.com morning",
                        "b@example.com evening",
                        "b@example.com morning",
                        "c@example.com evening",
                        "c@example.com morning");
    }

    @Test
    void listIsFiltered() {
        add("morning", "anna@example.com", "b%x@example.org", "B_x@example.org", "cleo@example.com");
        add("evening", "anna@example.com");
        store.unsubscribe("morning", id("anna@example.com"));
        store.suppress(new EmailAddress("cleo@example.com"), "mailbox is gone");
        store.suppress(new EmailAddress("stranger@example.com"), "asked for it");

        assertThat(listed(filter("evening", "", ""))).containsExactly("anna@example.com evening confirmed");
        assertThat(listed(filter("", "unsubscribed", ""))).containsExactly("anna@example.com morning unsubscribed");
        assertThat(listed(filter("", "confirmed", "")))
                .containsExactlyInAnyOrder(
                        "anna@example.com evening confirmed",
                        "b%x@example.org morning confirmed",
                        "B_x@example.org morning confirmed");
        assertThat(listed(filter("", "", "B%X@"))).containsExactly("b%x@example.org morning confirmed");
        assertThat(listed(filter("", "", "b_x"))).containsExactly("B_x@example.org morning confirmed");
        assertThat(listed(filter("", "suppressed", "")))
                .containsExactly("cleo@example.com morning suppressed", "stranger@example.com  suppressed");
        assertThat(listed(filter("morning", "suppressed", ""))).containsExactly("cleo@example.com morning suppressed");
    }

    @Test
    void removedAddressComesBackByTheAdminAndUnsubscribedOneDoesNot() {
        EmailAddress anna = new EmailAddress("anna@example.com");
        add("morning", "anna@example.com");
        add("evening", "anna@example.com");
        store.unsubscribe("evening", id("anna@example.com"));

        assertThat(adminStore.remove(new EmailAddress("ANNA@example.com"), Optional.empty()))
                .containsExactly("morning");
        assertThat(adminStore.remove(anna, Optional.empty())).isEmpty();
        assertThat(listed(filter("morning", "", ""))).containsExactly("anna@example.com morning removed");
        assertThat(store.add("morning", anna, "test")).isEqualTo(Addition.ADDED);
        assertThat(store.add("evening", anna, "test")).isEqualTo(Addition.KEPT_UNSUBSCRIBED);
        assertThat(adminStore.remove(anna, Optional.of("evening"))).isEmpty();
    }

    @Test
    void suppressionIsLiftedOnce() {
        EmailAddress anna = new EmailAddress("anna@example.com");
        add("morning", "anna@example.com");
        store.suppress(anna, "mailbox is full");
        assertThat(adminStore.unsuppress(anna)).hasValue("mailbox is full");
        assertThat(adminStore.unsuppress(anna)).isEmpty();
        assertThat(listed(filter("", "confirmed", ""))).containsExactly("anna@example.com morning confirmed");
    }

    @Test
    void historyTellsSubscriptionsConsentAndSuppression() {
        add("morning", "anna@example.com");
        add("evening", "anna@example.com", "annabel@example.com");
        store.suppress(new EmailAddress("anna@example.com"), "550 no such user");

        History history = new HistoryStore(database).of(new EmailAddress("Anna@Example.com"));

        assertThat(history.subscriptions())
                .extracting(ListedSubscription::newsletter)
                .containsExactly("evening", "morning");
        assertThat(history.subscriptions())
                .extracting(ListedSubscription::state)
                .containsOnly("suppressed");
        assertThat(history.happenings())
                .extracting(Happening::what)
                .containsExactlyInAnyOrder("first seen", "confirmed morning", "confirmed evening", "suppressed");
        assertThat(history.happenings())
                .extracting(Happening::detail)
                .contains("550 no such user", "source of consent: test");
        assertThat(new HistoryStore(database)
                        .of(new EmailAddress("nobody@example.com"))
                        .isEmpty())
                .isTrue();
    }
}
