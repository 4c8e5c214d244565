package org.broadsheet.edition;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Mailbox;
import org.broadsheet.mail.EditionMail;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.Recipient;
import org.broadsheet.story.Story;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.SignedTokens;

/** Measures how fast editions become mails, on one core, and how large they are. */
public final class EditionBench {
    private static final int ROUNDS = 9;
    private static final int RUNS = 60;
    private static final String SUMMARY =
            "Passwörter bleiben nur als Notlösung erhalten. Was Sie jetzt schon einrichten"
                    + " können, worauf Sie beim Smartphone achten sollten und wem das alles zu schnell geht.";

    private final Templates templates = new Templates(RenderFixture.SHIPPED, Optional.empty());
    private final EditionRenderer renderer = RenderFixture.renderer(templates);
    private final MessageComposer composer = composer();

    private EditionBench() {}

    public static void main(String[] args) {
        EditionBench bench = new EditionBench();
        Edition edition = edition(40);
        DigestView view = bench.whole(edition);
        bench.time("templates alone", () -> bench.printed(view));
        bench.time("rendered", () -> bench.renderer.render(edition).html().length());
        bench.time("rendered and encoded", () -> bench.mail(edition).length);
        for (int stories : new int[] {14, 40, 200}) {
            bench.size(stories);
        }
    }

    /** An edition whose stories have all that a story can have, in five topics. */
    private static Edition edition(int stories) {
        List<Section> sections = IntStream.range(0, 5)
                .mapToObj(topic -> new Section("t" + topic, "Thema Nummer " + topic, stories(topic, stories)))
                .toList();
        return RenderFixture.edition("de", sections);
    }

    private static List<Story> stories(int topic, int all) {
        return IntStream.range(0, all)
                .filter(number -> number % 5 == topic)
                .mapToObj(number -> RenderFixture.story(
                                "Behörden stellen ihre Online-Dienste binnen Monaten um, Teil " + number)
                        .summary(SUMMARY)
                        .image("https://images.example.org/2025/11/12/picture-" + number + ".jpg")
                        .alsoBy("The Ledger", "Wattwerk")
                        .build("https://news.example.org/2025/11/12/article-" + number))
                .toList();
    }

    private DigestView whole(Edition edition) {
        List<Cut> cuts = Cut.of(edition);
        return views(edition).mail(cuts.get(cuts.size() - 1));
    }

    private DigestViews views(Edition edition) {
        return new DigestViews(
                edition,
                templates.messages().in(edition.language()),
                publisher(),
                URI.create("https://news.example.org"),
                new Illustrations.Linked());
    }

    private int printed(DigestView view) {
        Map<String, Object> variables = Map.of("digest", view, "wrap", new TextWrap(72, Locale.GERMAN));
        return templates.render("digest.html", Locale.GERMAN, variables).length()
                + templates.render("digest.txt", Locale.GERMAN, variables).length();
    }

    private byte[] mail(Edition edition) {
        EditionMail mail = new EditionMail(
                edition.id(), edition.newsletter(), edition.title(), edition.language(), renderer.render(edition));
        return composer.eml(mail, new Recipient("s1", new EmailAddress("anna@example.org")));
    }

    private static MessageComposer composer() {
        SignedTokens tokens = new SignedTokens(() -> new byte[32], Clock.systemUTC());
        return new MessageComposer(
                publisher(), new PersonalLinks(tokens, URI.create("https://news.example.org")), Clock.systemUTC());
    }

    private static Publisher publisher() {
        Mailbox from = new Mailbox(Optional.empty(), new EmailAddress("news@example.org"));
        return new Publisher("Verlag", "Musterstraße 1, 10115 Berlin", from, Optional.empty());
    }

    private void time(String what, IntSupplier work) {
        double[] seconds = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> seconds(work))
                .skip(ROUNDS / 3)
                .sorted()
                .toArray();
        System.out.printf(Locale.ROOT, "%s: %.0f/s%n", what, RUNS / seconds[seconds.length / 2]);
    }

    /** Of the processor: others may use the machine as well. */
    private static double seconds(IntSupplier work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int[] results = IntStream.range(0, RUNS).map(run -> work.getAsInt()).toArray();
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (Arrays.stream(results).anyMatch(length -> length == 0)) {
            throw new IllegalStateException("nothing was made");
        }
        return (end - start) / 1e9;
    }

    private void size(int stories) {
        Edition edition = edition(stories);
        RenderedEdition rendered = renderer.render(edition);
        System.out.printf(
                Locale.ROOT,
                "%d stories: HTML %.1f kB, text %.1f kB, mail %.1f kB%n",
                stories,
                kilobytes(rendered.html().getBytes(StandardCharsets.UTF_8)),
                kilobytes(rendered.plain().getBytes(StandardCharsets.UTF_8)),
                kilobytes(mail(edition)));
    }

    private static double kilobytes(byte[] bytes) {
        return bytes.length / 1000.0;
    }
}
