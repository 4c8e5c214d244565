package org.broadsheet.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Look;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionAddress.Span;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Marks;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.edition.Week;
import org.broadsheet.subscriber.Purpose;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.web.Archive;
import org.broadsheet.web.Unsubscribing;

/** What the pages for readers know and do. */
final class PublicPages implements Archive, Unsubscribing {
    private static final int EDITIONS = 100;

    private final Configuration configuration;
    private final EditionStore editions;
    private final Readership readership;

    PublicPages(Configuration configuration, EditionStore editions, Readership readership) {
        this.configuration = configuration;
        this.editions = editions;
        this.readership = readership;
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

    @Override
    public Optional<StoredEdition> find(Newsletter newsletter, Week week) {
        return editions.find(newsletter.id(), week);
    }

    /** A link stays good when its newsletter is gone from the configuration, or nobody could leave it any more. */
    @Override
    public Optional<Subject> find(String token) {
        return readership.links().subscription(Purpose.UNSUBSCRIBE, token).map(this::subject);
    }

    private Subject subject(Subscription subscription) {
        Optional<Newsletter> newsletter = newsletter(subscription.newsletter());
        Locale language = readership
                .preferences()
                .find(subscription)
                .flatMap(known -> known.choices().language())
                .or(() -> newsletter.map(Newsletter::language))
                .orElse(Locale.ENGLISH);
        return new Subject(
                newsletter.map(Newsletter::title).orElse(subscription.newsletter()),
                newsletter.map(Newsletter::look).orElseGet(Look::usual).accent(),
                language,
                newsletter.map(some -> "/subscribe/" + some.id()));
    }

    @Override
    public void unsubscribe(String token) {
        Subscription subscription =
                readership.links().subscription(Purpose.UNSUBSCRIBE, token).orElseThrow();
        readership.subscribers().unsubscribe(subscription.newsletter(), subscription.subscriberId());
    }
}
