package org.broadsheet.app;

import java.time.Duration;
import org.broadsheet.Lazy;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.delivery.DeliveryWatch;
import org.broadsheet.web.Metrics;

/** Tells the figures for Prometheus of deliveries; they are built with the first. */
record MeasuredDeliveries(Lazy<Metrics> metrics) implements DeliveryWatch {
    @Override
    public void settled(DeliveryState state) {
        metrics.get().settled(state);
    }

    @Override
    public void answered(Duration took) {
        metrics.get().answered(took);
    }
}
