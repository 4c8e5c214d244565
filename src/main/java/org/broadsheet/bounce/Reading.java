package org.broadsheet.bounce;

import java.util.List;

/**
 * What a mail was found to be.
 *
 * @param recipients whom it is about, in its own order; of a vacation, who is away
 * @param traces what of the mail may hold a token of ours, the surest first: addresses it came to, and what stands in
 *     the mail that it returns
 */
public record Reading(Kind kind, List<FailedRecipient> recipients, List<String> traces) {
    public Reading {
        recipients = List.copyOf(recipients);
        traces = List.copyOf(traces);
    }
}
