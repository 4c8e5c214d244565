package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedLanguagesTest {
    private static final String GERMAN =
            "Der Stadtrat hat am Abend beschlossen, die Brücke über den Fluss im nächsten Frühjahr zu sperren.";
    private static final String ENGLISH =
            "The council decided in the evening that the bridge over the river will be closed next spring.";
    private static final String SHORT = "Live: Pokal";

    private final FeedLanguages languages = new FeedLanguages(new LanguageDetector());

    /** That many texts of one language. */
    private static List<String> different(int count, String text) {
        return IntStream.range(0, count).mapToObj(i -> text + " (" + i + ")").toList();
    }

    private List<Locale> of(String named, List<String> texts) {
        return languages.of(Optional.of(named).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag), texts);
    }

    @Test
    void believesTheFeedWhereItsEntriesSayNothingElse() {
        assertThat(of("de-AT", List.of(GERMAN, SHORT))).containsExactly(Locale.GERMAN, Locale.GERMAN);
        assertThat(of("pt-BR", List.of(SHORT))).containsExactly(Locale.forLanguageTag("pt"));
    }

    @Test
    void takesWhatMostEntriesLookLikeWhereTheFeedNamesNone() {
        assertThat(of("", List.of(GERMAN, SHORT, GERMAN + " Heute.", ENGLISH)))
                .containsExactly(Locale.GERMAN, Locale.GERMAN, Locale.GERMAN, Locale.GERMAN);
        assertThat(of("", List.of(SHORT))).containsExactly(Locale.ROOT);
        assertThat(of("", List.of(GERMAN + " " + GERMAN, SHORT))).containsOnly(Locale.GERMAN);
        assertThat(of("", List.of())).isEmpty();
    }

    @Test
    void doesNotBelieveASingleHeadline() {
        assertThat(of("", List.of(GERMAN, SHORT))).containsOnly(Locale.ROOT);
    }

    @Test
    void believesAHeadlineWithItsSummary() {
        assertThat(of("", List.of("The harbour gets a new wall " + ENGLISH))).containsExactly(Locale.ENGLISH);
    }

    @Test
    void doesNotBelieveTheDefaultOfAProgramAgainstAllEntries() {
        assertThat(of("en-US", different(5, GERMAN))).containsOnly(Locale.GERMAN);
    }

    @Test
    void countsATextOnceThatAFeedRepeats() {
        assertThat(of("en", Collections.nCopies(5, GERMAN))).containsOnly(Locale.ENGLISH);
    }

    @Test
    void letsAFeedHaveTwoLanguagesButNotForASingleText() {
        List<String> both = Stream.concat(different(6, GERMAN).stream(), Stream.of(ENGLISH, ENGLISH + " Today.", SHORT))
                .toList();

        assertThat(of("de", both).subList(5, 9))
                .containsExactly(Locale.GERMAN, Locale.ENGLISH, Locale.ENGLISH, Locale.GERMAN);
        assertThat(of("de", both.subList(0, 7))).containsOnly(Locale.GERMAN);
    }
}
