package org.broadsheet.feed.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.feed.opml.Opml.Folder;
import org.broadsheet.feed.opml.Opml.Outline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlReaderTest {
    @Test
    void readsFeedsWithTheirFoldersAndLines() {
        Opml opml = read("""
                <?xml version="1.0"?>
                <opml version="2.0"><head><title>Mine</title></head><body>
                <outline text="Tech">
                  <outline text="Deep"><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline>
                  <outline type="rss" text="B" title="Bee" xmlUrl="https://b.example/feed"/>
                </outline>
                <outline type="rss" text="C" xmlUrl="https://c.example/feed"/>
                </body></opml>
                """);

        assertThat(opml.title()).isEqualTo("Mine");
        assertThat(opml.outlines())
                .containsExactly(
                        outline(4, "A", "https://a.example/feed", "Deep"),
                        outline(5, "Bee", "https://b.example/feed", "Tech"),
                        new Outline(7, "C", Optional.of("https://c.example/feed"), Optional.empty()));
        assertThat(opml.folders()).extracting(Folder::title).containsExactly("Tech", "Deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<opml><body><outline text='A & B' xmlUrl='https://a.example/?x=1&y=2'/></body></opml>",
                "<opml><body><outline text='A &amp; B' xmlUrl='https://a.example/?x=1&amp;y=2'/></body></opml>",
                "<opml><body><outline title='A & B' XMLURL='https://a.example/?x=1&y=2'></body>",
                "<opml><body><OUTLINE text='A & B' xmlurl=https://a.example/?x=1&y=2 >",
                "junk <outline text='A &#38; B' type='rss' url='https://a.example/?x=1&y=2'/>",
                "\uFEFF<?xml version='1.0'?><opml><body><outline text='A\n&\n B' xmlUrl=' https://a.example/?x=1&y=2 '/>",
                "<!DOCTYPE opml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><opml><outline text='A & B'"
                        + " xmlUrl='https://a.example/?x=1&y=2'/></opml>",
            })
    void readsWhatProgramsReallyWrite(String text) {
        assertThat(read(text).outlines()).singleElement().satisfies(outline -> {
            assertThat(outline.title()).isEqualTo("A & B");
            assertThat(outline.address()).contains("https://a.example/?x=1&y=2");
        });
    }

    @Test
    void readsTheCharsetThatTheBytesAreIn() {
        String text =
                "<?xml version='1.0' encoding='%s'?><opml><outline text='Küste' xmlUrl='https://a.example/'/></opml>";

        assertThat(titleOf(text.formatted("UTF-8"), Charset.forName("windows-1252")))
                .isEqualTo("Küste");
        assertThat(titleOf(text.formatted("ISO-8859-1"), StandardCharsets.ISO_8859_1))
                .isEqualTo("Küste");
        assertThat(titleOf(text.formatted("ISO-8859-1"), StandardCharsets.UTF_8))
                .isEqualTo("Küste");
        assertThat(titleOf("\uFEFF" + text.formatted("UTF-16"), StandardCharsets.UTF_16LE))
                .isEqualTo("Küste");
    }

    @Test
    void resolvesNothingThatAFileDeclares() {
        Opml opml = read("""
                <!DOCTYPE opml [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY f "boom">]>
                <opml><outline text="&e;&f;" xmlUrl="https://a.example/"/></opml>
                """);

        assertThat(opml.outlines()).extracting(Outline::title).containsExactly("&e;&f;");
    }

    @Test
    void outlinesThatAreNotClosedAreNeighboursAndNotFolders() {
        Opml opml = read("<opml><outline text=F><outline text=A xmlUrl=https://a.example/>"
                + "<outline text=B xmlUrl=https://b.example/>");

        assertThat(opml.outlines())
                .extracting(outline -> outline.folder().map(Folder::title).orElse(""))
                .containsExactly("F", "F");
    }

    @Test
    void anOutlineWithoutAnAddressIsToldUnlessItIsAnEmptyFolder() {
        Opml opml = read("<opml><outline text='A' type='rss'/><outline text='Nothing in it'/></opml>");

        assertThat(opml.outlines()).containsExactly(new Outline(1, "A", Optional.empty(), Optional.empty()));
        assertThat(opml.folders()).isEmpty();
    }

    @Test
    void charactersThatDoNotShowAreLeftOutOfTitles() {
        assertThat(titleOf(
                        "<outline text='A\u001b[2J\u202e&#27;B' xmlUrl='https://a.example/'/>", StandardCharsets.UTF_8))
                .isEqualTo("A[2JB");
    }

    @Test
    void thousandsOfFoldersInEachOtherAreReadInTime() {
        String deep = IntStream.range(0, 50_000)
                .mapToObj(i -> "<outline text='F'><outline xmlUrl='https://a.example/" + i + "'/>")
                .collect(Collectors.joining());

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(read("<opml>" + deep).outlines()).hasSize(50_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{}", "<", "<html><body>404", "\u0000\u0001"})
    void whateverElseItIsThereIsNoFeedInIt(String text) {
        assertThat(read(text).outlines()).isEmpty();
    }

    private static Outline outline(int line, String title, String address, String folder) {
        return new Outline(line, title, Optional.of(address), Optional.of(new Folder(folder, Optional.empty())));
    }

    private static String titleOf(String text, Charset charset) {
        return OpmlReader.read(text.getBytes(charset)).outlines().get(0).title();
    }

    private static Opml read(String text) {
        return OpmlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
