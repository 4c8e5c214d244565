package org.broadsheet.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.Failure;
import org.broadsheet.config.AdminAccess;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionMaker.Draft;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.web.Admin;
import org.broadsheet.web.AdminOverview;
import org.jspecify.annotations.Nullable;

/** What the admin's page and `/metrics` know, looked up no more often than somebody can read. Safe for many threads. */
final class AdminDesk implements Admin {
    private static final int DAYS = 30;
    private static final Duration OVERVIEW_LASTS = Duration.ofSeconds(20);
    private static final Duration PREVIEW_LASTS = Duration.ofMinutes(2);

    private final Configuration configuration;
    private final Pipeline pipeline;
    private final Overviews overviews;
    private final PreviewFiles previews;
    private final TestMail testMail;
    private final Clock clock;
    private final Map<String, Proof> proofs = new HashMap<>();
    private @Nullable AdminOverview overview;

    AdminDesk(
            Configuration configuration,
            Pipeline pipeline,
            Overviews overviews,
            PreviewFiles previews,
            TestMail testMail,
            Clock clock) {
        this.configuration = configuration;
        this.pipeline = pipeline;
        this.overviews = overviews;
        this.previews = previews;
        this.testMail = testMail;
        this.clock = clock;
    }

    private record Proof(Draft draft, RenderedEdition rendered, Instant at) {}

    @Override
    public synchronized AdminOverview overview() {
        AdminOverview current = overview;
        if (current == null || isOver(current.at(), OVERVIEW_LASTS)) {
            current = overviews.at(clock.instant(), DAYS);
            overview = current;
        }
        return current;
    }

    private boolean isOver(Instant since, Duration lasts) {
        return since.plus(lasts).isBefore(clock.instant());
    }

    @Override
    public Optional<String> preview(String newsletter) {
        return configuration
                .newsletter(newsletter)
                .map(this::proof)
                .map(proof -> previews.parts(proof.draft().edition(), proof.rendered())
                        .page());
    }

    @Override
    public EmailAddress testAddress() {
        Installation.Publisher publisher = configuration.installation().publisher();
        return configuration
                .installation()
                .web()
                .admin()
                .flatMap(AdminAccess::email)
                .or(publisher::replyTo)
                .orElse(publisher.from().address());
    }

    @Override
    public boolean sendTest(String newsletter) {
        Optional<Proof> proof = configuration.newsletter(newsletter).map(this::proof);
        proof.ifPresent(some -> testMail.send(some.draft().edition(), some.rendered(), testAddress()));
        return proof.isPresent();
    }

    /** From the articles that were read so far; making it anew for every look would fetch its pictures each time. */
    private synchronized Proof proof(Newsletter newsletter) {
        Proof known = proofs.get(newsletter.id());
        if (known == null || isOver(known.at(), PREVIEW_LASTS)) {
            known = made(newsletter);
            proofs.put(newsletter.id(), known);
        }
        return known;
    }

    private Proof made(Newsletter newsletter) {
        try {
            Draft draft = pipeline.preview(newsletter, clock.instant());
            return new Proof(draft, pipeline.render(draft), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("the service ends", e);
        }
    }
}
