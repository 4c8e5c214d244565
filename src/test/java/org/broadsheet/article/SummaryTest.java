package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The post New quay first appeared on Coast News.",
                "The post New quay appeared first on Coast News.",
                "Der Beitrag Neue Kaimauer erschien zuerst auf Küstenblatt.",
                "Cet article Un nouveau quai est apparu en premier sur Le Littoral.",
                "L’articolo Nuova banchina proviene da La Costa.",
                "La entrada Muelle nuevo se publicó primero en La Costa.",
                "Het bericht Nieuwe kade verscheen eerst op Kustblad.",
                "O post Novo cais apareceu primeiro em Litoral.",
                "Weiterlesen",
                "Weiterlesen „Neue Kaimauer“ →",
                "Weiterlesen auf kuestenblatt.example",
                "Mehr lesen »",
                "(mehr)",
                "(mehr …)",
                "Continue reading →",
                "Continue reading New quay at Coast News.",
                "Read more...",
                "[Read more…]",
                "Read more about the new quay",
                "Lire la suite",
                "Leggi tutto",
                "Leer más",
                "Lees meer",
                "Ler mais",
                "submitted by /u/hafen [link] [comments]",
                "submitted by /u/hafen to r/coast [link] [comments]",
                "Comments",
                "Kommentare",
                "Article URL: https://a.example/1 Comments URL: https://news.ycombinator.com/item?id=1 Points: 3 # Comments: 4",
                "T was originally published in Coast on Medium, where people are continuing the conversation.",
                "Share this: Twitter Facebook",
                "Weiterlesen The post T appeared first on Coast News.",
            })
    void dropsWhatPublishingSystemsAppend(String appended) {
        assertThat(Summary.of("T", "Der Hafen wächst. " + appended)).isEqualTo("Der Hafen wächst.");
        assertThat(Summary.of("T", appended)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The post office appeared to be closed on Monday.",
                "We all should read more books.",
                "Mehr lesen Kinder heute als früher.",
                "Die Kommentare waren heftig.",
                "Comments on the harbour plan were many.",
                "Wer will, kann den Plan weiterlesen.",
            })
    void keepsSentencesThatOnlyLookLikeIt(String sentence) {
        assertThat(Summary.of("T", "Der Hafen wächst. " + sentence)).isEqualTo("Der Hafen wächst. " + sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "Ein Satz. Der zweite wird […], Ein Satz.",
        "Ein Satz. Der zweite wird [...], Ein Satz.",
        "Ein Satz. Der zweite wird…, Ein Satz.",
        "Ein Satz. Der zweite wird..., Ein Satz.",
        "Ein Satz. […], Ein Satz.",
        "Ein Satz ohne Ende […], Ein Satz ohne Ende …",
        "[…], ''",
    })
    void leavesOutASentenceThatTheFeedBrokeOff(String told, String kept) {
        assertThat(Summary.of("T", told)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Das Schiff fuhr z. B. Kohle und Salz",
                "Es sprach Dr. Petersen aus Husum",
                "Am 21. November beginnt der Bau",
                "The U.S. Navy was there",
                "Das kostet ca. 3 Millionen Euro",
                "Die GmbH zahlt inkl. Steuern",
                "PUNTA GORDA, Fla. (AP) - The storm came back",
            })
    void endsNoSentenceAtADateOrAnAbbreviation(String sentence) {
        assertThat(Summary.of("T", "Erster Satz. " + sentence + " […]")).isEqualTo("Erster Satz.");
        assertThat(Summary.of("T", sentence + ". Und dann […]")).isEqualTo(sentence + ".");
    }

    @Test
    void keepsNoMoreThanFitsInWholeSentences() {
        String sentence = "Am 21. November beginnt der Bau, z. B. der Kaimauer. ";

        assertThat(Summary.of("T", sentence.repeat(20)))
                .endsWith("Kaimauer.")
                .hasSizeLessThanOrEqualTo(Summary.LONGEST)
                .hasSizeGreaterThan(Summary.LONGEST - sentence.length());
    }

    @Test
    void saysNothingWhereItOnlyRepeatsTheTitle() {
        assertThat(Summary.of("Neue Kaimauer: Der Bau beginnt", "Neue Kaimauer – der Bau beginnt."))
                .isEmpty();
    }

    @Test
    void endsSentencesOfScriptsWithoutSpaces() {
        assertThat(Summary.of("T", "港が成長する。".repeat(100))).endsWith("。").hasSizeLessThanOrEqualTo(Summary.LONGEST);
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Summary.of("T", "x" + "🌊".repeat(400))).endsWith("🌊 …");
    }

    /** With patterns that try again from every letter, this would not end before the build does. */
    @ParameterizedTest
    @ValueSource(strings = {"The post ", "Read more (", "[", ".", ". "})
    void comesToAnEndWithATextThatIsMadeToBeSlow(String piece) {
        assertThat(Summary.of("T", piece.repeat(200_000) + "x …")).hasSizeLessThanOrEqualTo(Summary.LONGEST);
    }
}
