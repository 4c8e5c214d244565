package org.broadsheet.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.broadsheet.Failure;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Schedule;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each newsletter at its due times, over Quartz.
 *
 * <p>Each newsletter has one job, and that job one trigger at a time, for the next due time; when it fires, the one after
 * it is put in place before anything is done, so that no failure of a run ends the schedule. Correctness does not depend
 * on it: a run that comes twice changes nothing.
 */
public final class Scheduling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduling.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String THREADS = "4";

    /** A regular run is never exactly on time; that much later it is still no catching up. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(1);

    private final Runs runs;
    private final Clock clock;
    private final Scheduler quartz;
    private final Map<String, Schedule> schedules = new ConcurrentHashMap<>();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    /** Starts Quartz, with nothing scheduled yet. */
    public Scheduling(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
        try {
            this.quartz = new StdSchedulerFactory(settings()).getScheduler();
            quartz.setJobFactory((bundle, scheduler) -> new EditionJob(this));
            quartz.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        // A name of its own, since Quartz keeps its schedulers in one registry for the whole process.
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "broadsheet-" + UUID.randomUUID());
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", THREADS);
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", "edition");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        return settings;
    }

    /**
     * Schedules these newsletters. What was missed within a schedule's grace, by an outage say, is run at once.
     *
     * @param everRun whether there was an edition of the newsletter of that id: a new one has missed nothing, and must
     *     not surprise its readers at the moment it is set up
     */
    public void start(List<Newsletter> newsletters, Predicate<String> everRun) {
        for (Newsletter newsletter : newsletters) {
            newsletter
                    .schedule()
                    .ifPresent(schedule -> start(newsletter.id(), schedule, everRun.test(newsletter.id())));
        }
    }

    /**
     * Schedules one thing.
     *
     * @param everRun as above
     */
    public void start(String newsletter, Schedule schedule, boolean everRun) {
        schedules.put(newsletter, schedule);
        Instant now = clock.instant();
        JobDetail job = JobBuilder.newJob(EditionJob.class)
                .withIdentity(newsletter)
                .storeDurably()
                .build();
        try {
            quartz.addJob(job, true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz takes no job", e);
        }
        if (everRun) {
            new FireTimes(schedule).latest(now).ifPresent(missed -> catchUp(newsletter, schedule, missed));
        }
        scheduleNext(newsletter, schedule, now);
    }

    private void catchUp(String newsletter, Schedule schedule, Instant missed) {
        if (isWithinGrace(schedule, missed)) {
            trigger(newsletter, missed, false);
        } else {
            LOG.debug(
                    "{}: {} is longer ago than the grace of {}", newsletter, shown(schedule, missed), schedule.grace());
        }
    }

    private boolean isWithinGrace(Schedule schedule, Instant due) {
        return Duration.between(due, clock.instant()).compareTo(schedule.grace()) <= 0;
    }

    private void scheduleNext(String newsletter, Schedule schedule, Instant after) {
        Optional<Instant> next = new FireTimes(schedule).next(after);
        next.ifPresentOrElse(
                due -> {
                    trigger(newsletter, due, true);
                    LOG.info("{}: next due {}", newsletter, shown(schedule, due));
                },
                () -> LOG.warn("{}: the schedule has no time ahead; it will not be due again", newsletter));
    }

    private void trigger(String newsletter, Instant scheduledFor, boolean planned) {
        TriggerBuilder<?> trigger = TriggerBuilder.newTrigger()
                .withIdentity(newsletter + " " + scheduledFor)
                .forJob(new JobKey(newsletter))
                .usingJobData(EditionJob.SCHEDULED_FOR, scheduledFor.toEpochMilli())
                .usingJobData(EditionJob.PLANNED, planned)
                // Whether a late run is too late is decided when it fires.
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow());
        try {
            quartz.scheduleJob((planned ? trigger.startAt(Date.from(scheduledFor)) : trigger.startNow()).build());
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz takes no trigger", e);
        }
    }

    /**
     * Called by Quartz when a newsletter is due.
     *
     * @param planned whether it is the newsletter's regular trigger, which puts the next one in place
     */
    void fire(String newsletter, Instant scheduledFor, boolean planned) {
        Schedule schedule = Objects.requireNonNull(schedules.get(newsletter));
        Instant now = clock.instant().isBefore(scheduledFor) ? scheduledFor : clock.instant();
        Instant due = scheduledFor;
        if (planned) {
            scheduleNext(newsletter, schedule, now);
            // After a long sleep of the machine, only the newest of the missed times matters.
            due = new FireTimes(schedule).latest(now).orElse(scheduledFor);
        }
        boolean punctual = planned && !now.isAfter(due.plus(PUNCTUAL));
        if (punctual || isWithinGrace(schedule, due)) {
            run(newsletter, due);
        } else {
            LOG.warn(
                    "{}: {} was missed by more than the grace of {}; it is left out",
                    newsletter,
                    shown(schedule, due),
                    schedule.grace());
        }
    }

    private void run(String newsletter, Instant due) {
        running.add(Thread.currentThread());
        try {
            runs.run(newsletter, due);
        } catch (InterruptedException closing) {
            // It was close() that interrupted, and Quartz takes its thread back for good.
            LOG.info("{}: the run for {} was interrupted by the end of the service", newsletter, due);
        } catch (Failure failure) {
            LOG.error(
                    "{}: {}; what is missing is tried again at the next due time or start",
                    newsletter,
                    failure.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("{}: the run failed by a bug; the next due time stays", newsletter, bug);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    /** When each newsletter is due next; one whose schedule has no time ahead is missing. */
    public Map<String, Instant> nextDue() {
        Map<String, Instant> next = new TreeMap<>();
        schedules.forEach((newsletter, schedule) ->
                new FireTimes(schedule).next(clock.instant()).ifPresent(due -> next.put(newsletter, due)));
        return next;
    }

    private static String shown(Schedule schedule, Instant due) {
        return TIME.format(due.atZone(schedule.timeZone())) + " " + schedule.timeZone();
    }

    /** Fires nothing more, interrupts a run that is under way, and waits until it has left things in order. */
    @Override
    public void close() {
        try {
            quartz.standby();
            running.forEach(Thread::interrupt);
            quartz.shutdown(true);
        } catch (SchedulerException e) {
            LOG.warn("Quartz does not stop: {}", e.getMessage());
        }
    }
}
