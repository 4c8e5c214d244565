package org.broadsheet.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainsTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.kuestenblatt.de/1, kuestenblatt.de",
        "https://rss.News.Kuestenblatt.co.uk/1, kuestenblatt.co.uk",
        "https://hafen.github.io/feed, hafen.github.io",
        "http://127.0.0.1:8080/feed, 127.0.0.1",
        "http://localhost/feed, localhost",
        "file:///feed.xml, ''",
    })
    void tellsWhoseAnAddressIs(String address, String domain) {
        assertThat(Domains.registrable(URI.create(address))).isEqualTo(domain);
    }
}
