package org.broadsheet.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.Failure;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionMaker.Draft;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.edition.Templates;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.lint.Finding;
import org.broadsheet.lint.MailLint;
import org.broadsheet.lint.Source;
import org.broadsheet.web.PageTemplates;
import org.broadsheet.web.Studio;
import org.broadsheet.web.StudioPages;
import org.broadsheet.web.WebServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The editions of {@code preview --serve}: made anew whenever a template or the configuration was edited, from articles
 * that are read again only when feeds were added. When an edit is wrong, what was right before stays. Safe for use by
 * many threads.
 */
public final class PreviewStudio implements Studio, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewStudio.class);

    private final ConfigLoader loader;
    private final Layout layout;
    private final List<String> ids;
    private final Clock clock;
    private final BiFunction<Explainer, String, List<String>> explanation;
    private final EditedFiles files;
    private final MailLint lint = new MailLint();
    private App app;
    private Configuration configuration;
    private List<Draft> drafts = List.of();
    private Map<String, Proof> proofs = Map.of();
    private long version;

    /**
     * A studio that shows the editions of a configuration that was found sound, and whose feeds were read.
     *
     * @param ids the newsletters that are shown; all when it is empty
     * @param explanation what is known of a link, a fact on each line; empty when nothing is
     * @throws Failure when an edition cannot be made
     */
    public PreviewStudio(
            ConfigLoader loader,
            Layout layout,
            Configuration configuration,
            List<String> ids,
            Clock clock,
            BiFunction<Explainer, String, List<String>> explanation)
            throws InterruptedException {
        this.loader = loader;
        this.layout = layout;
        this.ids = List.copyOf(ids);
        this.clock = clock;
        this.explanation = explanation;
        this.files = new EditedFiles(layout);
        this.configuration = configuration;
        this.app = new App(layout, configuration, clock);
        try {
            this.drafts = drafts(app, configuration);
            this.proofs = proofs(app, drafts);
        } catch (RuntimeException | InterruptedException e) {
            app.close();
            throw e;
        }
    }

    @Override
    public synchronized long version() {
        if (files.changed()) {
            version++;
            renew();
        }
        return version;
    }

    @Override
    public synchronized List<Title> newsletters() {
        return proofs.values().stream().map(Proof::newsletter).toList();
    }

    @Override
    public synchronized Optional<Proof> proof(String newsletter) {
        return Optional.ofNullable(proofs.get(newsletter));
    }

    @Override
    public synchronized List<String> explain(String link) {
        return explanation.apply(app.explainer(), link);
    }

    private void renew() {
        Loading loading = loader.load(layout.config());
        if (loading instanceof Loading.Rejected rejected) {
            keepWith(rejected.problems().get(0).headline());
            return;
        }
        Configuration edited = ((Loading.Loaded) loading).configuration();
        App fresh = null;
        try {
            fresh = new App(layout, edited, clock);
            readNewFeeds(fresh, edited);
            // A template changes how stories look, not which they are; and choosing them is most of the work.
            List<Draft> chosen = edited.equals(configuration) ? drafts : drafts(fresh, edited);
            proofs = proofs(fresh, chosen);
            drafts = chosen;
            configuration = edited;
            App before = app;
            app = fresh;
            before.close();
        } catch (Failure wrong) {
            keepWith(String.valueOf(wrong.getMessage()));
            close(fresh);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(fresh);
        }
    }

    private void keepWith(String problem) {
        LOG.debug("an edit is wrong: {}", problem);
        Map<String, Proof> kept = new LinkedHashMap<>();
        proofs.forEach((id, proof) -> kept.put(id, proof.with(problem)));
        proofs = kept;
    }

    private static void close(@Nullable App unused) {
        if (unused != null) {
            unused.close();
        }
    }

    private void readNewFeeds(App fresh, Configuration edited) throws InterruptedException {
        if (!configuration.feeds().containsAll(edited.feeds())) {
            fresh.pipeline().collect(shown(edited), Asker.BY_HAND, CollectProgress.SILENT);
        }
    }

    private List<Newsletter> shown(Configuration of) {
        return of.newsletters().stream()
                .filter(newsletter -> ids.isEmpty() || ids.contains(newsletter.id()))
                .toList();
    }

    private List<Draft> drafts(App from, Configuration of) {
        Instant now = clock.instant();
        return shown(of).stream()
                .map(newsletter -> from.pipeline().preview(newsletter, now))
                .toList();
    }

    private Map<String, Proof> proofs(App from, List<Draft> of) throws InterruptedException {
        Map<String, Proof> made = new LinkedHashMap<>();
        for (Draft draft : of) {
            made.put(draft.edition().newsletter(), proof(from, draft));
        }
        return made;
    }

    private Proof proof(App from, Draft draft) throws InterruptedException {
        RenderedEdition rendered = from.pipeline().render(draft);
        PreviewFiles.Parts parts = from.previewFiles().parts(draft.edition(), rendered);
        List<Line> stories = draft.edition()
                .stories()
                .map(story -> new Line(story.lead().title(), story.lead().url().toString()))
                .toList();
        return new Proof(
                new Title(draft.edition().newsletter(), draft.edition().title()),
                Optional.empty(),
                rendered.subject(),
                parts.page(),
                parts.plain(),
                parts.mail(),
                sizes(rendered, parts),
                findings(draft, parts),
                stories);
    }

    private List<String> findings(Draft draft, PreviewFiles.Parts parts) {
        // What feeds link to without encryption is theirs to say, and so are the admin's own pages.
        Set<String> linked = draft.edition()
                .stories()
                .flatMap(story -> story.articles().stream())
                .map(article -> article.url().toString())
                .collect(Collectors.toSet());
        String own = configuration.installation().web().url().toString();
        Predicate<URI> plain =
                link -> linked.contains(link.toString()) || link.toString().startsWith(own);
        return lint.look(new Source(parts.html(), Templates.PLACE, plain)).stream()
                .map(Finding::told)
                .toList();
    }

    private static List<String> sizes(RenderedEdition rendered, PreviewFiles.Parts parts) {
        List<String> sizes = new ArrayList<>();
        sizes.add("HTML: " + kilobytes(rendered.html().getBytes(StandardCharsets.UTF_8).length)
                + " (Gmail cuts at about 102 kB; Broadsheet stays below 90 kB)");
        sizes.add("text: " + kilobytes(rendered.plain().getBytes(StandardCharsets.UTF_8).length));
        sizes.add("pictures in the mail: " + rendered.pictures().size());
        sizes.add("whole mail: " + kilobytes(parts.mail().length()));
        return sizes;
    }

    private static String kilobytes(int bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
    }

    /**
     * Starts serving it on this machine alone.
     *
     * @param port 0 for any free one
     * @throws Failure when the port is taken
     */
    public WebServer serve(int port) {
        // The pages of the studio itself come from the shipped templates: an edit must not be able to break them.
        PageTemplates pages = new PageTemplates(new Templates(layout.templates(), Optional.empty()));
        return new WebServer(new ListenAddress("127.0.0.1", port), pages, List.of(new StudioPages(this, pages)), clock);
    }

    @Override
    public synchronized void close() {
        app.close();
    }
}
