package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsletterEditTest {
    private static final NewFeeds ONE = new NewFeeds(
            List.of(Feed.of(URI.create("https://new.example/feed"))
                    .with(Optional.of("It's: new"), Optional.of("tech"))),
            List.of());
    private static final NewFeeds BOTH = new NewFeeds(ONE.feeds(), List.of(Topic.named("tech", "Tech & more")));

    @Test
    void newItemsStandBehindTheLastOneAndEverythingElseStays() {
        assertThat(NewsletterEdit.add("""
                title: A   # the title
                feeds:            # where from
                    - https://a.example/feed   # first

                    # a comment
                    - url: https://b.example/feed
                      name: B     # second
                    # - https://off.example/feed

                topics:
                - id: x
                  title: X
                # the end
                """, BOTH)).contains("""
                title: A   # the title
                feeds:            # where from
                    - https://a.example/feed   # first

                    # a comment
                    - url: https://b.example/feed
                      name: B     # second
                    - url: https://new.example/feed
                      name: "It's: new"
                      topic: tech
                    # - https://off.example/feed

                topics:
                - id: x
                  title: X
                - id: tech
                  title: "Tech & more"
                # the end
                """);
    }

    @Test
    void listsBetweenBracketsGrowBetweenTheirBrackets() {
        assertThat(NewsletterEdit.add("feeds: [ https://a.example/feed, ]  # one\ntopics: []\n", BOTH))
                .contains("""
                feeds: [ https://a.example/feed,
                  {url: https://new.example/feed, name: "It's: new", topic: tech}, ]  # one
                topics: [{id: tech, title: "Tech & more"}]
                """);
    }

    @Test
    void topicsThatAreNotThereComeLast() {
        assertThat(NewsletterEdit.add("feeds:\n  - {url: a.xml}\nlanguage: de # German", BOTH))
                .contains("""
                feeds:
                  - {url: a.xml}
                  - url: https://new.example/feed
                    name: "It's: new"
                    topic: tech
                language: de # German

                topics:
                  - id: tech
                    title: "Tech & more"
                """);
    }

    @Test
    void lineEndsAndTheByteOrderMarkAreKept() {
        String added = "- url: https://new.example/feed|  name: \"It's: new\"|  topic: tech|".replace("|", "\r\n");

        assertThat(NewsletterEdit.add("\uFEFFfeeds:\r\n- 😀.xml\r\n", ONE))
                .contains("\uFEFFfeeds:\r\n- 😀.xml\r\n" + added);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: &f [a.xml]\nfeeds: *f\n",
                "feeds: &f\n  - a.xml\nx: *f\n",
                "feeds: a.xml\n",
                "feeds:\n  -\n    url: a.xml\n",
                "- a\n",
                "feeds: [\n",
                "{title: a}\n"
            })
    void whatIsNotPlainIsLeftToTheAdmin(String yaml) {
        assertThat(NewsletterEdit.add(yaml, ONE)).isEmpty();
    }
}
