package org.broadsheet.delivery;

import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.mail.PreparedMail;
import org.broadsheet.mail.Recipient;

/** Makes mails of claims: looks whether each is still wanted, settles those that are not, composes the others. Safe for
 * use by many threads. */
final class Preparation {
    private final DeliveryParts parts;
    private final DeliveryRun run;
    private final ClaimPool pool;
    private final Conclusions conclusions;
    private final LookAhead looks;

    Preparation(DeliveryParts parts, DeliveryRun run, ClaimPool pool, LookAhead looks, Conclusions conclusions) {
        this.parts = parts;
        this.run = run;
        this.pool = pool;
        this.conclusions = conclusions;
        this.looks = looks;
    }

    /** The first mail that is wanted; empty when the claims end before one is. */
    Optional<Work> next(Supplier<Optional<Claim>> claims) {
        Optional<Work> work = Optional.empty();
        Optional<Claim> claim = claims.get();
        while (claim.isPresent() && work.isEmpty()) {
            work = prepare(claim.get());
            claim = work.isPresent() ? claim : claims.get();
        }
        return work;
    }

    private Optional<Work> prepare(Claim claim) {
        Optional<Work> work = Optional.empty();
        try {
            work = judge(claim, looks.at(claim));
            return work;
        } finally {
            if (work.isEmpty()) {
                pool.done(claim);
            }
        }
    }

    private Optional<Work> judge(Claim claim, LookAhead.Seen seen) {
        LastLook look = seen.look();
        if (look instanceof LastLook.Wanted wanted) {
            return Optional.of(new Work(claim, mail(claim, wanted.address()), seen));
        }
        if (look instanceof LastLook.Unwanted unwanted) {
            conclusions.without(claim, DeliveryState.SKIPPED, unwanted.reason());
        } else if (look instanceof LastLook.Unusable unusable) {
            conclusions.without(claim, DeliveryState.FAILED, unusable.reason());
        }
        return Optional.empty();
    }

    private Outgoing mail(Claim claim, EmailAddress address) {
        PreparedMail form = run.mail(claim);
        Recipient recipient = new Recipient(claim.subscriberId(), address);
        Envelope envelope = new Envelope(parts.returnAddress().of(form.mail(), recipient), address);
        return new Outgoing(envelope, parts.composer().compose(form, recipient));
    }

    /** Looks again where the server took its time over the mail before, so that somebody may have left since. */
    boolean isStillWanted(Work work) {
        return looks.holds(work.claim(), work.seen());
    }
}
