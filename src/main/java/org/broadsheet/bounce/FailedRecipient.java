package org.broadsheet.bounce;

import java.util.List;
import java.util.Optional;
import org.broadsheet.reply.Verdict;

/**
 * Whom a mail did not reach, or who complained.
 *
 * @param address as the report names it
 * @param aliases what else it is called there: where the mail was sent to before it was forwarded
 * @param verdict why; empty for a complaint
 */
public record FailedRecipient(String address, List<String> aliases, Optional<Verdict> verdict) {
    public FailedRecipient {
        aliases = List.copyOf(aliases);
    }
}
