package org.broadsheet.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample content is sound by itself: complete, readable, and tied to no host that exists. */
class DemoContentTest {
    private static final Path DEMO = demo();

    private static final Pattern PLACEHOLDER = Pattern.compile("@(rfc822|iso|image):([^@\\s]*)@");
    private static final Pattern FEED_OF_NEWSLETTER = Pattern.compile("\\.\\./feeds/([\\w.-]+)");
    private static final Pattern HOST = Pattern.compile("https?://([^/\\s\"'<>?#]*)");

    /** Names of formats, no places. */
    private static final List<String> NAMESPACE_HOSTS =
            List.of("purl.org", "www.w3.org", "search.yahoo.com", "jsonfeed.org");

    /** One article in two feeds of one publisher. */
    private static final List<String> SHARED_GUIDS = List.of("kuestenblatt-20417");

    @Test
    void theListNamesEveryFileAndNoOther() throws IOException {
        try (Stream<Path> files = Files.walk(DEMO)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> DEMO.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("FILES"))
                    .toList();

            assertThat(Files.readAllLines(DEMO.resolve("FILES"))).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void everyFeedBelongsToOneNewsletterAndEveryNewslettersFeedIsThere() {
        assertThat(Stream.concat(feedsOf("morgenblatt"), feedsOf("morning-brief")))
                .containsExactlyInAnyOrderElementsOf(feedFiles());
    }

    @Test
    void bothLanguagesHaveItemsEnough() {
        assertThat(feedsOf("morgenblatt").mapToInt(feed -> items(feed).size()).sum())
                .isGreaterThanOrEqualTo(45);
        assertThat(feedsOf("morning-brief").mapToInt(feed -> items(feed).size()).sum())
                .isGreaterThanOrEqualTo(45);
    }

    @Test
    void everyItemHasATitleAndALink() {
        assertThat(feedFiles())
                .allSatisfy(feed -> assertThat(items(feed)).isNotEmpty().allSatisfy(item -> {
                    assertThat(item.title()).isNotBlank();
                    assertThat(item.link()).isNotBlank();
                }));
    }

    @Test
    void theFeedInLatin1IsReadInItsOwnCharset() {
        byte[] bytes = bytes("stadtanzeiger.xml");

        assertThat(new String(bytes, ISO_8859_1)).startsWith("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>");
        assertThat(new String(bytes, UTF_8)).as("not UTF-8 by accident").contains("\ufffd");
        assertThat(items("stadtanzeiger.xml"))
                .extracting(Item::title)
                .contains("EILMELDUNG: BRÜCKE ÜBER DEN HAFENKANAL GESPERRT")
                .anyMatch(title -> title.startsWith("Dörfer wollen mitverdienen"));
    }

    @Test
    void everyOtherFeedIsUtf8() {
        assertThat(feedFiles())
                .filteredOn(feed -> !feed.equals("stadtanzeiger.xml"))
                .allSatisfy(feed -> assertThat(new String(bytes(feed), UTF_8)).doesNotContain("\ufffd"));
    }

    @Test
    void everyPlaceholderHasAKnownForm() {
        assertThat(feedFiles()).allSatisfy(feed -> {
            String text = raw(feed);
            assertThat(PLACEHOLDER.matcher(text).results()).isNotEmpty().allSatisfy(DemoContentTest::isKnown);
            assertThat(PLACEHOLDER.matcher(text).replaceAll("")).doesNotContain("@");
        });
    }

    private static void isKnown(MatchResult placeholder) {
        if (placeholder.group(1).equals("image")) {
            assertThat(DEMO.resolve("images").resolve(placeholder.group(2))).isRegularFile();
        } else {
            assertThat(placeholder.group(2)).matches("[1-9]\\d{1,3}");
        }
    }

    @Test
    void everyPictureIsUsedAndHasTheSizeThatTheFeedsSay() throws IOException {
        String all =
                String.join("\n", feedFiles().stream().map(DemoContentTest::raw).toList());
        try (Stream<Path> images = Files.list(DEMO.resolve("images"))) {
            assertThat(images).hasSizeGreaterThanOrEqualTo(10).allSatisfy(image -> {
                assertThat(all).contains("@image:" + image.getFileName() + "@");
                var picture = Objects.requireNonNull(ImageIO.read(image.toFile()));
                assertThat(picture.getWidth()).isEqualTo(600);
                assertThat(picture.getHeight()).isEqualTo(320);
            });
        }
    }

    @Test
    void everyLinkLeadsToAHostThatCannotExist() {
        assertThat(feedFiles())
                .allSatisfy(feed -> assertThat(HOST.matcher(raw(feed)).results().map(host -> host.group(1)))
                        .filteredOn(host -> !NAMESPACE_HOSTS.contains(host))
                        .allMatch(host -> host.endsWith(".example") || host.equals("example.org")));
    }

    @Test
    void noGuidIsUsedTwiceUnlessOnPurpose() {
        Map<String, Long> uses = feedFiles().stream()
                .flatMap(feed -> items(feed).stream())
                .collect(groupingBy(Item::guid, TreeMap::new, counting()));

        assertThat(uses.entrySet().stream().filter(guid -> guid.getValue() > 1).map(Map.Entry::getKey))
                .containsExactlyElementsOf(SHARED_GUIDS);
    }

    private record Item(String guid, String title, String link) {}

    private static List<Item> items(String feed) {
        byte[] filled = fill(raw(feed)).getBytes(ISO_8859_1);
        return feed.endsWith(".json") ? itemsOfJson(filled) : itemsOfXml(feed, filled);
    }

    private static List<Item> itemsOfJson(byte[] json) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : new JsonMapper().readTree(json).get("items")) {
            items.add(new Item(
                    item.get("id").asString(),
                    item.get("title").asString(),
                    item.get("url").asString()));
        }
        return items;
    }

    private static List<Item> itemsOfXml(String feed, byte[] xml) {
        Document document = parse(feed, xml);
        return Stream.concat(elements(document, "item"), elements(document, "entry"))
                .map(item -> new Item(guid(item), child(item, "title").getTextContent(), link(item)))
                .toList();
    }

    private static String guid(Element item) {
        return Stream.of("guid", "id")
                .flatMap(name -> IntStream.range(
                                0, item.getElementsByTagName(name).getLength())
                        .mapToObj(i -> item.getElementsByTagName(name).item(i).getTextContent()))
                .findFirst()
                .orElseGet(() -> item.getAttribute("rdf:about"));
    }

    private static String link(Element item) {
        Element link = child(item, "link");
        return link.hasAttribute("href") ? link.getAttribute("href") : link.getTextContent();
    }

    private static Element child(Element item, String name) {
        return (Element) Objects.requireNonNull(item.getElementsByTagName(name).item(0), name);
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Document parse(String feed, byte[] xml) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(feed + " is not well-formed: " + e.getMessage(), e);
        }
    }

    private static String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> switch (found.group(1)) {
            case "rfc822" -> "Wed, 12 Nov 2025 05:42:00 GMT";
            case "iso" -> "2025-11-12T05:42:00Z";
            default -> "http://127.0.0.1:8080/images/" + found.group(2);
        });
    }

    private static List<String> feedFiles() {
        try (Stream<Path> feeds = Files.list(DEMO.resolve("feeds"))) {
            return feeds.map(feed -> feed.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> feedsOf(String newsletter) {
        return FEED_OF_NEWSLETTER
                .matcher(new String(read(DEMO.resolve("newsletters/" + newsletter + ".yml")), UTF_8))
                .results()
                .map(feed -> feed.group(1));
    }

    /** The bytes as characters, one for one: placeholders are ASCII in every charset that the feeds use. */
    private static String raw(String feed) {
        return new String(bytes(feed), ISO_8859_1);
    }

    private static byte[] bytes(String feed) {
        return read(DEMO.resolve("feeds").resolve(feed));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path demo() {
        try {
            var list = Objects.requireNonNull(DemoContentTest.class.getResource("/demo/FILES"));
            return Path.of(list.toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
