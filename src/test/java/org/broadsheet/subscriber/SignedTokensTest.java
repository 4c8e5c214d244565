package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.TokenCheck.Expired;
import org.broadsheet.subscriber.TokenCheck.Forged;
import org.broadsheet.subscriber.TokenCheck.Genuine;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedTokensTest {
    private final TestClock clock = new TestClock();
    private final SignedTokens tokens = signedBy("one");

    private SignedTokens signedBy(String key) {
        return new SignedTokens(() -> key.getBytes(StandardCharsets.UTF_8), clock);
    }

    @Test
    void tokenOfAnotherKeyOrPurposeOrChangedByOneCharacterIsForged() {
        for (Purpose purpose : Purpose.values()) {
            String token = tokens.sign(purpose, "ä\n1");
            assertThat(tokens.check(purpose, token)).isEqualTo(new Genuine("ä\n1"));
            assertThat(signedBy("two").check(purpose, token)).isEqualTo(new Forged());
            for (Purpose other : Purpose.values()) {
                if (other != purpose) {
                    assertThat(tokens.check(other, token)).isEqualTo(new Forged());
                }
            }
            for (int i = 0; i < token.length() - 1; i++) {
                String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
                assertThat(tokens.check(purpose, changed)).as(changed).isEqualTo(new Forged());
            }
        }
    }

    @Test
    void consentMustBeGivenWithinAWeekAndLeavingIsPossibleForEver() {
        String confirm = tokens.sign(Purpose.CONFIRM, "1");
        String leave = tokens.sign(Purpose.UNSUBSCRIBE, "1");

        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(tokens.check(Purpose.CONFIRM, confirm)).isEqualTo(new Genuine("1"));

        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.check(Purpose.CONFIRM, confirm)).isEqualTo(new Expired());

        clock.advance(Duration.ofDays(36_500));
        assertThat(tokens.check(Purpose.UNSUBSCRIBE, leave)).isEqualTo(new Genuine("1"));
    }

    @Test
    void nonsenseIsForged() {
        for (String nonsense : List.of("", "A", "%%%", "ä", "A".repeat(10_000), "AAAAAAAAAAAAAAAAAAAAAA")) {
            for (Purpose purpose : Purpose.values()) {
                assertThat(tokens.check(purpose, nonsense)).isEqualTo(new Forged());
            }
        }
    }

    @Test
    void keyIsTheConfiguredSecretOrMadeOnceForAllProcesses(@TempDir Path directory) {
        String url = "jdbc:sqlite:" + directory.resolve("keys.db");
        try (Database one = Database.open(url, "", "");
                Database two = Database.open(url, "", "")) {
            List<CompletableFuture<byte[]>> keys = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> new SigningKeyStore(i % 2 == 0 ? one : two, new SecureRandom()).key(new Secret(""))))
                    .toList();
            byte[] first = keys.get(0).join();
            assertThat(first).hasSize(32);
            keys.forEach(key -> assertThat(key.join()).isEqualTo(first));
            assertThat(new SigningKeyStore(one, new SecureRandom()).key(new Secret("mine")))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("mine");
        }
    }
}
