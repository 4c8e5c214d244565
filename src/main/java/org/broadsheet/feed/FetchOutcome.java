package org.broadsheet.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.broadsheet.net.Validators;

/** What became of fetching a feed. */
public sealed interface FetchOutcome {
    /** Of 429 and 503. */
    String ASKED_LESS = "the server asks to be asked less often";

    /**
     * It has a new version.
     *
     * @param fresh how long, as its server says, there will be no newer one
     */
    record New(FeedDocument document, Validators validators, Optional<Duration> fresh) implements FetchOutcome {}

    /** It is what it was at the last fetch; nothing was transferred. */
    record Unchanged(Optional<Duration> fresh) implements FetchOutcome {}

    /**
     * It is found at another address, and this is what that address gave: its server says that it has moved for good,
     * or its own address is that of a web page that names it.
     */
    record Moved(URI to, New found) implements FetchOutcome {}

    /** Its server says that it is gone for good (410). */
    record Gone() implements FetchOutcome {}

    /** Its server asks not to be asked so often (429, 503). */
    record RateLimited(Optional<Duration> retryAfter) implements FetchOutcome {}

    /**
     * There is nothing to read, this time.
     *
     * @param reason in a few words for the admin
     */
    record Failed(String reason) implements FetchOutcome {}

    /**
     * It was not asked, because it is too early to ask again.
     *
     * @param standing the problem that keeps it from being asked; empty when it is just known to be fresh
     */
    record NotAsked(Optional<String> standing) implements FetchOutcome {}

    /** What is wrong, for the admin; empty when the feed could be read. */
    default Optional<String> problem() {
        if (this instanceof Gone) {
            return Optional.of("gone for good (410); remove it from the newsletter");
        }
        if (this instanceof RateLimited limited) {
            String when = limited.retryAfter()
                    .map(wait -> "; it may be asked again in " + wait.toMinutes() + " min")
                    .orElse("");
            return Optional.of(ASKED_LESS + when);
        }
        if (this instanceof NotAsked notAsked) {
            return notAsked.standing();
        }
        return this instanceof Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    /** {@link #problem} as it still reads well some time later, without what counts from the moment of the fetch. */
    default Optional<String> lastingProblem() {
        return this instanceof RateLimited ? Optional.of(ASKED_LESS) : problem();
    }

    /** How long its server says that there will be nothing newer. */
    default Optional<Duration> fresh() {
        if (this instanceof Moved moved) {
            return moved.found().fresh();
        }
        if (this instanceof Unchanged unchanged) {
            return unchanged.fresh();
        }
        return this instanceof New found ? found.fresh() : Optional.empty();
    }

    /** The standing problem of a feed that is not asked any more. */
    static String goneSince(Instant when) {
        return "gone for good (410) since " + when.atOffset(ZoneOffset.UTC).toLocalDate()
                + "; remove it from the newsletter, or ask it again with: broadsheet feeds resume URL";
    }
}
