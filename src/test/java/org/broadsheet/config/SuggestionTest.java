package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({"ab,ab,0", "ab,ba,1", "abc,ac,1", "abc,abxc,1", "kitten,sitting,3", "'',abc,3", "ca,abc,3"})
    void countsInsertionsDeletionsChangesAndSwaps(String left, String right, int distance) {
        assertThat(Suggestion.distance(left, right)).isEqualTo(distance);
        assertThat(Suggestion.distance(right, left)).isEqualTo(distance);
    }

    @Test
    void suggestsTheNearestWordWhateverItsCase() {
        assertThat(Suggestion.nearest("TITEL", List.of("topic", "title"))).contains("title");
    }

    @Test
    void suggestsNothingThatIsFarAway() {
        assertThat(Suggestion.didYouMean("colour", List.of("url", "name", "topic")))
                .isEmpty();
    }
}
