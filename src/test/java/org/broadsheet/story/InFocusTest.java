package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.topic.Analyzers;
import org.junit.jupiter.api.Test;

class InFocusTest {
    private final InFocus inFocus = new InFocus(StartTables::of, new Analyzers());

    private static List<Article> saga(String... titles) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            articles.add(Articles.article(titles[0].hashCode() + "-" + i, titles[i], "")
                    .from("Outlet " + i));
        }
        return articles;
    }

    private List<String> labels(List<List<Article>> groups) {
        return inFocus.of(groups).stream().map(Focus::label).toList();
    }

    @Test
    void namesASagaByWhatMostOfItsTitlesHave() {
        List<Article> saga = saga(
                "Fähre nach Grönum sitzt fest",
                "Die Flut soll die Fähre befreien",
                "Warum Grönum auf die Fähre wartet",
                "Grönum: Kapitän der Fähre entschuldigt sich");

        assertThat(labels(List.of(saga)))
                .singleElement()
                .satisfies(label -> assertThat(label).contains("Fähre").contains("Grönum"));
    }

    @Test
    void leavesOutWhatFewWriteAboutOrOnlyOneOutletDoes() {
        List<Article> few = saga("Grönum feiert", "Grönum tanzt", "Grönum singt");
        List<Article> ofOne = IntStream.range(0, 9)
                .mapToObj(i -> Articles.article("s" + i, "Grönum-Serie Teil " + i, ""))
                .toList();

        assertThat(labels(List.of(few, ofOne))).isEmpty();
    }

    @Test
    void putsTheLargestFirstAndNamesNoneTwice() {
        List<Article> large = saga("Moorbrand A", "Moorbrand B", "Moorbrand C", "Moorbrand D", "Moorbrand E");
        List<Article> small = saga("Deichlauf A", "Deichlauf B", "Deichlauf C", "Deichlauf D");
        List<Article> same = saga("Moorbrand F", "Moorbrand G", "Moorbrand H", "Moorbrand I");

        assertThat(labels(List.of(small, same, large))).containsExactly("Moorbrand", "Deichlauf");
    }

    @Test
    void hasNoLabelForASagaWithoutAWordInCommon() {
        assertThat(labels(List.of(saga("Eins", "Zwei", "Drei", "Vier")))).isEmpty();
    }
}
