package org.broadsheet.bounce;

import java.util.List;

/**
 * What one look into the mailbox found.
 *
 * @param read mails that had not been read before
 * @param suppressed those that made an address be mailed no more
 * @param unsubscribed those by which readers left
 * @param left those that nobody understood; they are flagged and wait for a person
 */
public record FetchReport(int read, int suppressed, int unsubscribed, int left) {
    static FetchReport of(List<Taken> taken) {
        return new FetchReport(
                taken.size(),
                count(taken, Taken.Effect.SUPPRESSED),
                count(taken, Taken.Effect.UNSUBSCRIBED),
                count(taken, Taken.Effect.NOT_UNDERSTOOD));
    }

    private static int count(List<Taken> taken, Taken.Effect effect) {
        return (int) taken.stream().filter(one -> one.effect() == effect).count();
    }
}
