package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are missing, unreadable, or not the YAML that Broadsheet reads. */
class ProblemsOfFilesTest {
    private static final String FILE = "newsletters/morning.yml";

    @TempDir
    private Path directory;

    private Folder folder;

    @BeforeEach
    void soundFolder() {
        folder = new Folder(directory);
    }

    private void reports(String headline) {
        assertThat(folder.headlines()).containsExactly(headline);
    }

    private void reportsOf(String yaml, String headline) {
        folder.newsletter(yaml);
        reports(FILE + headline);
    }

    @Test
    void namesFilesTheWayTheFolderWasGiven() {
        Path relative = Path.of("no-such-config");
        Loading loading = new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX).load(relative);
        assertThat(((Loading.Rejected) loading).problems())
                .extracting(Problem::headline)
                .containsExactly(
                        "no-such-config: there is no such folder; make it with a broadsheet.yml in it, or name another");
    }

    @Test
    void reportsAMissingInstallationFile() throws IOException {
        Files.delete(directory.resolve("broadsheet.yml"));
        reports("broadsheet.yml: there is no such file; copy the example that comes with Broadsheet and edit it");
    }

    @Test
    void reportsAnInstallationFileOfAnotherEnding() throws IOException {
        Files.move(directory.resolve("broadsheet.yml"), directory.resolve("broadsheet.yaml"));
        reports("broadsheet.yml: there is no such file; rename broadsheet.yaml to broadsheet.yml");
    }

    @Test
    void loadsAFolderWithoutNewsletters() throws IOException {
        Files.delete(directory.resolve(FILE));
        assertThat(folder.loaded().newsletters()).isEmpty();
        Files.delete(directory.resolve("newsletters"));
        assertThat(folder.loaded().newsletters()).isEmpty();
    }

    @Test
    void reportsAFolderWhereAFileIsExpected() throws IOException {
        Files.createDirectory(directory.resolve("newsletters/evening.yml"));
        reports("newsletters/evening.yml: cannot be read; check that it is a file and that the disk is sound");
    }

    @Test
    void reportsALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(directory.resolve("newsletters/evening.yml"), Path.of("nowhere.yml"));
        reports("newsletters/evening.yml: there is no such file");
    }

    @Test
    void reportsAFileWhereTheNewslettersFolderIsExpected() throws IOException {
        Files.delete(directory.resolve(FILE));
        Files.delete(directory.resolve("newsletters"));
        Files.writeString(directory.resolve("newsletters"), "");
        reports("newsletters: cannot be listed; it must be a folder that Broadsheet may read");
    }

    @Test
    void reportsBytesThatAreNotUtf8WithTheirPlace() throws IOException {
        Files.write(directory.resolve(FILE), "language: de\ntitle: Für".getBytes(StandardCharsets.ISO_8859_1));
        reports(FILE + ":2:9: byte 22 of this file is not UTF-8; save the file as UTF-8");
    }

    @Test
    void reportsABrokenCharacterAtTheEndOfTheFile() throws IOException {
        Files.write(directory.resolve(FILE), new byte[] {'a', ':', ' ', (byte) 0xC3});
        reports(FILE + ":1:4: byte 4 of this file is not UTF-8; save the file as UTF-8");
    }

    @Test
    void acceptsAByteOrderMarkAndWindowsLineEnds() {
        folder.newsletter("\uFEFF" + Folder.NEWSLETTER.replace("\n", "\r\n"));
        assertThat(folder.morning().title()).isEqualTo("Der Morgen");
    }

    @Test
    void countsWindowsLinesLikeOthers() {
        reportsOf(
                Folder.NEWSLETTER.replace("\n", "\r\n").replace("keywords", "keywrds"),
                ":10:5: topics[0].keywrds: unknown key; did you mean \"keywords\"?");
    }

    @Test
    void reportsAnEmptyFile() {
        reportsOf("", ": is empty; it needs at least title, language, feeds");
    }

    @Test
    void reportsAFileWithOnlyComments() {
        reportsOf("# title: Der Morgen\n", ": holds only comments; it needs at least title, language, feeds");
    }

    @Test
    void refusesAFileOfTenMegabytes() {
        reportsOf(
                "# " + "x".repeat(10_000_000), ": is larger than 1 MB; keep long lists of subscribers in the database");
    }

    @Test
    void reportsAListWhereTheFileShouldHoldKeys() {
        reportsOf("- a\n", ":1:1: must hold keys and values such as `title: …`, not a list");
    }

    @Test
    void reportsMalformedYamlInPlainWords() {
        reportsOf(
                "title: Der Morgen: heute\n",
                ":1:18: no key can stand here; check the indentation, write a space after the colon of the line"
                        + " above, and put text with a colon in quotes");
    }

    @Test
    void reportsWrongIndentation() {
        reportsOf(
                "feeds:\n   - a\n  - b\n",
                ":3:3: this does not fit here; check that it is indented like its neighbours and that every quote"
                        + " above is closed");
    }

    @Test
    void reportsATabThatIndents() {
        reportsOf(
                "title: Der Morgen\nfeeds:\n\t- https://example.org/feed.xml\n",
                ":3:1: a tab is used for indentation; YAML allows only spaces, so replace it by spaces");
    }

    @Test
    void reportsAnUnclosedQuoteWhereItOpens() {
        reportsOf("title: \"Der Morgen\nlanguage: de\n", ":1:8: this quote is never closed");
    }

    @Test
    void reportsAnUnclosedBracket() {
        reportsOf("feeds: [a, b\ntitle: c\n", ":2:6: a list in [ ] is not closed, or a comma is missing before this");
    }

    @Test
    void reportsAReferenceThatNeedsQuotesInsideOfBraces() {
        reportsOf(
                "title: ${TITLE}\nschedule: {at: ${AT}, time-zone: UTC}\n",
                ":2:17: inside of { } and [ ] a value with ${…} must stand in quotes");
    }

    @Test
    void reportsAControlCharacter() {
        reportsOf(
                "title: Der\nlanguage: \u0007de\n",
                ":2:11: a control character stands here, which YAML does not allow; remove it");
    }

    @Test
    void reportsASecondDocument() {
        reportsOf(
                "title: Der Morgen\n---\ntitle: Der Abend\n",
                ":2:1: a second YAML document begins here; keep one per file and remove the `---`");
    }

    @Test
    void acceptsOneDocumentMark() {
        folder.newsletter("---\n" + Folder.NEWSLETTER);
        assertThat(folder.headlines()).isEmpty();
    }

    @Test
    void acceptsAnchorsAndAliases() {
        folder.newsletter("""
                title: &t Der Morgen
                language: de
                feeds: [a.xml]
                topics:
                  - {id: a, title: *t, keywords: &words [x, y]}
                  - {id: b, title: B, keywords: *words}
                """);
        assertThat(folder.morning().topics().get(1).keywords()).containsExactly("x", "y");
        assertThat(folder.morning().topics().get(0).title()).isEqualTo("Der Morgen");
    }

    @Test
    void mergesAMappingIntoAnother() {
        folder.newsletter("""
                title: Der Morgen
                language: de
                feeds: [a.xml]
                topics:
                  - &a {id: a, title: A, keywords: [x]}
                  - {<<: *a, id: b}
                """);
        assertThat(folder.morning().topics().get(1))
                .isEqualTo(new Topic("b", "A", List.of("x"), List.of(), Optional.empty(), Optional.empty(), 1));
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d,".formatted(i - 1).repeat(9))
                    .append("]\n");
        }
        reportsOf(bomb.toString(), ":7:30: too many aliases (`*`) of lists and mappings; write some of them out");
    }

    @Test
    void refusesAnAliasOfItself() {
        reportsOf(
                "title: &a [*a]\n",
                ":1:12: this alias (`*`) stands inside of what it refers to, which would never end");
    }

    @Test
    void refusesEndlessBrackets() {
        reportsOf("[".repeat(100_000), ":1:21: nested too deeply: no key lies more than 20 levels deep");
    }

    @Test
    void refusesTags() {
        reportsOf(
                "title: !env TITLE\n",
                ":1:8: tags (values that begin with `!`) are not supported; put the value in quotes");
    }

    @Test
    void refusesWhatTheParserHasNoPlaceFor() {
        reportsOf(
                "title: \"\\U99999999\"\n",
                ": this is not YAML that Broadsheet can read; use plain keys and values, and no directives");
    }

    @Test
    void reportsAFileNameThatIsNoId() {
        folder.write("newsletters/der morgen.yml", Folder.NEWSLETTER);
        reports("newsletters/der morgen.yml: the file's name is the newsletter's id: rename it, with a-z, 0-9, -"
                + " and _ only");
    }

    @Test
    void reportsTwoFilesOfOneNewsletter() {
        folder.write("newsletters/Morning.yaml", Folder.NEWSLETTER);
        reports(FILE + ": is the same newsletter as Morning.yaml; rename one");
    }

    @Test
    void looksPastHiddenFilesAndOtherEndings() {
        folder.write("newsletters/.#morning.yml", "broken: [")
                .write("newsletters/morning.yml~", "broken: [")
                .write("newsletters/README.md", "broken: [");
        assertThat(folder.loaded().newsletters()).hasSize(1);
    }
}
