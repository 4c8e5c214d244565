package org.broadsheet.app;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.broadsheet.config.Newsletter;
import org.broadsheet.schedule.Runs;
import org.broadsheet.schedule.Scheduling;

/** The schedule of the round-ups: one of its own, because each newsletter has a job in that of the editions already. */
final class RoundUpRuns implements AutoCloseable {
    /** So that the log tells a newsletter's round-up from its editions. */
    private static final String SUFFIX = " round-up";

    private final Scheduling scheduling;

    /** @param runs what happens when the round-up of the newsletter of an id is due */
    RoundUpRuns(Runs runs, Clock clock) {
        this.scheduling =
                new Scheduling((id, due) -> runs.run(id.substring(0, id.length() - SUFFIX.length()), due), clock);
    }

    /**
     * Schedules the round-ups of these newsletters, as {@link Scheduling#start(List, Predicate)} does editions.
     *
     * @param everRun whether there was a round-up of the newsletter of that id
     */
    void start(List<Newsletter> newsletters, Predicate<String> everRun) {
        for (Newsletter newsletter : newsletters) {
            newsletter
                    .roundUpSchedule()
                    .ifPresent(schedule ->
                            scheduling.start(newsletter.id() + SUFFIX, schedule, everRun.test(newsletter.id())));
        }
    }

    @Override
    public void close() {
        scheduling.close();
    }
}
