package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example that an admin starts from. */
class ShippedConfigTest {
    private final Configuration shipped = load();

    private static Configuration load() {
        Loading loading = new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX).load(Path.of("config"));
        assertThat(loading).isInstanceOf(Loading.Loaded.class);
        return ((Loading.Loaded) loading).configuration();
    }

    @Test
    void mailsNobodyByAccident() {
        assertThat(shipped.installation().smtp().host()).isEqualTo("127.0.0.1");
        assertThat(shipped.installation().smtp().effectivePort()).isEqualTo(2525);
        assertThat(shipped.installation().smtp().security()).isEqualTo(Installation.Security.NONE);
        assertThat(shipped.newsletters())
                .flatExtracting(Newsletter::subscribers)
                .extracting(EmailAddress::text)
                .containsExactly("reader@example.com");
    }

    @Test
    void keepsItsDatabaseBesideTheConfiguration() {
        assertThat(shipped.installation().database().url().jdbc())
                .isEqualTo("jdbc:sqlite:" + Path.of("data/broadsheet.db").toAbsolutePath());
    }

    @Test
    void worksWithoutTheNetwork() {
        Newsletter morning = shipped.newsletter("morning").orElseThrow();
        assertThat(morning.title()).isEqualTo("Der Morgen");
        assertThat(morning.topics()).hasSize(3);
        assertThat(morning.feeds()).hasSize(2).allSatisfy(feed -> {
            assertThat(feed.url()).hasScheme("file");
            assertThat(Files.readString(Path.of(feed.url()))).contains("<item>").contains("Nov 2026");
        });
    }
}
