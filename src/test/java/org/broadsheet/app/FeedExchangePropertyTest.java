package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.app.FeedImport.Outcome;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Loading;
import org.broadsheet.config.NewFeeds;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.NewsletterText;
import org.broadsheet.config.Newsletters;
import org.broadsheet.config.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** What is exported and imported again has the same feeds and topics, whatever their names hold. */
class FeedExchangePropertyTest {
    private static final List<String> PIECES = List.of(
            "a", "Ä", "€", "😀", " ", "&", "<", ">", "\"", "'", "#", ":", "-", "${X}", "$", "{", "]", "%41", "more",
            "true", "\\", "&amp;", "<b>", "שלום", ",", "&#x1F;", "]]>", "\u00a0x");

    @TempDir
    Path folder;

    private final ConfigLoader loader = new ConfigLoader(Map.of("X", "no"), Newsletters.ANY_SYNTAX);

    @Test
    void importOfAnExportHasTheSameFeedsAndTopics() throws Exception {
        long seed = Long.getLong("broadsheet.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Path directory = Files.createDirectories(folder.resolve("r" + round));
            installation(directory);
            NewFeeds content = content(random);
            Path file =
                    Files.createDirectories(directory.resolve("newsletters")).resolve("one.yml");
            Files.writeString(file, NewsletterText.file("One", Locale.GERMAN, content, "nothing"));
            Newsletter one = load(directory).newsletter("one").orElseThrow();
            assertThat(one.feeds()).as("seed %d", seed).isEqualTo(content.feeds());

            String opml = FeedExport.of(List.of(one)).opml("x\u0000\u001b & y", Instant.EPOCH);
            Path list = Files.writeString(directory.resolve("two.opml"), opml, StandardCharsets.UTF_8);
            Outcome outcome = new FeedImport(directory, loader).run(list, load(directory), "two", Locale.GERMAN);

            assertThat(outcome).as("seed %d: %s", seed, opml).isInstanceOf(Outcome.Written.class);
            Newsletter two = load(directory).newsletter("two").orElseThrow();
            assertThat(two.topics()).as("seed %d", seed).isEqualTo(one.topics());
            assertThat(two.feeds()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(one.feeds());
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(opml)));
        }
    }

    private static void installation(Path directory) throws IOException {
        Files.writeString(
                directory.resolve("broadsheet.yml"), "publisher: {name: B, address: A, from: news@example.org}\n");
    }

    private Configuration load(Path directory) {
        Loading loading = loader.load(directory);
        assertThat(loading).isInstanceOf(Loading.Loaded.class);
        return ((Loading.Loaded) loading).configuration();
    }

    private static NewFeeds content(Random random) {
        List<Topic> topics = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> Topic.named("t" + i, text(random)))
                .toList();
        Set<URI> urls = new HashSet<>();
        List<Feed> feeds = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            URI url = URI.create("https://h" + random.nextInt(9) + ".example/feed?a=" + random.nextInt(9) + "&b=%20;'");
            Optional<String> name = random.nextBoolean() ? Optional.of(text(random)) : Optional.empty();
            Optional<String> topic = topics.isEmpty() || random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(topics.get(random.nextInt(topics.size())).id());
            if (urls.add(url)) {
                feeds.add(Feed.of(url).with(name, topic));
            }
        }
        return new NewFeeds(feeds, topics);
    }

    /** As the configuration may hold it: on one line, with a letter at each end. */
    private static String text(Random random) {
        return "x"
                + IntStream.range(0, random.nextInt(6))
                        .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                        .collect(Collectors.joining())
                        .replaceAll("[\\s\\h]+", " ")
                + "y";
    }
}
