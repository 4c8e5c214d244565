package org.broadsheet.edition;

import com.ibm.icu.util.ULocale;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.article.Article;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.story.Focus;
import org.broadsheet.story.Story;
import org.jspecify.annotations.Nullable;

/** Makes an edition ready to be printed, whole or cut. */
final class DigestViews {
    private static final int PREHEADER = 110;
    private static final Pattern WORD_ENDS = Pattern.compile("\\s+");

    private final Edition edition;
    private final Words words;
    private final Moments moments;
    private final Shortening shortening;
    private final FooterView mailFooter;
    private final FooterView pageFooter;
    private final Optional<Story> lead;
    private final List<Prepared> sections;

    DigestViews(Edition edition, Words words, Publisher publisher, URI web, Illustrations illustrations) {
        this.edition = edition;
        this.words = words;
        this.moments = Moments.of(edition, words);
        this.shortening = new Shortening(edition.language());
        String publishersPages = SourceLink.web(web).orElse(null);
        this.mailFooter = mailFooter(edition, words, publisher, publishersPages);
        this.pageFooter =
                new FooterView(null, null, null, null, publisher.name(), publisher.address(), publishersPages);
        this.lead = lead(edition);
        this.sections = Prepared.all(edition, lead, new StoryViews(words, moments, illustrations));
    }

    private static FooterView mailFooter(Edition edition, Words words, Publisher publisher, @Nullable String web) {
        Marks marks = Marks.of(edition.id());
        String path = EditionAddress.path(edition.newsletter(), edition.scheduledFor(), edition.week(), edition.zone());
        return new FooterView(
                words.text("why", Map.of("address", marks.address(), "title", edition.title())),
                marks.unsubscribe(),
                marks.preferences(),
                web == null ? null : web + path,
                publisher.name(),
                publisher.address(),
                web);
    }

    /** The story of the highest score; what fits no topic leads only when there is nothing else. */
    static Optional<Story> lead(Edition edition) {
        return best(edition.sections().stream()
                        .filter(section -> !section.topic().equals(Section.MORE)))
                .or(() -> best(edition.sections().stream()));
    }

    private static Optional<Story> best(Stream<Section> sections) {
        return sections.flatMap(section -> section.stories().stream().limit(1))
                .reduce((best, next) -> next.score().value() > best.score().value() ? next : best);
    }

    /** The edition as a mail, of which not more than that is shown. */
    DigestView mail(Cut cut) {
        return of(cut, mailFooter);
    }

    /** The edition as a page for everybody. */
    DigestView page(Cut cut) {
        return of(cut, pageFooter);
    }

    private DigestView of(Cut cut, FooterView footer) {
        List<Prepared> shown = sections.subList(0, Math.min(cut.sections(), sections.size()));
        return new DigestView(
                edition.language().toLanguageTag(),
                ULocale.forLocale(edition.language()).isRightToLeft() ? "rtl" : "ltr",
                new SubjectLine(words, moments).of(edition, lead, storyCount()),
                edition.title(),
                initial(),
                moments.dateLine(),
                edition.week().map(week -> words.text("round-up")).orElse(null),
                counts(),
                LookView.of(edition.look()),
                preheader(),
                glance(shown),
                edition.focus().stream().map(Focus::label).toList(),
                leadView(),
                shown.stream()
                        .filter(section -> !section.rest().isEmpty())
                        .map(section -> section.cut(cut.stories(), words))
                        .toList(),
                isCut(cut),
                more(cut),
                footer);
    }

    private String initial() {
        String title = edition.title();
        return title.isEmpty() ? "" : title.substring(0, title.offsetByCodePoints(0, 1));
    }

    private String counts() {
        long sources = edition.stories()
                .flatMap(story -> story.articles().stream())
                .map(Article::source)
                .distinct()
                .count();
        String counts = words.text("counts", Map.of("stories", edition.stories().count(), "sources", sources));
        return counts + " · " + words.text("reading", Map.of("minutes", minutes()));
    }

    private String storyCount() {
        return words.text("section-count", Map.of("count", edition.stories().count()));
    }

    /** How long it takes to read the mail itself, in minutes. */
    private long minutes() {
        long read = edition.stories()
                .map(Story::lead)
                .mapToLong(lead -> WORD_ENDS
                        .splitAsStream(lead.title() + " " + lead.summary())
                        .count())
                .sum();
        return Math.max(1, Math.round((double) read / Article.WORDS_A_MINUTE));
    }

    private String preheader() {
        String others = sections.stream()
                .flatMap(section -> section.rest().stream().limit(1))
                .limit(3)
                .map(StoryView::headline)
                .collect(Collectors.joining(" · "));
        String summary = lead.map(story -> story.lead().summary()).orElse("");
        String text = others.isEmpty() ? summary : words.text("preheader", Map.of("headlines", others));
        return shortening.to(PREHEADER, text.isBlank() ? counts() : text);
    }

    private List<GlanceView> glance(List<Prepared> shown) {
        List<GlanceView> lines =
                shown.stream().flatMap(section -> section.glance(shortening)).toList();
        return lines.size() > 1 ? lines : List.of();
    }

    private @Nullable StoryView leadView() {
        return sections.stream()
                .flatMap(section -> Stream.ofNullable(section.lead()))
                .findFirst()
                .orElse(null);
    }

    private boolean isCut(Cut cut) {
        return sections.size() > cut.sections()
                || sections.stream().anyMatch(section -> section.rest().size() > cut.stories());
    }

    private @Nullable String more(Cut cut) {
        int left = sections.stream()
                .skip(cut.sections())
                .mapToInt(section -> section.rest().size())
                .sum();
        return left > 0 ? words.text("digest-more", Map.of("count", left)) : null;
    }
}
