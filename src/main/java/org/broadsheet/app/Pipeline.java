package org.broadsheet.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Newsletter;
import org.broadsheet.delivery.DeliveryProgress;
import org.broadsheet.delivery.DispatchReport;
import org.broadsheet.delivery.Dispatcher;
import org.broadsheet.delivery.FanOutStore;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.delivery.Owed;
import org.broadsheet.delivery.Reach;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionMaker;
import org.broadsheet.edition.EditionMaker.Draft;
import org.broadsheet.edition.EditionRenderer;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Illustrations;
import org.broadsheet.edition.Illustrator;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.edition.VariantChoice;
import org.broadsheet.edition.VariantRenderer;
import org.broadsheet.edition.Variants;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.mail.EditionMail;
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.OwnHour;
import org.broadsheet.subscriber.SubscriberStore;

/**
 * The whole product on one page: {@link #collect}, {@link #publish}, {@link #deliver}.
 *
 * <p>Each step may be run again at any time, by anybody: an article is stored once, an edition is made once for each due
 * time, a delivery is owed once.
 */
public final class Pipeline {
    private final Stages stages;
    private final Duration expires;

    /** The stages that the pipeline joins, in the order the data flows. */
    record Stages(
            Collector collector,
            EditionMaker maker,
            Illustrator illustrator,
            EditionRenderer renderer,
            EditionStore editions,
            SubscriberStore subscribers,
            ChosenStore chosen,
            FanOutStore fanOut,
            LedgerStore ledger,
            Dispatcher dispatcher) {}

    /** @param expires how long after its edition was made a delivery is given up */
    Pipeline(Stages stages, Duration expires) {
        this.stages = stages;
        this.expires = expires;
    }

    /**
     * Reads the feeds of newsletters into the store.
     *
     * @throws InterruptedException when the thread is interrupted; what was read by then is stored
     */
    public CollectReport collect(Collection<Newsletter> newsletters, Asker asker, CollectProgress progress)
            throws InterruptedException {
        return stages.collector().collect(newsletters, asker, progress);
    }

    /** What an edition would hold at an instant, from what is stored; keeps nothing. */
    public Draft preview(Newsletter newsletter, Instant at) {
        return stages.maker().preview(newsletter, at);
    }

    /**
     * How an edition would look; keeps nothing but the pictures it fetched.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public RenderedEdition render(Draft draft) throws InterruptedException {
        return stages.renderer().render(draft.edition(), illustrations(draft));
    }

    private Illustrations illustrations(Draft draft) throws InterruptedException {
        return stages.illustrator().illustrate(draft.edition(), draft.images());
    }

    /** The edition that was made for a due time, if there is one. */
    public Optional<StoredEdition> published(Newsletter newsletter, Instant scheduledFor) {
        return stages.editions().find(newsletter.id(), scheduledFor);
    }

    /**
     * Makes the edition of a due time and writes down to whom it is owed, unless that is done already.
     *
     * @return the edition; empty when there is nothing to tell, and so none is made
     * @throws InterruptedException when the thread is interrupted; then none is made
     */
    public Optional<StoredEdition> publish(Newsletter newsletter, Instant scheduledFor, Instant at)
            throws InterruptedException {
        stages.editions().newest(newsletter.id(), 1).forEach(last -> owe(newsletter, last));
        Optional<StoredEdition> edition = published(newsletter, scheduledFor);
        if (edition.isEmpty()) {
            edition = keep(stages.maker().make(newsletter, scheduledFor, at));
        }
        edition.ifPresent(made -> owe(newsletter, made));
        return edition;
    }

    private Optional<StoredEdition> keep(Draft draft) throws InterruptedException {
        Edition edition = draft.edition();
        if (edition.isEmpty()) {
            return Optional.empty();
        }
        Illustrations illustrations = illustrations(draft);
        List<VariantChoice> choices = stages.chosen().forms(edition.newsletter());
        Variants variants = new VariantRenderer(stages.renderer()).render(edition, illustrations, choices);
        String page = stages.renderer().page(edition, illustrations);
        return Optional.of(stages.editions().keep(edition, variants, page));
    }

    /**
     * Writes down to whom an edition is owed, once. For the last edition too: the process may have been killed between
     * keeping it and this, and no later edition tells again what it carries.
     */
    private void owe(Newsletter newsletter, StoredEdition edition) {
        stages.subscribers().keepInStep(newsletter);
        List<OwnHour> hours = stages.chosen().hours(newsletter.id());
        stages.fanOut().fanOut(new Owed(edition.id(), newsletter.id(), edition.scheduledFor(), expires), hours);
    }

    /**
     * Delivers what is still owed of an edition, and returns when nothing more can be done for now.
     *
     * @param reach whether deliveries that wait for another try are tried at once
     */
    public DispatchReport deliver(StoredEdition edition, Reach reach, DeliveryProgress progress) {
        return stages.dispatcher().deliver(KeptForms.of(stages.editions(), edition), reach, progress);
    }

    /** The newsletter's editions that are not delivered to everybody yet, oldest first. */
    public List<StoredEdition> openEditions(Newsletter newsletter) {
        return stages.ledger().openEditions().stream()
                .filter(open -> open.newsletter().equals(newsletter.id()))
                .flatMap(open -> stages.editions().find(open.editionId()).stream())
                .sorted(Comparator.comparing(StoredEdition::scheduledFor))
                .toList();
    }

    /** An edition as the mail stage takes it. */
    static EditionMail mail(StoredEdition edition) {
        return new EditionMail(
                edition.id(), edition.newsletter(), edition.title(), edition.language(), edition.rendered());
    }
}
