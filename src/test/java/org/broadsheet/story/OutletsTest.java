package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.article.Articles.article;
import static org.broadsheet.article.Articles.at;

import java.net.URI;
import org.broadsheet.article.Article;
import org.junit.jupiter.api.Test;

class OutletsTest {
    private final Outlets outlets = new Outlets();

    private static Article of(String source, String url) {
        return at(article("1", "Titel", ""), URI.create(url)).from(source);
    }

    @Test
    void takesAllHostsOfOneSiteForOneOutlet() {
        assertThat(outlets.of(of("Blatt", "https://sport.blatt.example/1")))
                .isEqualTo(outlets.of(of("Blatt", "https://www.blatt.example/2")));
    }

    @Test
    void tellsApartTheSitesThatOneFeedGathers() {
        assertThat(outlets.of(of("Sammler", "https://blatt.example/1")))
                .isNotEqualTo(outlets.of(of("Sammler", "https://bote.example/1")));
    }

    @Test
    void tellsApartOutletsThatShareASite() {
        assertThat(outlets.of(of("Blatt", "https://verbund.example/1")))
                .isNotEqualTo(outlets.of(of("Bote", "https://verbund.example/1")));
    }

    @Test
    void bearsLinksWithoutAHost() {
        assertThat(outlets.of(of("Blatt", "mailto:blatt@blatt.example")))
                .isEqualTo(outlets.of(of("Blatt", "mailto:bote@bote.example")));
    }
}
