package org.broadsheet.subscriber;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.reply.Verdict;

/**
 * Something that came back.
 *
 * @param message of which mail it was learned; the same mail about the same address is noted once
 * @param canonical the reader's address in its one form; empty where nobody can tell
 * @param newsletter empty where nobody can tell
 * @param verdict why a mail did not arrive; empty when it is not about that
 * @param at when it came
 */
public record Bounce(
        String message,
        String canonical,
        Optional<String> newsletter,
        What what,
        Optional<Verdict> verdict,
        Instant at) {

    /** What kind of thing came back. */
    public enum What {
        BOUNCE,
        COMPLAINT,
        UNSUBSCRIBE,
        OTHER
    }

    String reason() {
        return verdict.map(Verdict::explanation).orElse(what == What.COMPLAINT ? "the reader called a mail spam" : "");
    }
}
