package org.broadsheet.feed.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org/ http://example.org/",
        "example.org:8080/blog, https://example.org:8080/blog http://example.org:8080/blog",
        "localhost:8080, https://localhost:8080/ http://localhost:8080/",
        "HTTP://Example.ORG/A#top, http://example.org/A",
        "feed:https://example.org/rss, https://example.org/rss",
        "feed://example.org/rss, https://example.org/rss http://example.org/rss",
        "@anna@social.example, https://social.example/@anna",
        "https://zürich.example/tram, https://xn--zrich-kva.example/tram",
        "https://example.org/a b, https://example.org/a%20b",
    })
    void understandsWhatPeopleType(String typed, String meant) {
        assertThat(TypedAddress.of(typed))
                .containsExactlyElementsOf(
                        Stream.of(meant.split(" ")).map(URI::create).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "mailto:anna@example.org",
                "ftp://example.org/",
                "javascript:alert(1)",
                "https://",
                "file:///x",
                "https://a:b@example.org/"
            })
    void refusesWhatIsNotOfTheWeb(String typed) {
        assertThat(TypedAddress.of(typed)).isEmpty();
    }
}
