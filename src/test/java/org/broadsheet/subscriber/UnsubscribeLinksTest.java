package org.broadsheet.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.broadsheet.config.Secret;
import org.broadsheet.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsubscribeLinksTest {
    private static UnsubscribeLinks signedBy(String key) {
        return new UnsubscribeLinks(
                () -> key.getBytes(StandardCharsets.UTF_8), URI.create("https://news.example.org/"));
    }

    private final UnsubscribeLinks links = signedBy("one");

    @Test
    void linkSaysWhoAndWhat() {
        URI link = links.link("morgen ü/\n", "sub-1");
        assertThat(link.toString()).matches("https://news\\.example\\.org/u/[A-Za-z0-9_-]+");
        assertThat(links.verify(link.getPath().substring("/u/".length())))
                .hasValue(new Subscription("morgen ü/\n", "sub-1"));
    }

    @Test
    void tokenOfAnotherKeyOrChangedByOneCharacterIsNone() {
        String token = links.token("morning", "sub-1");
        assertThat(signedBy("two").verify(token)).isEmpty();
        for (int i = 0; i < token.length() - 1; i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(links.verify(changed)).as(changed).isEmpty();
        }
    }

    @Test
    void nonsenseIsNoToken() {
        for (String nonsense : List.of("", "A", "%%%", "ä", "A".repeat(10_000), "AAAAAAAAAAAAAAAAAAAAAA")) {
            assertThat(links.verify(nonsense)).isEmpty();
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
