package org.broadsheet.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21.00",
        "#fff, white, 1.00",
        "#767676, #ffffff, 4.54",
        "#777777, #ffffff, 4.48",
        "'rgb(255, 0, 0)', #ffffff, 4.00",
        "#0000ff, #ffffff, 8.59"
    })
    void contrastIsThatOfWcag(String text, String background, double expected) {
        double contrast =
                Colour.in(text).orElseThrow().contrastTo(Colour.in(background).orElseThrow());

        assertThat(contrast).isCloseTo(expected, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"transparent", "inherit", "'rgba(0,0,0,0.5)'", "var(--ink)", "''", "#12345"})
    void whatIsNoColourOfItsOwnIsNone(String value) {
        assertThat(Colour.in(value)).isEmpty();
    }
}
