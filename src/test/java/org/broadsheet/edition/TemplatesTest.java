package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {
    @TempDir
    Path own;

    @Test
    void anAdminsFragmentWinsAndTheRestStaysAsShipped() throws IOException {
        write("fragments/footer.html", "<tr th:fragment=\"footer\"><td th:text=\"|Gruß, ${digest.title}|\"></td></tr>");

        String html = sample().html();

        assertThat(html)
                .contains("<td>Gruß, Sample &amp; Söhne</td>")
                .contains("<h1")
                .doesNotContain("Abmelden");
    }

    @Test
    void anAdminsDigestMayUseShippedFragments() throws IOException {
        write("digest.html", "<table><tr th:replace=\"~{fragments/footer.html :: footer}\"></tr></table>");

        assertThat(sample().html()).startsWith("<table>").contains("Abmelden");
    }

    @Test
    void anAdminsTextTemplateWins() throws IOException {
        write("digest.txt", "[# th:each=\"s : ${digest.sections}\"][(${s.title})];[/]");

        assertThat(sample().plain()).isEqualTo("Stadt & Land;Science;Weiteres;\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p th:text=\"${digset.title}\"></p> | digest.html:2:6: unknown variable \"digset\"",
                "<p th:text=\"${digest.titel}\"></p> | digest.html:2:6: there is no \"titel\" in ${digest.titel}",
                "<p th:text=\"${digest.lead.image.length()}\"></p> <p th:text=\"${digest.lead.alsoMore.x}\"></p> | digest.html:2:54: there is no \"x\" in ${digest.lead.alsoMore.x}",
                "<p th:text=\"${digest.title\"></p> | digest.html:2:6: Could not parse as expression: \"${digest.title\"",
                "<p th:text=\"${digest..title}\"></p> | digest.html:2:6: this is no expression: ${digest..title}",
                "<p th:text=\"#{no-such-text}\"></p> | digest.html:2:6: unknown text #{no-such-text}",
                "<p th:replace=\"~{fragments/none.html :: x}\"></p> | digest.html:2:6: there is no template \"fragments/none.html\"",
                "<p th:replace=\"~{fragments/footer.html :: none}\"></p> | digest.html:2:6: Error resolving fragment",
                "<p th:text=\"${@java.lang.Runtime@getRuntime()}\"></p> | digest.html:2:6: Access is forbidden",
                "<p><b>never closed</p> | digest.html:2:6: Malformed markup: element \"b\" is never closed",
                "<p></b></p> | digest.html:2:3: Malformed markup: element \"p\" is never closed before 2:6 ends another one",
                "<p a='1' a='2'></p> | digest.html:2:12: Malformed markup: Attribute \"a\" appears more than once",
                "<p th:text=\"${digest.more.length()}\"></p> | digest.html:2:6: something is missing in ${digest.more.length()}",
                "<p th:text=\"${digest.nope()}\"></p> | digest.html:2:6: there is no \"nope()\" in ${digest.nope()}",
            })
    void aBrokenTemplateIsToldWithFileLineColumnAndReason(String line, String message) throws IOException {
        write("digest.html", "<div>\n  " + line + "\n</div>");

        assertThatThrownBy(this::sample)
                .isInstanceOf(TemplateFailure.class)
                .isInstanceOf(Failure.class)
                .hasMessageContaining(message)
                .message()
                .startsWith(own.toString().replace('\\', '/'))
                .doesNotContain("(template:", "Exception", "\n");
    }

    @Test
    void aBrokenFragmentIsToldWithItsOwnName() throws IOException {
        write(
                "fragments/story.html",
                "<tr th:fragment=\"story\">\n<td\n th:text=\"${story.headlin}\"></td></tr>"
                        + "<p th:fragment=\"source\"></p><p th:fragment=\"also\"></p>");

        assertThatThrownBy(this::sample)
                .hasMessage(own + "/fragments/story.html:3:2: there is no \"headlin\" in ${story.headlin}");
    }

    @Test
    void aBrokenTextTemplateIsToldToo() throws IOException {
        write("digest.txt", "Hallo\n[(${digest.nix})]");

        assertThatThrownBy(this::sample).hasMessage(own + "/digest.txt:2:3: there is no \"nix\" in ${digest.nix}");
    }

    @Test
    void anElementThatStaysOpenToTheEndIsToldWhereItBegan() throws IOException {
        write("digest.html", "<p>Hallo</p>\n  <div>\n<p>Welt</p>\n");

        assertThatThrownBy(this::sample)
                .hasMessageContaining("digest.html:2:3: Malformed markup: element \"div\" is never closed");
    }

    @Test
    void aFileIsNamedRelativeToWhereTheCommandWasStarted() {
        Templates templates = new Templates(Path.of("templates"), Optional.empty());

        assertThatThrownBy(() -> templates.render("nothing.html", Locale.ENGLISH, Map.of()))
                .hasMessage("templates/nothing.html: there is no such file");
    }

    @Test
    void aFolderWithoutTemplatesIsToldAtOnce() {
        assertThatThrownBy(() -> new Templates(own, Optional.empty()))
                .isInstanceOf(TemplateFailure.class)
                .hasMessage(own + "/messages/en.properties: there is no such file");
    }

    @Test
    void nothingOutsideTheFoldersIsRead() throws IOException {
        Path folder = Files.createDirectory(own.resolve("inner"));
        Files.writeString(own.resolve("secret.txt"), "secret");
        Templates templates = new Templates(RenderFixture.SHIPPED, Optional.of(folder));

        assertThatThrownBy(() -> templates.render("../secret.txt", Locale.ENGLISH, Map.of()))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void newTemplatesSeeAnEditedFile() throws IOException {
        write("digest.txt", "eins");
        assertThat(sample().plain()).isEqualTo("eins\n");
        write("digest.txt", "zwei");
        assertThat(sample().plain()).isEqualTo("zwei\n");
    }

    private RenderedEdition sample() {
        Templates templates = new Templates(RenderFixture.SHIPPED, Optional.of(own));
        return RenderFixture.renderer(templates).renderSamples(Locale.GERMAN).get(0);
    }

    private void write(String name, String text) throws IOException {
        Path file = own.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
