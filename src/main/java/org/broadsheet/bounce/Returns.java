package org.broadsheet.bounce;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.broadsheet.subscriber.Bounce;
import org.broadsheet.subscriber.BounceEffect;
import org.broadsheet.subscriber.BounceStore;
import org.broadsheet.subscriber.Subscription;

/**
 * Takes what comes back by mail and does what follows from it. When a mail was taken, its effect is on the disk; taken
 * once more, it changes nothing. Safe for use by many threads.
 */
public final class Returns {
    private final BounceReader reader;
    private final Owners owners;
    private final BounceStore bounces;

    /** Read by that reader, noted in that store. */
    public Returns(BounceReader reader, Owners owners, BounceStore bounces) {
        this.reader = reader;
        this.owners = owners;
        this.bounces = bounces;
    }

    /**
     * Takes one mail.
     *
     * @param at when it came
     */
    public Taken take(byte[] mail, Instant at) {
        Reading reading = reader.read(mail);
        boolean personal = reading.kind() == Kind.OTHER || reading.kind() == Kind.VACATION;
        Optional<Subscription> leaving = personal ? leaving(MailPart.of(mail).headers()) : Optional.empty();
        if (leaving.isPresent()) {
            return leave(leaving.get(), hash(mail), at);
        }
        return switch (reading.kind()) {
            case BOUNCE, COMPLAINT -> note(reading, hash(mail), at);
            case DELAY, VACATION, RECEIPT -> new Taken(reading.kind(), Taken.Effect.NONE);
            case OTHER -> strange(hash(mail), at);
        };
    }

    /** A token decides, wherever it stands; without one anybody could unsubscribe anybody. */
    private Optional<Subscription> leaving(HeaderFields headers) {
        return headers.all("Subject", "To", "Delivered-To", "X-Original-To").stream()
                .map(EncodedWords::decode)
                .flatMap(text -> owners.subscription(text).stream())
                .findFirst();
    }

    private Taken leave(Subscription subscription, String message, Instant at) {
        boolean ended = owners.unsubscribe(subscription);
        bounces.note(new Bounce(
                message, "", Optional.of(subscription.newsletter()), Bounce.What.UNSUBSCRIBE, Optional.empty(), at));
        return new Taken(Kind.OTHER, ended ? Taken.Effect.UNSUBSCRIBED : Taken.Effect.NONE);
    }

    private Taken note(Reading reading, String message, Instant at) {
        List<BounceEffect> effects =
                bounces(reading, message, at).stream().map(bounces::note).toList();
        if (effects.contains(BounceEffect.SUPPRESSED)) {
            return new Taken(reading.kind(), Taken.Effect.SUPPRESSED);
        }
        return new Taken(reading.kind(), effects.isEmpty() ? Taken.Effect.NOT_UNDERSTOOD : Taken.Effect.NONE);
    }

    /** A token names one reader, whomever else the report names; without a token each address is looked up. */
    private List<Bounce> bounces(Reading reading, String message, Instant at) {
        Bounce.What what = reading.kind() == Kind.COMPLAINT ? Bounce.What.COMPLAINT : Bounce.What.BOUNCE;
        Optional<Owners.Owner> owner = owners.byTraces(reading.traces());
        if (owner.isPresent()) {
            String canonical = owner.get().address().canonical();
            Optional<FailedRecipient> first = reading.recipients().stream().findFirst();
            return List.of(new Bounce(
                    message, canonical, owner.get().newsletter(), what, first.flatMap(FailedRecipient::verdict), at));
        }
        List<Bounce> found = new ArrayList<>();
        for (FailedRecipient recipient : reading.recipients()) {
            String canonical =
                    owners.reader(recipient).map(address -> address.canonical()).orElse("");
            found.add(new Bounce(message, canonical, Optional.empty(), what, recipient.verdict(), at));
        }
        return found;
    }

    private Taken strange(String message, Instant at) {
        bounces.note(new Bounce(message, "", Optional.empty(), Bounce.What.OTHER, Optional.empty(), at));
        return new Taken(Kind.OTHER, Taken.Effect.NOT_UNDERSTOOD);
    }

    /** What makes a mail the same mail, whatever its Message-ID claims. */
    private static String hash(byte[] mail) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(mail);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
