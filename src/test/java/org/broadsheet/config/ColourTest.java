package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
    @ParameterizedTest
    @CsvSource({"#9f3d26, #ffffff", "#ffcc00, #1f1d1a", "#000000, #ffffff", "#ffffff, #1f1d1a", "#0A6B63, #ffffff"})
    void hasTextOnItThatCanBeRead(String colour, String text) {
        assertThat(Colour.parse(colour).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"#9f3d26, #f4f1ea", "#ffcc00, #1e1c19"})
    void staysWhereItCanBeReadAsText(String colour, String ground) {
        assertThat(Colour.parse(colour).readableOn(Colour.parse(ground))).isEqualTo(Colour.parse(colour));
    }

    @ParameterizedTest
    @CsvSource({"#ffcc00, #f4f1ea", "#000080, #1e1c19", "#ffffff, #ffffff", "#000000, #000000", "#9f3d26, #1e1c19"})
    void changesAsLittleAsItTakesToBeReadAsText(String colour, String ground) {
        Colour readable = Colour.parse(colour).readableOn(Colour.parse(ground));
        assertThat(readable.contrast(Colour.parse(ground))).isBetween(4.5, 4.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#12345g", "9f3d26", "#9f3d26;position:fixed"})
    void isNothingButSixDigits(String text) {
        assertThatThrownBy(() -> Colour.parse(text)).hasMessage("'" + text + "' is not a colour such as #9f3d26");
    }

    @Test
    void subjectsNameOnlyWhatThereIs() {
        assertThatThrownBy(() -> new SubjectPattern("{headline}"))
                .hasMessage("there is no {headline} in a subject; there are {lead}, {title}, {date} and {count}");
    }
}
