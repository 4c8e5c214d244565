package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values that are written as one word. */
class ValuesTest {
    @Test
    void readsDaysAsRangesAndLists() {
        assertThat(Days.parse("daily").set()).hasSize(7);
        assertThat(Days.parse("Sat - Mon").set())
                .containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        assertThat(Days.parse("wed").cronField()).isEqualTo("WED");
        assertThat(Days.parse("sun,mon-tue").cronField()).isEqualTo("MON,TUE,SUN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mon,", "mon-", "mon-fri-sun", "monday", "mo"})
    void refusesWhatIsNoDay(String text) {
        assertThatThrownBy(() -> Days.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a day");
    }

    @ParameterizedTest
    @CsvSource({"1B,1,1 B", "500KB,500000,500 kB", "10 mb,10000000,10 MB", "2GB,2000000000,2000 MB"})
    void readsSizesInThousands(String text, long bytes, String shown) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1MB", "0KB", "1.5MB", "10MiB", "٥MB"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> DataSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:0", "0.0.0.0:65535", "[::1]:8080"})
    void readsListenAddresses(String text) {
        assertThat(ListenAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080", ":8080", "localhost:", "localhost:65536", "::1:8080", " :80", "a:٨٠"})
    void refusesWhatIsNoListenAddress(String text) {
        assertThatThrownBy(() -> ListenAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsMailboxesWithAndWithoutAName() {
        EmailAddress address = new EmailAddress("a@example.org");
        assertThat(Mailbox.parse(" a@example.org ")).isEqualTo(new Mailbox(Optional.empty(), address));
        assertThat(Mailbox.parse("<a@example.org>")).isEqualTo(new Mailbox(Optional.empty(), address));
        assertThat(Mailbox.parse("\"A, B\" <a@example.org>")).isEqualTo(new Mailbox(Optional.of("A, B"), address));
        assertThat(Mailbox.parse("Ä <a@example.org>")).hasToString("Ä <a@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "@example.org", "a@b@c", "A <a@example.org", "A\r\nBcc: x <a@example.org>", "a @b.org"})
    void refusesWhatIsNoMailbox(String text) {
        assertThatThrownBy(() -> Mailbox.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesAddressesByMailboxAndKeepsThemAsWritten() {
        EmailAddress address = new EmailAddress("Anna@Straße.example");
        assertThat(address).hasToString("Anna@Straße.example");
        assertThat(address.envelope()).isEqualTo("Anna@xn--strae-oqa.example");
        assertThat(address.canonical()).isEqualTo("anna@xn--strae-oqa.example");
    }

    @Test
    void keepsTabsInTheCaretsIndentation() {
        Problem problem = new Problem("a.yml", 1, 4, "", "wrong", "a\t😀b");
        assertThat(problem.withSource().lines()).containsExactly("a.yml:1:4: wrong", "    a\t😀b", "     \t ^");
    }
}
