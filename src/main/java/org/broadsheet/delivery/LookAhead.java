package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks at the mails that are to be sent next whether they are still wanted, several with one question: a question costs
 * many times what an answer does. No answer is believed for long. Safe for use by many threads.
 */
final class LookAhead {
    /** Whoever leaves gets no mail that begins later than that. A look is nothing beside a server that takes as long. */
    private static final Duration FRESH = Duration.ofMillis(50);

    private final LedgerStore ledger;
    private final DeliveryRun run;
    private final ClaimPool pool;
    private final Clock clock;
    private final Map<Claim, Seen> known = new HashMap<>();

    LookAhead(LedgerStore ledger, DeliveryRun run, ClaimPool pool, Clock clock) {
        this.ledger = ledger;
        this.run = run;
        this.pool = pool;
        this.clock = clock;
    }

    /** What was seen of a delivery, and when. */
    record Seen(LastLook look, Instant at) {}

    /** What the ledger says now, or said a moment ago. */
    synchronized Seen at(Claim claim) {
        Seen seen = known.remove(claim);
        return seen != null && isFresh(seen) ? seen : ask(claim);
    }

    private boolean isFresh(Seen seen) {
        return Duration.between(seen.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private Seen ask(Claim claim) {
        Instant now = clock.instant();
        List<Claim> claims = new ArrayList<>();
        claims.add(claim);
        claims.addAll(pool.coming(LedgerStore.LOOKS - 1));
        known.values().removeIf(seen -> !isFresh(seen));
        Map<Claim, LastLook> looks = ledger.lastLooks(claims, run.newsletter());
        looks.forEach((one, look) -> known.put(one, new Seen(look, now)));
        known.remove(claim);
        return new Seen(Objects.requireNonNull(looks.get(claim), "a look at every claim"), now);
    }

    /** Whether what was seen still holds: nothing is asked again within that moment. */
    boolean holds(Claim claim, Seen seen) {
        return isFresh(seen) || at(claim).look().equals(seen.look());
    }
}
