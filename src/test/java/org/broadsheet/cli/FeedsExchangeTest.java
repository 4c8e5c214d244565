package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsExchangeTest {
    private static final String LIST = """
            <opml version="1.1"><head><title>My feeds: all</title></head><body>
            <outline text="Tech & Co">
            <outline type="rss" text="A & B" xmlUrl="https://a.example/feed?x=1&y=2"/>
            <outline type="rss" title="Again" xmlUrl="https://A.example/feed?x=1&amp;y=2"/>
            <outline type="rss" text="FTP" xmlUrl="ftp://a.example/feed"/>
            </outline>
            <outline type="rss" text="https://plain.example/" xmlUrl="https://plain.example/"/>
            <outline type="rss" text="None"/>
            </body></opml>
            """;

    @TempDir
    Path folder;

    private CommandLineHarness broadsheet;

    @BeforeEach
    void start() {
        broadsheet = new CommandLineHarness(folder);
    }

    @Test
    void makesANewsletterOfAList() throws IOException {
        Path list = list("My Subscriptions.opml", LIST);

        Result result = broadsheet.run("feeds", "import", list.toString(), "--language", "de");

        Path file = broadsheet.config.resolve("newsletters/my-subscriptions.yml");
        assertThat(result.out().lines())
                .containsExactly(
                        file + ": 2 added, 0 already there, 3 refused; 1 new topic",
                        "it has no schedule and no readers yet; to see it: broadsheet preview my-subscriptions");
        assertThat(result.errors())
                .containsExactly(
                        list + ":4: https://A.example/feed?x=1&y=2 stands in line 3 already",
                        list + ":5: \"FTP\": 'ftp://a.example/feed' is not an http or https address",
                        list + ":8: \"None\": it has no xmlUrl, so it is no feed");
        assertThat(result.status()).isEqualTo(1);
        assertThat(Files.readString(file))
                .startsWith("# yaml-language-server: $schema=../newsletter.schema.json\n")
                .endsWith("""
                title: "My feeds: all"
                language: de

                # When an edition is made and sent; without it, only `broadsheet send` makes one.
                # schedule: {at: "07:00", days: mon-fri, time-zone: Europe/Berlin}

                feeds:
                  - url: https://a.example/feed?x=1&y=2
                    name: "A & B"
                    topic: tech-co
                  - https://plain.example/

                # The sections, in this order. Add keywords: [...] or categories: [...] to what feeds do not say.
                topics:
                  - id: tech-co
                    title: "Tech & Co"
                """);
        assertThat(broadsheet.run("feeds").out()).contains("A & B  https://a.example/feed?x=1&y=2");
    }

    @Test
    void addsToANewsletterAndKeepsEveryLineOfItsFile() throws IOException {
        String before = """
                # My newsletter.
                title: Morgen      # what readers see
                language: de
                feeds:
                  - https://plain.example/   # the plain one
                  # - https://off.example/
                topics:
                  - {id: tech, title: TECH & CO, keywords: [KI]}
                """;
        broadsheet.write("newsletters/morning.yml", before);

        Result result = broadsheet.run("feeds", "import", list("x.opml", LIST).toString(), "--newsletter", "morning");

        assertThat(result.out()).contains(": 1 added, 1 already there, 3 refused; 0 new topics");
        String added = "  - url: https://a.example/feed?x=1&y=2\n    name: \"A & B\"\n    topic: tech\n";
        assertThat(Files.readString(broadsheet.config.resolve("newsletters/morning.yml")))
                .isEqualTo(before.replace("one\n", "one\n" + added));
        assertThat(broadsheet
                        .run("feeds", "import", folder.resolve("x.opml").toString(), "--newsletter", "morning")
                        .out())
                .isEqualTo("morning: 0 added, 2 already there, 3 refused; 0 new topics\n");
    }

    @Test
    void whereAFileCannotBeAddedToSafelyItSaysWhatToPaste() throws IOException {
        String before = """
                title: Morgen
                language: de
                feeds: &all
                  - https://plain.example/
                """;
        broadsheet.write("newsletters/morning.yml", before);

        Result result = broadsheet.run("feeds", "import", list("x.opml", LIST).toString(), "--newsletter", "morning");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("morning.yml: nothing is written, because");
        assertThat(result.out())
                .contains("  - url: https://a.example/feed?x=1&y=2\n")
                .contains("  - id: tech-co\n");
        assertThat(Files.readString(broadsheet.config.resolve("newsletters/morning.yml")))
                .isEqualTo(before);
    }

    @Test
    void whatWouldMakeTheConfigurationWrongIsTakenBack() throws IOException {
        broadsheet.newsletter("Other", List.of(), "a.xml");

        Result clash =
                broadsheet.run("feeds", "import", list("other.opml", LIST).toString());
        Result language =
                broadsheet.run("feeds", "import", list("new.opml", LIST).toString(), "--language", "klingon");

        assertThat(clash.status()).isEqualTo(1);
        assertThat(clash.err()).contains("nothing is written").contains("is the same newsletter as Other.yml");
        assertThat(language.status()).isEqualTo(1);
        assertThat(broadsheet.config.resolve("newsletters")).isDirectoryContaining("glob:**Other.yml");
        try (Stream<Path> files = Files.list(broadsheet.config.resolve("newsletters"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aListWithoutFeedsMakesNoNewsletter() throws IOException {
        Result result = broadsheet.run(
                "feeds", "import", list("none.opml", "<html><body>404").toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).containsExactly("none: there is no feed in " + folder.resolve("none.opml"));
        assertThat(broadsheet.config.resolve("newsletters")).doesNotExist();
    }

    @Test
    void thousandsOfFeedsAreImportedAtOnce() throws IOException {
        String outlines = IntStream.range(0, 5000)
                .mapToObj(i -> "<outline text='Feed " + i + "' xmlUrl='https://" + i + ".example/feed'/>")
                .collect(Collectors.joining("\n"));

        Result result = broadsheet.run(
                "feeds", "import", list("many.opml", "<opml>" + outlines).toString());

        assertThat(result.out()).contains(": 5000 added, 0 already there, 0 refused; 0 new topics");
        assertThat(result.status()).isZero();
    }

    @Test
    void noListCommandsTheTerminal() throws IOException {
        Path list = list(
                "evil.opml",
                "<opml><outline text='A&#27;[2J\u009b1m' xmlUrl='javascript:\u001b[2J'/><outline text='\u001b]0;x\u0007' xmlUrl='https://a.example/'/>");

        Result imported = broadsheet.run("feeds", "import", list.toString());

        assertThat(imported.all() + broadsheet.run("feeds").out()).doesNotContain("\u001b", "\u009b", "\u0007");
    }

    @Test
    void exportsAFolderForEachTopicAndLeavesOutFilesOfThisMachine() throws IOException {
        broadsheet.newsletter(
                "morning", "topics: [{id: ki, title: \"KI <&>\"}]", List.of(), "https://a.example/?x=1&y=2", "b.xml");
        broadsheet.write("newsletters/evening.yml", """
                title: Abend
                language: de
                feeds: [{url: "https://c.example/", name: "C \\"3\\"", topic: ki}, {url: "https://a.example/?x=1&y=2"}]
                topics: [{id: ki, title: "KI <&>"}]
                """);

        Result result = broadsheet.run("feeds", "export");

        assertThat(result.out().replaceFirst("<dateCreated>.*</dateCreated>", "<dateCreated/>"))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>Broadsheet</title>
                    <dateCreated/>
                  </head>
                  <body>
                    <outline type="rss" text="https://a.example/?x=1&amp;y=2" title="https://a.example/?x=1&amp;y=2" xmlUrl="https://a.example/?x=1&amp;y=2"/>
                    <outline text="KI &lt;&amp;&gt;" category="ki">
                      <outline type="rss" text="C &quot;3&quot;" title="C &quot;3&quot;" xmlUrl="https://c.example/"/>
                    </outline>
                  </body>
                </opml>
                """);
        assertThat(result.errors())
                .containsExactly(
                        broadsheet.config.resolve("newsletters/b.xml") + ": left out, as it is a file of this machine");
        Path out = folder.resolve("x.opml");
        assertThat(broadsheet
                        .run("feeds", "export", "evening", "--out", out.toString())
                        .out())
                .isEmpty();
        assertThat(Files.readString(out)).contains("<title>Abend</title>");
    }

    private Path list(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
