package org.broadsheet.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.feed.FeedState.Patience;
import org.broadsheet.net.Validators;

/** States of a feed for tests, which care for a part of it only. */
record FeedStateSample(URI url) {
    private static final Instant CHECKED = Instant.parse("2026-11-23T05:00:00Z");

    FeedState movedTo(URI to) {
        return state(Optional.of(to), 0, Patience.NONE);
    }

    FeedState failed(int failures, Patience patience) {
        return state(Optional.empty(), failures, patience);
    }

    private FeedState state(Optional<URI> movedTo, int failures, Patience patience) {
        return new FeedState(
                url,
                "",
                "",
                List.of(),
                0,
                CHECKED,
                Optional.empty(),
                Validators.NONE,
                movedTo,
                failures,
                failures == 0 ? Optional.empty() : Optional.of("the server answered 500"),
                patience);
    }
}
