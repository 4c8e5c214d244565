package org.broadsheet.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.broadsheet.delivery.DeliveryProgress.Count;

/**
 * Tells how fast a delivery goes and how long it will take.
 *
 * @param began when it began
 */
public record DeliveryPace(Instant began) {

    /** Such as {@code 412/s, 3 refused, 1:20 left}. */
    public String shown(Count count, Instant now) {
        double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
        double rate = count.done() / seconds;
        String refused = count.refused() > 0 ? ", " + count.refused() + " refused" : "";
        return rate(rate) + refused + left(count, rate);
    }

    private static String rate(double perSecond) {
        return perSecond >= 1
                ? String.format(Locale.ROOT, "%.0f/s", perSecond)
                : String.format(Locale.ROOT, "%.0f/min", perSecond * 60);
    }

    private static String left(Count count, double rate) {
        if (rate <= 0) {
            return "";
        }
        long seconds = (long) Math.ceil((count.total() - count.done()) / rate);
        return seconds >= 3600
                ? String.format(Locale.ROOT, ", %d:%02d h left", seconds / 3600, seconds % 3600 / 60)
                : String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
    }
}
