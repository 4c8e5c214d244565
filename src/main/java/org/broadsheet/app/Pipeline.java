package org.broadsheet.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Images;
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
import org.broadsheet.edition.RoundUpDue;
import org.broadsheet.edition.RoundUpMaker;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.edition.VariantChoice;
import org.broadsheet.edition.VariantRenderer;
import org.broadsheet.edition.Variants;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.mail.EditionMail;
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.Frequency;
import org.broadsheet.subscriber.OwnHour;
import org.broadsheet.subscriber.SubscriberStore;

/**
 * The whole product on one page: {@link #collect}, {@link #publish}, {@link #deliver}.
 *
 * <p>Each step may be run again at any time, by anybody: an article is stored once, an edition is made once for each due
 * time, a round-up once for each week, a delivery is owed once.
 */
public final class Pipeline {
    private final Stages stages;
    private final Duration expires;

    /** The stages that the pipeline joins, in the order the data flows. */
    record Stages(
            Collector collector,
            EditionMaker maker,
            RoundUpMaker roundUps,
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

    /** What the round-up of the seven days before an instant would hold; keeps nothing. */
    public Edition previewRoundUp(Newsletter newsletter, Instant at) {
        return stages.roundUps().preview(newsletter, at);
    }

    /** What the round-up would hold that {@link #publishRoundUp} would make; keeps nothing. */
    public Edition rehearseRoundUp(Newsletter newsletter, RoundUpDue due, Instant at) {
        return stages.roundUps().make(newsletter, due, at);
    }

    /**
     * How an edition would look; keeps nothing but the pictures it fetched.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public RenderedEdition render(Draft draft) throws InterruptedException {
        return render(draft.edition(), draft.images());
    }

    /** The same of an edition whose mails show pictures that way. */
    public RenderedEdition render(Edition edition, Images images) throws InterruptedException {
        return stages.renderer().render(edition, stages.illustrator().illustrate(edition, images));
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
        oweLast(newsletter);
        Optional<StoredEdition> edition = published(newsletter, scheduledFor);
        if (edition.isEmpty()) {
            edition = keep(stages.maker().make(newsletter, scheduledFor, at).edition(), newsletter.images());
        }
        edition.ifPresent(made -> owe(newsletter, made));
        return edition;
    }

    /** The round-up that was made for the week of a due time, if there is one. */
    public Optional<StoredEdition> published(Newsletter newsletter, RoundUpDue due) {
        return stages.editions().find(newsletter.id(), due.week());
    }

    /**
     * Makes the round-up of a week and writes down to whom it is owed, unless that is done already.
     *
     * @param at the instant up to which editions count
     * @return the round-up; empty when no edition told anything, or no reader wants it, and so none is made
     * @throws InterruptedException when the thread is interrupted; then none is made
     */
    public Optional<StoredEdition> publishRoundUp(Newsletter newsletter, RoundUpDue due, Instant at)
            throws InterruptedException {
        oweLast(newsletter);
        Optional<StoredEdition> roundUp = published(newsletter, due);
        if (roundUp.isEmpty() && readers(newsletter, Frequency.WEEKLY) > 0) {
            roundUp = keep(stages.roundUps().make(newsletter, due, at), newsletter.images());
        }
        roundUp.ifPresent(made -> owe(newsletter, made));
        return roundUp;
    }

    /** How many of the newsletter's readers want mail that often. */
    public long readers(Newsletter newsletter, Frequency frequency) {
        return stages.chosen().readers(newsletter.id(), frequency);
    }

    private Optional<StoredEdition> keep(Edition edition, Images images) throws InterruptedException {
        if (edition.isEmpty()) {
            return Optional.empty();
        }
        Illustrations illustrations = stages.illustrator().illustrate(edition, images);
        List<VariantChoice> choices = stages.chosen().forms(edition.newsletter());
        Variants variants = new VariantRenderer(stages.renderer()).render(edition, illustrations, choices);
        String page = stages.renderer().page(edition, illustrations);
        return Optional.of(stages.editions().keep(edition, variants, page));
    }

    /**
     * The process may have been killed between keeping an edition and writing down to whom it is owed, and no later one
     * tells again what it carries. The last two are the last edition and the last round-up, or later ones.
     */
    private void oweLast(Newsletter newsletter) {
        stages.editions().newest(newsletter.id(), 2).forEach(last -> owe(newsletter, last));
    }

    /** Writes down to whom an edition is owed, once. */
    private void owe(Newsletter newsletter, StoredEdition edition) {
        stages.subscribers().keepInStep(newsletter);
        List<OwnHour> hours = stages.chosen().hours(newsletter.id());
        Frequency readers = edition.week().isPresent() ? Frequency.WEEKLY : Frequency.EVERY;
        stages.fanOut()
                .fanOut(new Owed(edition.id(), newsletter.id(), readers, edition.scheduledFor(), expires), hours);
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
