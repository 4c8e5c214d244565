package org.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.broadsheet.article.Articles;
import org.junit.jupiter.api.Test;

class NaiveBayesTest {
    private final Vocabulary vocabulary =
            vocabulary("boot anker boot", "boot segel anker", "beet rose", "beet rose spaten", "boot rose", "allein");

    @Test
    void numbersOnlyWhatTwoTextsUse() {
        assertThat(Stream.of("boot", "ank", "beet", "ros").map(vocabulary::number))
                .doesNotHaveDuplicates()
                .allMatch(number -> number >= 0 && number < vocabulary.size());
        assertThat(Stream.of("segel", "spat", "allein", "fremd").map(vocabulary::number))
                .allMatch(number -> number < 0);
        assertThat(vocabulary.texts().get(5).size()).isZero();
    }

    @Test
    void findsTheClassWhoseExamplesUseTheSameTerms() {
        NaiveBayes bayes = NaiveBayes.train(vocabulary, membersWith(0), 2, 0.4);

        assertThat(bayes.logs(1)).satisfies(logs -> assertThat(logs[0]).isGreaterThan(logs[1]));
        assertThat(bayes.logs(3)).satisfies(logs -> assertThat(logs[1]).isGreaterThan(logs[0]));
        assertThat(bayes.weight("boot", 0, 1)).isPositive();
        assertThat(bayes.weight("beet", 0, 1)).isNegative();
        assertThat(bayes.weight("fremd", 0, 1)).isZero();
    }

    @Test
    void doesNotLetATextConfirmItself() {
        NaiveBayes wrong = NaiveBayes.train(vocabulary, membersWith(1), 2, 0.4);

        assertThat(wrong.logs(0)).satisfies(logs -> assertThat(logs[0]).isGreaterThan(logs[1]));
    }

    @Test
    void letsALongTermSpeakThroughItsStart() {
        Vocabulary compounds = vocabulary("segelboot", "segelmast", "rosenbeet", "rosenstock", "segelregatta", "segel");
        NaiveBayes bayes = NaiveBayes.train(compounds, membersWith(0), 2, 0.4);

        assertThat(compounds.number("segelregatta")).isNegative();
        assertThat(compounds.startNumber("segelregatta")).isEqualTo(compounds.startNumber("segelboot"));
        assertThat(bayes.logs(4)).satisfies(logs -> assertThat(logs[0]).isGreaterThan(logs[1]));
        assertThat(bayes.weight("segelregatta", 0, 1)).isPositive();
        assertThat(bayes.weight("rosenstrauch", 0, 1)).isNegative();
    }

    @Test
    void doesNotTakeAShortTermForTheStartOfALongOne() {
        Vocabulary compounds = vocabulary("segel", "segel", "segelmast", "segelboot");

        assertThat(compounds.startNumber("segel")).isNegative();
        assertThat(compounds.startNumber("segelboot")).isNotEqualTo(compounds.number("segel"));
        assertThat(compounds.texts().get(0).size()).isOne();
    }

    @Test
    void tellsRareTermsApartTheMoreTheLessOfAllTextsIsMixedIn() {
        NaiveBayes little = NaiveBayes.train(vocabulary, membersWith(0), 2, 0.2);
        NaiveBayes much = NaiveBayes.train(vocabulary, membersWith(0), 2, 0.6);

        assertThat(little.weight("boot", 0, 1)).isGreaterThan(much.weight("boot", 0, 1));
    }

    private static Vocabulary vocabulary(String... titles) {
        return Vocabulary.of(Stream.of(titles)
                .map(title -> Features.of(
                        ArticleTerms.of(new Analyzers(), Locale.GERMAN, Articles.article("text", title, ""))))
                .toList());
    }

    /** The second text is an example of the first class, the third of the second, and the first of whichever is told. */
    private static double[][] membersWith(int first) {
        return new double[][] {in(first), in(0), in(1), new double[2], new double[2], new double[2]};
    }

    private static double[] in(int of) {
        double[] member = new double[2];
        member[of] = 1;
        return member;
    }
}
