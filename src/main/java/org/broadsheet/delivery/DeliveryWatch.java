package org.broadsheet.delivery;

import java.time.Duration;

/** Is told of every delivery, as it happens; by many threads at once, so it must be quick and safe for them. */
public interface DeliveryWatch {
    /** Takes no notice. */
    DeliveryWatch NONE = new DeliveryWatch() {
        @Override
        public void settled(DeliveryState state) {}

        @Override
        public void answered(Duration took) {}
    };

    /** A delivery was tried and came to that state. */
    void settled(DeliveryState state);

    /**
     * The mail server has answered a whole mail.
     *
     * @param took from its end, or where the envelope was refused, from the first command, to the reply
     */
    void answered(Duration took);
}
