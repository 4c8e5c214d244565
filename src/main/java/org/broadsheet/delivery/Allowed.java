package org.broadsheet.delivery;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.pace.Calendar;
import org.broadsheet.pace.Calendar.Allowance;

/** How many mails may be claimed, by the hour and by the plan of a warm-up. One for all runs; safe for many threads. */
public final class Allowed {
    private final Calendar calendar;
    private final LedgerStore ledger;
    private Instant day = Instant.MIN;
    private long used;

    Allowed(Calendar calendar, LedgerStore ledger) {
        this.calendar = calendar;
        this.ledger = ledger;
    }

    /** Why nothing may be claimed now; empty when something may. */
    synchronized Optional<Hold> hold() {
        Optional<Hold> quiet = calendar.quietUntil().map(until -> new Hold(until, "quiet hours"));
        return quiet.or(() -> calendar.allowance()
                .filter(allowance -> left(allowance) <= 0)
                .map(allowance ->
                        new Hold(allowance.ends(), "the " + allowance.mails() + " mails of today's warm-up are sent")));
    }

    /** How many of those wanted may be claimed. */
    synchronized int of(int wanted) {
        return calendar.allowance()
                .map(allowance -> (int) Math.max(0, Math.min(wanted, left(allowance))))
                .orElse(wanted);
    }

    /** Notes that many claims; those that turn out not to be wanted count as well, so that the plan is never exceeded. */
    synchronized void claimed(int count) {
        used += count;
    }

    /** Notes that so many of them were not tried. */
    synchronized void givenBack(int count) {
        used -= count;
    }

    private long left(Allowance allowance) {
        if (!allowance.began().equals(day)) {
            day = allowance.began();
            used = ledger.sentSince(day);
        }
        return allowance.mails() - used;
    }
}
