package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnHourTest {
    private static final long SEED = Long.getLong("broadsheet.seed", new Random().nextLong());

    private static Instant from(String zone, int hour, int minute, String instant) {
        return new OwnHour(zone, hour * 60 + minute).from(Instant.parse(instant));
    }

    @Test
    void isTodayWhereThatIsNotOverYetAndElseTomorrow() {
        assertThat(from("Europe/Berlin", 7, 0, "2026-11-23T06:00:00Z")).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(from("Europe/Berlin", 7, 0, "2026-11-23T06:00:01Z")).isEqualTo("2026-11-24T06:00:00Z");
        assertThat(from("America/New_York", 7, 0, "2026-11-23T06:00:00Z")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(from("Pacific/Auckland", 7, 0, "2026-11-23T06:00:00Z")).isEqualTo("2026-11-23T18:00:00Z");
    }

    @Test
    void isMovedByAsMuchAsTheClockSkipsAndIsTheFirstOfTwo() {
        assertThat(from("Europe/Berlin", 2, 30, "2026-03-28T22:00:00Z")).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(from("Europe/Berlin", 2, 30, "2026-10-24T22:00:00Z")).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void isAlwaysWithinADayAndNeverInThePast() {
        System.out.println("-Dbroadsheet.seed=" + SEED);
        Random random = new Random(SEED);
        List<String> zones = List.copyOf(ZoneId.getAvailableZoneIds());
        for (int i = 0; i < 3000; i++) {
            OwnHour hour = new OwnHour(zones.get(random.nextInt(zones.size())), random.nextInt(24 * 60));
            Instant instant = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
            assertThat(Duration.between(instant, hour.from(instant)))
                    .as("%s from %s", hour, instant)
                    .isBetween(Duration.ZERO, Duration.ofHours(26));
        }
    }

    @Test
    void refusesWhatIsNoMinuteOfADay() {
        assertThatThrownBy(() -> new OwnHour("Europe/Berlin", 24 * 60)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new OwnHour("Europe/Berlin", LocalTime.MAX.toSecondOfDay() / 60).deliverAt())
                .isEqualTo(24 * 60 - 1);
    }
}
