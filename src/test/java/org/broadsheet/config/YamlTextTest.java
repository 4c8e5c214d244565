package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class YamlTextTest {
    private static final String LETTERS = "aä€😀 :#-?,[]{}&*!|>'\"%@`~\\$\n\t\u0085\u2028\uFEFF\u0000\u001b0.=";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Labor und Netz|Labor und Netz",
                "https://a.example/?x=1&y=2|https://a.example/?x=1&y=2",
                "true|\"true\"",
                "1|\"1\"",
                "A: B|\"A: B\"",
                "Straße 3.14|Straße 3.14",
            })
    void plainTextsStayPlain(String text, String yaml) {
        assertThat(YamlText.of(text)).isEqualTo(yaml);
    }

    @Test
    void everyTextIsReadAgainAsItWasAloneAndBetweenBrackets() {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            String text = random.ints(1 + random.nextInt(8), 0, LETTERS.codePointCount(0, LETTERS.length()))
                    .map(i -> LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, i)))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            String yaml = YamlText.of(text);

            assertThat(read("k: " + yaml)).as("seed %d: %s", seed, yaml).isEqualTo(text);
            assertThat(read("{k: " + yaml + ", l: [" + yaml + ", " + yaml + "]}"))
                    .as("seed %d: %s", seed, yaml)
                    .isEqualTo(text);
        }
    }

    private static Object read(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        Object value = ((Map<?, ?>) new Load(settings).loadFromString(yaml)).get("k");
        return new Substitution(Map.of()).apply(String.valueOf(value)).value();
    }
}
