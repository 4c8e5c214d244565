package org.broadsheet.bounce;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.subscriber.BounceStore;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.Purpose;
import org.broadsheet.subscriber.ReturnTokens;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.subscriber.Subscription;

/**
 * Finds whose mail came back: by the signed return address, by the signed link to unsubscribe in the returned mail, by its
 * Message-ID, and only then by the addresses that the report names, which anybody could have written.
 */
public final class Owners {
    private static final Pattern LINK_TOKEN =
            Pattern.compile("(?:/u/|unsubscribe(?:%20|[+ ])+)([A-Za-z0-9_-]{24,512})");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[A-Za-z0-9_-]{1,60}\\.([A-Za-z0-9_-]{1,60})@[^>\\s]+>");

    private final SubscriberStore subscribers;
    private final BounceStore bounces;
    private final ReturnTokens returnTokens;
    private final PersonalLinks links;

    /** Owners among those subscribers. */
    public Owners(SubscriberStore subscribers, BounceStore bounces, ReturnTokens returnTokens, PersonalLinks links) {
        this.subscribers = subscribers;
        this.bounces = bounces;
        this.returnTokens = returnTokens;
        this.links = links;
    }

    /** Whom a returned mail was sent to, and of which newsletter it was where that is known. */
    record Owner(EmailAddress address, Optional<String> newsletter) {}

    /** The owner that the traces of ours in a mail tell; surer than anything that the mail says. */
    Optional<Owner> byTraces(List<String> traces) {
        return first(traces, this::byReturnAddress)
                .or(() -> first(traces, this::byLink))
                .or(() -> first(traces, this::byMessageId));
    }

    private static Optional<Owner> first(List<String> traces, Function<String, Optional<Owner>> way) {
        return traces.stream().flatMap(trace -> way.apply(trace).stream()).findFirst();
    }

    private Optional<Owner> byReturnAddress(String trace) {
        return returnTokens
                .in(trace)
                .flatMap(returned -> subscribers
                        .address(returned.subscriberId())
                        .map(address -> new Owner(address, bounces.newsletter(returned))));
    }

    private Optional<Owner> byLink(String trace) {
        return subscription(trace)
                .flatMap(one -> subscribers
                        .address(one.subscriberId())
                        .map(address -> new Owner(address, Optional.of(one.newsletter()))));
    }

    private Optional<Owner> byMessageId(String trace) {
        Matcher id = MESSAGE_ID.matcher(trace);
        return id.find()
                ? subscribers.address(id.group(1)).map(address -> new Owner(address, Optional.empty()))
                : Optional.empty();
    }

    /** The subscription that a link or a subject such as {@code unsubscribe TOKEN} names. */
    Optional<Subscription> subscription(String text) {
        return LINK_TOKEN
                .matcher(text)
                .results()
                .flatMap(found -> links.subscription(Purpose.UNSUBSCRIBE, found.group(1)).stream())
                .findFirst();
    }

    /** Ends a subscription; false when it had ended before. */
    boolean unsubscribe(Subscription subscription) {
        return subscribers.unsubscribe(subscription.newsletter(), subscription.subscriberId());
    }

    /** The reader among the addresses that a report names for one recipient. */
    Optional<EmailAddress> reader(FailedRecipient recipient) {
        List<EmailAddress> named = Stream.concat(Stream.of(recipient.address()), recipient.aliases().stream())
                .flatMap(text -> address(text).stream())
                .toList();
        return bounces.reader(named);
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException e) {
            // Reports name local users and broken addresses; none of them is a reader.
            return Optional.empty();
        }
    }
}
