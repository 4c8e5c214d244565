package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.broadsheet.config.EmailAddress;
import org.junit.jupiter.api.Test;

class ReturnTokensTest {
    private static final EmailAddress BASE = new EmailAddress("bounce-of-16-let@news.example.org");
    private static final String ANNA = UUID.randomUUID().toString();

    private final ReturnTokens tokens = new ReturnTokens(() -> "a secret".getBytes(StandardCharsets.UTF_8));

    private String address() {
        return tokens.address(BASE, "morning", ANNA).text();
    }

    @Test
    void namesTheReaderAndTheNewsletter() {
        ReturnTokens.Returned returned = tokens.in("<" + address() + ">").orElseThrow();
        assertThat(returned.subscriberId()).isEqualTo(ANNA);
        assertThat(returned.isOf("morning")).isTrue();
        assertThat(returned.isOf("evening")).isFalse();
    }

    @Test
    void fitsIntoALocalPartAndSurvivesOtherLetterCases() {
        assertThat(new EmailAddress(address()).localPart()).hasSizeLessThanOrEqualTo(64);
        assertThat(tokens.in(address().toUpperCase(Locale.ROOT))).isPresent();
    }

    @Test
    void isTheSameEachTime() {
        assertThat(address()).isEqualTo(address());
    }

    @Test
    void everyIdSurvives() {
        for (String id :
                new String[] {new UUID(0, 0).toString(), new UUID(-1, -1).toString(), new UUID(0, 1).toString()}) {
            String address = tokens.address(BASE, "morning", id).text();
            assertThat(tokens.in(address).orElseThrow().subscriberId()).isEqualTo(id);
        }
    }

    @Test
    void noChangedLetterIsBelieved() {
        String address = address();
        int token = address.indexOf('+') + 1;
        for (int i = token; i < address.indexOf('@'); i++) {
            char other = address.charAt(i) == '0' ? '1' : '0';
            assertThat(tokens.in(address.substring(0, i) + other + address.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void anotherKeysTokenIsNotBelieved() {
        ReturnTokens others = new ReturnTokens(() -> "another".getBytes(StandardCharsets.UTF_8));
        assertThat(others.in(address())).isEmpty();
    }

    @Test
    void anIdThatIsNoUuidGetsTheBaseAddress() {
        assertThat(tokens.address(BASE, "morning", "anna")).isEqualTo(BASE);
    }
}
