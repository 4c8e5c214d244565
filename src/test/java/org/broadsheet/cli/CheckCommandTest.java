package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.broadsheet.delivery.ScriptedSmtpServer;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
        broadsheet
                .feed("feed.xml", broadsheet.article("Museum zeigt frühe Landkarten", "/2", Duration.ofHours(30)))
                .newsletter("morning", CommandLineHarness.readers(), "feed.xml");
    }

    @Test
    void soundInstallationIsFoundSoundOffline() {
        Result result = broadsheet.run("check", "--offline");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).allMatch(line -> line.startsWith("ok     "));
        assertThat(result.out()).contains("configuration").contains("database").contains("templates in de");
        assertThat(result.out()).contains("feed.xml").doesNotContain("mail server");
    }

    @Test
    void soundInstallationIsFoundSoundAndGetsNoMail() {
        try (Mailbox mailbox = Mailbox.open()) {
            Result result = broadsheet.installation(mailbox.port()).run("check");

            assertThat(result.status()).as(result.all()).isZero();
            assertThat(result.out()).contains("ok     mail server 127.0.0.1:" + mailbox.port());
            assertThat(mailbox.mails()).isEmpty();
        }
    }

    @Test
    void shippedExampleIsFoundSound() {
        broadsheet
                .write("broadsheet.yml", read(CommandLineHarness.HOME.resolve("config/broadsheet.yml")))
                .newsletter("morning", List.of(), "feed.xml");

        assertThat(broadsheet.run("check", "--offline").status()).isZero();
    }

    @Test
    void mistakeInAnOwnTemplateIsNamedByFileAndLine() {
        String template = read(CommandLineHarness.HOME.resolve("templates/fragments/footer.html"));
        broadsheet.write(
                "templates/fragments/footer.html",
                template.replaceFirst(
                        "(?s)(<[a-z]+ [^>]*th:fragment=[^>]*>)", "$1\n<p th:text=\"\\${nonsense}\"></p>"));

        Result result = broadsheet.run("check", "--offline");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err())
                .startsWith("wrong  templates in de: ")
                .containsPattern("config/templates/fragments/footer.html:\\d+")
                .contains("nonsense");
    }

    @Test
    void mistakeThatOnlyARoundUpWouldMeetIsFound() {
        String why = "<p class=\"soft\" th:if=\"${footer.why}\"";
        ownFooter(why, "<p th:if=\"${digest.roundUp}\" th:text=\"${nonsense.week}\"></p>\n" + why);

        Result result = broadsheet.run("check", "--offline");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("config/templates/fragments/footer.html:4")
                .contains("nonsense");
    }

    @Test
    void ownTemplateThatMailProgramsBreakIsAMistakeOfTheConfiguration() {
        ownFooter("style=\"padding:26px 20px 40px 20px\"", "style=\"display:flex;color:#aaaaaa\"");

        Result result = broadsheet.run("check", "--offline");

        assertThat(result.status()).as(result.all()).isEqualTo(78);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .startsWith("wrong  templates in de: ")
                .contains(
                        "config/templates/fragments/footer.html:3: display:flex is not understood by Outlook (Windows)")
                .endsWith("; set cells side by side with a table");
    }

    @Test
    void ownTemplateThatSomeSeeOtherwiseIsNotedAndSound() {
        ownFooter("style=\"padding:26px 20px 40px 20px\"", "style=\"text-shadow:1px 1px #ffffff\"");

        Result result = broadsheet.run("check", "--offline");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.errors())
                .singleElement()
                .asString()
                .startsWith("note   templates in de: ")
                .contains("config/templates/fragments/footer.html:3: text-shadow is not understood by Gmail");
    }

    private void ownFooter(String shipped, String own) {
        String template = read(CommandLineHarness.HOME.resolve("templates/fragments/footer.html"));
        assertThat(template).contains(shipped);
        broadsheet.write("templates/fragments/footer.html", template.replace(shipped, own));
    }

    @Test
    void brokenFeedFileIsNamed() {
        broadsheet
                .write("newsletters/broken.xml", "<rss><channel>")
                .newsletter("morning", List.of(), "feed.xml", "broken.xml", "gone.xml");

        Result result = broadsheet.run("check", "--offline");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("wrong  feed ").contains("broken.xml: "))
                .anySatisfy(line -> assertThat(line).startsWith("wrong  feed ").contains("gone.xml: there is no such"));
    }

    @Test
    void mailServerThatIsDownIsNamed() {
        Result result = broadsheet.run("check");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .contains("mail server 127.0.0.1:")
                .contains("reached");
    }

    @Test
    void loginThatIsRefusedIsNamed() {
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer((recipient, tries) -> Fault.NONE, Door.REFUSES_LOGIN, 10)) {
            broadsheet.installation(server.port(), ", username: broadsheet, password: wrong-4711");

            Result result = broadsheet.run("check");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err()).contains("refuses the login of broadsheet").doesNotContain("wrong-4711");
        }
    }

    @Test
    void checksNeitherStoreArticlesNorMakeEditions() {
        broadsheet.run("check", "--offline");

        assertThat(broadsheet.rows("article")).isZero();
        assertThat(broadsheet.rows("edition")).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
