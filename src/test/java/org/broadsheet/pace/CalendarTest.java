package org.broadsheet.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Pace;
import org.broadsheet.config.Pace.Limit;
import org.broadsheet.config.Pace.Quiet;
import org.broadsheet.config.Pace.WarmUp;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private final TestClock clock = new TestClock();

    private Calendar quiet(String from, String until) {
        Quiet quiet = new Quiet(LocalTime.parse(from), LocalTime.parse(until), ZoneId.of("Europe/Berlin"));
        return new Calendar(new Pace(0, Limit.NONE, List.of(), Optional.empty(), Optional.of(quiet), 20), clock);
    }

    private Calendar warmUp(LocalDate from, int days) {
        WarmUp plan = new WarmUp(from, 500, 1.5, days);
        return new Calendar(new Pace(0, Limit.NONE, List.of(), Optional.of(plan), Optional.empty(), 20), clock);
    }

    /** The clock of the tests shows seven in Berlin. */
    @Test
    void quietHoursMayRunOverMidnight() {
        assertThat(quiet("22:00", "06:00").quietUntil()).isEmpty();
        assertThat(quiet("22:00", "07:00").quietUntil()).isEmpty();
        assertThat(quiet("22:00", "07:30").quietUntil()).hasValue(Instant.parse("2026-11-23T06:30:00Z"));
        assertThat(quiet("06:30", "09:00").quietUntil()).hasValue(Instant.parse("2026-11-23T08:00:00Z"));
        clock.advance(Duration.ofHours(16));
        assertThat(quiet("22:00", "06:00").quietUntil()).hasValue(Instant.parse("2026-11-24T05:00:00Z"));
    }

    @Test
    void theWarmUpGrowsFromDayToDayAndEnds() {
        LocalDate today = LocalDate.parse("2026-11-23");
        assertThat(mails(warmUp(today, 30))).hasValue(500L);
        assertThat(mails(warmUp(today.minusDays(1), 30))).hasValue(750L);
        assertThat(mails(warmUp(today.minusDays(4), 30))).hasValue(2531L);
        assertThat(mails(warmUp(today.plusDays(3), 30))).hasValue(500L);
        assertThat(mails(warmUp(today.minusDays(30), 30))).isEmpty();
    }

    private static Optional<Long> mails(Calendar calendar) {
        return calendar.allowance().map(Calendar.Allowance::mails);
    }
}
