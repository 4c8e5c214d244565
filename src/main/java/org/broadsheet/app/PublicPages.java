package org.broadsheet.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionAddress.Span;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Marks;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.Purpose;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.web.Archive;
import org.broadsheet.web.Unsubscribing;

/** What the pages for readers know and do. */
final class PublicPages implements Archive, Unsubscribing {
    private static final int EDITIONS = 100;

    private final Configuration configuration;
    private final EditionStore editions;
    private final SubscriberStore subscribers;
    private final PersonalLinks links;

    PublicPages(Configuration configuration, EditionStore editions, SubscriberStore subscribers, PersonalLinks links) {
        this.configuration = configuration;
        this.editions = editions;
        this.subscribers = subscribers;
        this.links = links;
    }

    @Override
    public Optional<Newsletter> newsletter(String id) {
        return configuration.newsletter(id);
    }

    @Override
    public List<StoredEdition> newest(String newsletter) {
        return editions.newest(newsletter, EDITIONS);
    }

    @Override
    public String page(StoredEdition edition) {
        Marks marks = Marks.of(edition.id());
        // An edition from before there were pages is shown as it was mailed, without what was each reader's own.
        return editions.page(edition.id())
                .orElseGet(() -> edition.rendered()
                        .html()
                        .replace(marks.address(), "…")
                        .replace(marks.unsubscribe(), "/archive/" + edition.newsletter())
                        .replace(marks.preferences(), "/archive/" + edition.newsletter()));
    }

    @Override
    public Optional<StoredEdition> find(Newsletter newsletter, Span due) {
        return editions.find(newsletter.id(), due);
    }

    /** A link stays good when its newsletter is gone from the configuration, or nobody could leave it any more. */
    @Override
    public Optional<Subject> find(String token) {
        return links.subscription(Purpose.UNSUBSCRIBE, token)
                .map(subscription -> newsletter(subscription.newsletter())
                        .map(newsletter -> new Subject(newsletter.title(), newsletter.language()))
                        .orElseGet(() -> new Subject(subscription.newsletter(), Locale.ENGLISH)));
    }

    @Override
    public void unsubscribe(String token) {
        Subscription subscription =
                links.subscription(Purpose.UNSUBSCRIBE, token).orElseThrow();
        subscribers.unsubscribe(subscription.newsletter(), subscription.subscriberId());
    }
}
