package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several relays that share the connections by their weights. One that cannot be used is left out for a while, and the
 * others take its share; connections come to it again as they are opened anew. Safe for use by many threads.
 */
public final class RelayGroup implements Relay {
    private static final Logger LOG = LoggerFactory.getLogger(RelayGroup.class);

    /** After that long, a relay that failed is tried again. */
    static final Duration REST = Duration.ofMinutes(1);

    private final List<Place> places;
    private final Clock clock;

    /**
     * A relay, and its part in a group.
     *
     * @param weight its share of the connections, beside the others' weights; above 0
     */
    public record Member(Relay relay, int weight) {}

    /** How a member stands. Guarded by the group. */
    private static final class Place {
        private final Member member;
        private int open;
        private Instant restsUntil = Instant.MIN;

        Place(Member member) {
            this.member = member;
        }

        double loadWithOneMore() {
            return (open + 1.0) / member.weight();
        }
    }

    /** A group of those; not empty. */
    public RelayGroup(List<Member> members, Clock clock) {
        this.places = members.stream().map(Place::new).toList();
        this.clock = clock;
    }

    @Override
    public String name() {
        return each().stream().map(Relay::name).collect(Collectors.joining(" and "));
    }

    @Override
    public List<Relay> each() {
        return places.stream().map(place -> place.member.relay()).toList();
    }

    /** Opens a connection to the relay that has the least of its share, or else to the next. */
    @Override
    public MailConnection open() {
        List<RelayFailure> failures = new ArrayList<>();
        Optional<Place> next = take();
        while (next.isPresent()) {
            try {
                return new Counted(next.get(), next.get().member.relay().open());
            } catch (RelayFailure failure) {
                failures.add(failure);
                giveBack(next.get());
                rest(next.get(), failure);
            }
            next = take();
        }
        throw failures.isEmpty() ? allRest() : failures.get(failures.size() - 1);
    }

    private synchronized Optional<Place> take() {
        Instant now = clock.instant();
        Optional<Place> least = places.stream()
                .filter(place -> !place.restsUntil.isAfter(now))
                .min(Comparator.comparingDouble(Place::loadWithOneMore));
        least.ifPresent(place -> place.open++);
        return least;
    }

    private synchronized void giveBack(Place place) {
        place.open--;
    }

    /** Returns whether another is left. */
    private synchronized boolean rest(Place place, RelayFailure failure) {
        Instant now = clock.instant();
        if (!place.restsUntil.isAfter(now)) {
            LOG.warn("the others take its share for now: {}", failure.getMessage());
        }
        place.restsUntil = now.plus(REST);
        return places.stream().anyMatch(other -> !other.restsUntil.isAfter(now));
    }

    private RelayFailure allRest() {
        return new RelayFailure(
                name() + ": none could be used a moment ago; they are tried again within " + REST.toSeconds() + " s",
                null);
    }

    /** A connection that counts for its relay while it is open. */
    private final class Counted implements MailConnection {
        private final Place place;
        private final MailConnection connection;
        private @Nullable RelayFailure failure;

        Counted(Place place, MailConnection connection) {
            this.place = place;
            this.connection = connection;
        }

        /** What one relay does not take for whatever reason of its own, another may. */
        @Override
        public SmtpOutcome send(Outgoing mail, Following following) {
            try {
                return connection.send(mail, following);
            } catch (RelayFailure reason) {
                failure = reason;
                if (rest(place, reason)) {
                    return new SmtpOutcome.Broken(String.valueOf(reason.getMessage()), false);
                }
                throw reason;
            }
        }

        @Override
        public boolean isUsable() {
            return failure == null && connection.isUsable();
        }

        /** A relay that said why it takes nothing is not one that breaks for no reason. */
        @Override
        public boolean isProved() {
            return failure != null || connection.isProved();
        }

        @Override
        public void end() {
            giveBack(place);
            connection.end();
        }
    }
}
