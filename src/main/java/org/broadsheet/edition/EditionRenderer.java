package org.broadsheet.edition;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.config.Installation.Publisher;

/** Writes an edition as a mail: subject, HTML part and text part, with marks for what is each subscriber's own. */
public final class EditionRenderer {
    /** Gmail cuts a mail off at about 102 kB; the rest is for what happens to it on its way. */
    static final int LARGEST_HTML = 90_000;

    private static final String SIGNATURE = "-- ";
    private static final int TEXT_WIDTH = 72;

    private final Templates templates;
    private final Publisher publisher;
    private final URI webUrl;

    /** A renderer with these templates, for editions of this publisher, whose pages are at this address. */
    public EditionRenderer(Templates templates, Publisher publisher, URI webUrl) {
        this.templates = templates;
        this.publisher = publisher;
        this.webUrl = webUrl;
    }

    /** Renders an edition whose pictures are at their sources. */
    public RenderedEdition render(Edition edition) {
        return render(edition, new Illustrations.Linked());
    }

    /** Renders the page of an edition whose pictures are at their sources. */
    public String page(Edition edition) {
        return page(edition, new Illustrations.Linked());
    }

    /**
     * Renders an edition; one that is too large for a mail shows fewer stories and says how many more there are.
     *
     * @param illustrations of that edition
     * @throws TemplateFailure when a template is missing or broken
     */
    public RenderedEdition render(Edition edition, Illustrations illustrations) {
        DigestViews views = views(edition, illustrations);
        List<Cut> cuts = Cut.of(edition);
        Page whole = page(views, cuts.get(cuts.size() - 1));
        Page shown = whole.fits() ? whole : largestThatFits(views, cuts);
        return new RenderedEdition(
                shown.digest().subject(), shown.html(), plain(shown.digest()), illustrations.shownIn(shown.html()));
    }

    /**
     * Renders an edition as a page for everybody, with all its stories.
     *
     * @param illustrations of its mails
     * @throws TemplateFailure when a template is missing or broken
     */
    public String page(Edition edition, Illustrations illustrations) {
        List<Cut> cuts = Cut.of(edition);
        return withoutIndentation(
                run("digest.html", views(edition, illustrations.onTheWeb()).page(cuts.get(cuts.size() - 1))));
    }

    private DigestViews views(Edition edition, Illustrations illustrations) {
        return new DigestViews(edition, templates.messages().in(edition.language()), publisher, webUrl, illustrations);
    }

    /**
     * Renders an edition that holds what feeds can come up with, and a round-up of the same, to see whether the templates are
     * sound.
     *
     * @throws TemplateFailure when they are not
     */
    public List<RenderedEdition> renderSamples(Locale language) {
        return List.of(render(SampleEdition.in(language)), render(SampleEdition.roundUpIn(language)));
    }

    private Page largestThatFits(DigestViews views, List<Cut> cuts) {
        int fitting = 0;
        int tooLarge = cuts.size() - 1;
        Page best = page(views, cuts.get(fitting));
        while (tooLarge - fitting > 1) {
            int middle = (fitting + tooLarge) / 2;
            Page tried = page(views, cuts.get(middle));
            if (tried.fits()) {
                fitting = middle;
                best = tried;
            } else {
                tooLarge = middle;
            }
        }
        return best;
    }

    /** What is shown, and how that comes out. */
    private record Page(DigestView digest, String html) {
        boolean fits() {
            return html.getBytes(StandardCharsets.UTF_8).length <= LARGEST_HTML;
        }
    }

    private Page page(DigestViews views, Cut cut) {
        DigestView digest = views.mail(cut);
        return new Page(digest, withoutIndentation(run("digest.html", digest)));
    }

    private String plain(DigestView digest) {
        return tidy(run("digest.txt", digest));
    }

    private String run(String template, DigestView digest) {
        Locale language = Locale.forLanguageTag(digest.language());
        return templates.render(
                template, language, Map.of("digest", digest, "wrap", new TextWrap(TEXT_WIDTH, language)));
    }

    /** The templates' indentation is a fifth of a mail, and says nothing to its reader. */
    private static String withoutIndentation(String html) {
        return html.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What the template's tags leave behind: spaces at line ends, and more than one empty line in a row. */
    private static String tidy(String text) {
        String lines = text.lines()
                .map(line -> line.equals(SIGNATURE) ? line : line.stripTrailing())
                .collect(Collectors.joining("\n"));
        return lines.strip().replaceAll("\n{3,}", "\n\n") + "\n";
    }
}
