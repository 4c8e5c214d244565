package org.broadsheet.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.edition.StoredEdition;

/** Lists who did not get an edition, and why. */
final class FailedDeliveries {
    private static final int SHOWN = 20;

    private FailedDeliveries() {}

    static void print(LedgerStore ledger, StoredEdition edition, PrintStream to) {
        AtomicInteger count = new AtomicInteger();
        ledger.forEachFailed(edition.id(), failed -> {
            if (count.incrementAndGet() <= SHOWN) {
                to.println(edition.newsletter() + ": " + failed.address() + ": "
                        + failed.state().stored() + ": " + failed.reply());
            }
        });
        if (count.get() > SHOWN) {
            to.println(edition.newsletter() + ": and " + (count.get() - SHOWN)
                    + " more; see `broadsheet status --failed`");
        }
    }
}
