package org.broadsheet.schedule;

import java.time.Instant;

/** What happens when a newsletter is due. */
@FunctionalInterface
public interface Runs {
    /**
     * Makes and delivers the edition of that due time. Called again for the same time, it changes nothing; never called
     * twice at once for one newsletter.
     *
     * @throws InterruptedException when the thread is interrupted because the service ends
     */
    void run(String newsletterId, Instant scheduledFor) throws InterruptedException;
}
