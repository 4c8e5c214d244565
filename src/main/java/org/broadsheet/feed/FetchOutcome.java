package org.broadsheet.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.broadsheet.net.Validators;

/** What became of fetching a feed. */
public sealed interface FetchOutcome {

    /** It has a new version. */
    record New(FeedDocument document, Validators validators) implements FetchOutcome {}

    /** It is what it was at the last fetch; nothing was transferred. */
    record Unchanged() implements FetchOutcome {}

    /** It has moved for good, and this is what the new address gave. */
    record Moved(URI to, FetchOutcome.New found) implements FetchOutcome {}

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

    /** What is wrong, for the admin; empty when the feed could be read. */
    default Optional<String> problem() {
        if (this instanceof Gone) {
            return Optional.of("gone for good (410); remove it from the newsletter");
        }
        if (this instanceof RateLimited limited) {
            String when = limited.retryAfter()
                    .map(wait -> "; it may be asked again in " + wait.toMinutes() + " min")
                    .orElse("");
            return Optional.of("the server asks to be asked less often" + when);
        }
        return this instanceof Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }
}
