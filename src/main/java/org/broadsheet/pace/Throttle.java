package org.broadsheet.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.config.Pace;
import org.broadsheet.config.Pace.DomainLimit;
import org.broadsheet.config.Pace.Limit;

/** Says for each mail whether it may go out now. One for all runs of a process; safe for use by many threads. */
public final class Throttle {
    /** So many domains are remembered before those without a claim to it are forgotten. */
    private static final int REMEMBERED = 10_000;

    private final Optional<Rate> overall;
    private final Limit eachDomain;
    private final Map<String, Limit> limits;
    private final Map<String, DomainPace> domains = new HashMap<>();
    private final Clock clock;

    /** A throttle with those limits. */
    public Throttle(Pace pace, Clock clock) {
        this.overall = pace.perMinute() > 0 ? Optional.of(new Rate(pace.perMinute())) : Optional.empty();
        this.eachDomain = pace.eachDomain();
        this.limits = pace.domains().stream()
                .collect(Collectors.toMap(
                        one -> one.domain().toLowerCase(Locale.ROOT), DomainLimit::limit, (first, again) -> again));
        this.clock = clock;
    }

    /**
     * Asks for one mail. After {@link Permit.Go}, {@link #done} tells that it is sent, or will not be.
     *
     * @param domain of the reader's address
     */
    public synchronized Permit ask(String domain) {
        Instant now = clock.instant();
        Optional<Instant> whole = next(now);
        if (whole.isPresent()) {
            return new Permit.Wait(Duration.between(now, whole.get()));
        }
        Optional<DomainPace> pace = of(domain);
        Optional<Instant> later = pace.flatMap(some -> some.next(now));
        if (later.isPresent()) {
            return new Permit.Later(pace.orElseThrow().putOff(now, later.get()));
        }
        begin(pace, now);
        return new Permit.Go();
    }

    /** Whether one mail may go out at once, for who would not wait; if so, it counts like {@link Permit.Go}. */
    public synchronized boolean goesNow(String domain) {
        Instant now = clock.instant();
        Optional<DomainPace> pace = of(domain);
        boolean goes =
                next(now).isEmpty() && pace.flatMap(some -> some.next(now)).isEmpty();
        if (goes) {
            begin(pace, now);
        }
        return goes;
    }

    private Optional<Instant> next(Instant now) {
        return overall.map(rate -> rate.next(now)).filter(next -> next.isAfter(now));
    }

    private void begin(Optional<DomainPace> pace, Instant now) {
        overall.ifPresent(rate -> rate.take(now));
        pace.ifPresent(some -> some.begin(now));
    }

    /** A domain without any limit is not remembered at all. */
    private Optional<DomainPace> of(String domain) {
        String name = domain.toLowerCase(Locale.ROOT);
        DomainPace known = domains.get(name);
        Limit limit = limits.getOrDefault(name, eachDomain);
        return known != null || limit.equals(Limit.NONE) ? Optional.ofNullable(known) : Optional.of(remember(name));
    }

    private DomainPace remember(String name) {
        if (domains.size() >= REMEMBERED) {
            Instant now = clock.instant();
            domains.values().removeIf(pace -> pace.isForgettable(now));
        }
        return domains.computeIfAbsent(name, some -> new DomainPace(limits.getOrDefault(some, eachDomain)));
    }

    /** A mail that might go is sent, or was not. */
    public synchronized void done(String domain) {
        of(domain).ifPresent(DomainPace::end);
    }

    /** The domain's servers took a mail. */
    public synchronized void accepted(String domain) {
        Optional.ofNullable(domains.get(domain.toLowerCase(Locale.ROOT)))
                .ifPresent(pace -> pace.accepted(clock.instant()));
    }

    /** The domain's servers said that this was too much. */
    public synchronized void slowDown(String domain) {
        remember(domain.toLowerCase(Locale.ROOT)).slowDown(clock.instant());
    }
}
