package org.broadsheet.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.broadsheet.config.Schedule;
import org.quartz.CronExpression;

/**
 * The instants at which a schedule is due.
 *
 * <p>A schedule speaks of what the clock on the wall shows, and that clock jumps twice a year. So the expression is
 * evaluated on wall-clock times, without a zone, and each of these is then one instant: a time that is left out in spring
 * is moved on by as much as the clock is; a time that comes twice in autumn counts the first time. Quartz's own reading
 * of a zone skips the one or doubles the other.
 */
public final class FireTimes {
    /** How far back to look for the last time, nearest first: most schedules are found in the first steps. */
    private static final List<Duration> LOOK_BACK = List.of(
            Duration.ofHours(2),
            Duration.ofDays(2),
            Duration.ofDays(9),
            Duration.ofDays(63),
            Duration.ofDays(800),
            Duration.ofDays(366 * 9));

    private final CronExpression cron;
    private final ZoneId zone;

    /** The due times of a schedule whose cron expression was found sound. */
    public FireTimes(Schedule schedule) {
        this.zone = schedule.timeZone();
        try {
            this.cron = new CronExpression(schedule.cronExpression());
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a cron expression: " + schedule.cronExpression(), e);
        }
        cron.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** The first due time after an instant; empty when there is none any more. */
    public Optional<Instant> next(Instant after) {
        Optional<LocalDateTime> first = nextOnWall(startOfLooking(after));
        while (first.isPresent() && !instant(first.get()).isAfter(after)) {
            first = nextOnWall(first.get());
        }
        return first.map(time -> earliest(time, after));
    }

    /** Shortly after a gap, the times of the gap itself, moved on by its length, may still lie ahead. */
    private LocalDateTime startOfLooking(Instant after) {
        LocalDateTime wall = LocalDateTime.ofInstant(after, zone);
        ZoneOffsetTransition jump = zone.getRules().previousTransition(after.plusNanos(1));
        boolean justJumped =
                jump != null && jump.isGap() && after.isBefore(jump.getInstant().plus(jump.getDuration()));
        return justJumped ? wall.minus(jump.getDuration()) : wall;
    }

    /** A time moved out of a gap may be overtaken by one that the wall shows only later. */
    private Instant earliest(LocalDateTime first, Instant after) {
        Instant earliest = instant(first);
        LocalDateTime shown = LocalDateTime.ofInstant(earliest, zone);
        Optional<LocalDateTime> later = nextOnWall(first);
        while (later.isPresent() && later.get().isBefore(shown)) {
            Instant instant = instant(later.get());
            earliest = instant.isAfter(after) && instant.isBefore(earliest) ? instant : earliest;
            later = nextOnWall(later.get());
        }
        return earliest;
    }

    /** The last due time up to an instant, that instant included; empty when there was none in nine years. */
    public Optional<Instant> latest(Instant at) {
        for (Duration back : LOOK_BACK) {
            Optional<Instant> latest = latest(at, at.minus(back));
            if (latest.isPresent()) {
                return latest;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> latest(Instant at, Instant from) {
        Optional<Instant> latest = Optional.empty();
        Optional<Instant> next = next(from);
        while (next.isPresent() && !next.get().isAfter(at)) {
            latest = next;
            next = next(next.get());
        }
        return latest;
    }

    private Optional<LocalDateTime> nextOnWall(LocalDateTime after) {
        Date next = cron.getNextValidTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC)));
        return Optional.ofNullable(next).map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
    }

    /** For a time in a gap, java.time moves on by the gap's length; for one that comes twice, it takes the first. */
    private Instant instant(LocalDateTime wall) {
        return wall.atZone(zone).toInstant();
    }
}
