package org.broadsheet.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a run waits until a mail may go out. */
@FunctionalInterface
public interface Pauses {
    /**
     * Returns when that time is over, or earlier when the run is to end.
     *
     * @param end is counted down then
     * @return whether it is to end
     */
    boolean pause(CountDownLatch end, Duration longest) throws InterruptedException;

    /** By the machine's own clock. */
    static Pauses real() {
        return (end, longest) -> end.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
