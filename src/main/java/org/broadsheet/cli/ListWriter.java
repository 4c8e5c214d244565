package org.broadsheet.cli;

import org.broadsheet.subscriber.ListedSubscription;

/** Writes subscriptions, one after the other, without holding them. */
interface ListWriter extends AutoCloseable {
    /** Writes one. */
    void write(ListedSubscription subscription);

    /** Writes what stands at the end; leaves what is written to open. */
    @Override
    void close();
}
