package org.broadsheet.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.config.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FireTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void isDueAtTheTimeOfTheWall() {
        FireTimes times = daily("07:00", BERLIN);

        assertThat(times.next(at("2026-11-23T05:59:59Z"))).contains(at("2026-11-23T06:00:00Z"));
        assertThat(times.next(at("2026-11-23T06:00:00Z"))).contains(at("2026-11-24T06:00:00Z"));
        assertThat(times.next(at("2026-07-01T00:00:00Z"))).contains(at("2026-07-01T05:00:00Z"));
    }

    @Test
    void movesATimeThatSpringLeavesOutOnByTheHour() {
        FireTimes times = daily("02:30", BERLIN);

        assertThat(listed(times, "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"))
                .containsExactly(at("2026-03-28T01:30:00Z"), at("2026-03-29T01:30:00Z"), at("2026-03-30T00:30:00Z"));
    }

    @Test
    void takesATimeThatAutumnShowsTwiceOnce() {
        FireTimes times = daily("02:30", BERLIN);

        assertThat(listed(times, "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z"))
                .containsExactly(at("2026-10-24T00:30:00Z"), at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
    }

    @Test
    void losesNoQuarterOfAnHourThatExistsInSpring() {
        FireTimes times = new FireTimes(cron("0 0/15 * * * ?", BERLIN));

        assertThat(listed(times, "2026-03-29T00:30:00Z", "2026-03-29T02:00:00Z"))
                .containsExactly(
                        at("2026-03-29T00:45:00Z"),
                        at("2026-03-29T01:00:00Z"),
                        at("2026-03-29T01:15:00Z"),
                        at("2026-03-29T01:30:00Z"),
                        at("2026-03-29T01:45:00Z"),
                        at("2026-03-29T02:00:00Z"));
    }

    @Test
    void knowsTheLastTimeHoweverLongAgo() {
        FireTimes yearly = new FireTimes(cron("0 0 7 29 2 ?", BERLIN));

        assertThat(yearly.latest(at("2026-11-23T00:00:00Z"))).contains(at("2024-02-29T06:00:00Z"));
        assertThat(daily("07:00", BERLIN).latest(at("2026-11-23T06:00:00Z"))).contains(at("2026-11-23T06:00:00Z"));
    }

    @Test
    void saysWhenThereIsNoTimeAhead() {
        FireTimes past = new FireTimes(cron("0 0 7 1 1 ? 2020", BERLIN));

        assertThat(past.next(at("2026-11-23T00:00:00Z"))).isEmpty();
        assertThat(past.latest(at("2026-11-23T00:00:00Z"))).contains(at("2020-01-01T06:00:00Z"));
        assertThat(past.latest(at("2019-11-23T00:00:00Z"))).isEmpty();
    }

    @Test
    void isQuickEvenForEverySecond() {
        FireTimes times = new FireTimes(cron("* * * * * ?", BERLIN));
        Instant now = at("2026-03-29T01:10:00Z");

        assertThat(times.next(now)).contains(now.plusSeconds(1));
        assertThat(times.latest(now)).contains(now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "America/Sao_Paulo",
                "Africa/Cairo",
                "Pacific/Chatham",
                "UTC"
            })
    void isDueExactlyOnceADayThroughEveryClockChange(String zoneName) {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(zoneName);
        for (int i = 0; i < 40; i++) {
            LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            LocalDate day = LocalDate.of(2010 + random.nextInt(20), 1 + random.nextInt(12), 1);
            FireTimes times = daily(time.toString(), zone);
            Instant start = day.atStartOfDay(zone).toInstant().minusSeconds(1);

            Instant last = start;
            for (int d = 0; d < 31; d++) {
                Instant next = times.next(last).orElseThrow();
                LocalDateTime wanted = day.plusDays(d).atTime(time);
                assertThat(next)
                        .as("-Dbroadsheet.seed=%s: %s %s", seed, zone, wanted)
                        .isEqualTo(wanted.atZone(zone).toInstant())
                        .isAfter(last);
                assertThat(times.latest(next)).contains(next);
                last = next;
            }
        }
    }

    @Test
    void leavesOutTheDayThatSamoaLeftOut() {
        FireTimes times = daily("07:00", ZoneId.of("Pacific/Apia"));

        List<Instant> fired = listed(times, "2011-12-28T20:00:00Z", "2012-01-01T00:00:00Z");

        assertThat(fired).doesNotHaveDuplicates().isSorted();
        assertThat(fired)
                .extracting(some -> some.atZone(ZoneId.of("Pacific/Apia")).toLocalDate())
                .containsExactly(LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 31), LocalDate.of(2012, 1, 1));
    }

    private static List<Instant> listed(FireTimes times, String from, String to) {
        List<Instant> listed = new ArrayList<>();
        Optional<Instant> next = times.next(at(from));
        while (next.isPresent() && !next.get().isAfter(at(to))) {
            listed.add(next.get());
            next = times.next(next.get());
        }
        return listed;
    }

    private static FireTimes daily(String time, ZoneId zone) {
        return new FireTimes(new Schedule(
                Optional.of(LocalTime.parse(time)), Optional.empty(), Optional.empty(), zone, Duration.ofHours(6)));
    }

    private static Schedule cron(String expression, ZoneId zone) {
        return new Schedule(Optional.empty(), Optional.empty(), Optional.of(expression), zone, Duration.ofHours(6));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
