package org.broadsheet.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.delivery.DeliveryProgress;
import org.broadsheet.delivery.Reach;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.web.WebServer;

/** The whole service for readers: two newsletters, their pages over HTTP, and a mail server that takes everything. */
final class ReaderHouse implements AutoCloseable {
    private static final Path TEMPLATES = Path.of("templates").toAbsolutePath();
    private static final long PATIENCE_MILLIS = 20_000;

    private final Path folder;
    private final Clock clock;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Configuration configuration;
    private final App app;
    private final URI web;
    private final WebServer server;

    ReaderHouse(Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.web = URI.create("http://127.0.0.1:" + freePort());
        mail.start();
        write("broadsheet.yml", """
                publisher: {name: Beispielverlag, address: "Musterstraße 1, 10115 Berlin", from: "Beispielverlag <news@example.org>"}
                database: {url: "jdbc:sqlite:test.db"}
                smtp: {host: 127.0.0.1, port: %d, security: none}
                web: {url: "%s", listen: "127.0.0.1:%d", keep-ip: true, secret: "a secret"}
                """.formatted(mail.getSmtp().getPort(), web, web.getPort()));
        newsletter("morgen", "Der Morgen", "de", "Klima", "Windpark auf See", "Fußball", "Pokal für Rostock");
        newsletter("morning", "The Morning", "en", "Climate", "Wind farm at sea", "Football", "Cup goes to Rostock");
        this.configuration =
                ((Loading.Loaded) new ConfigLoader(Map.of(), Newsletters.ANY_SYNTAX).load(folder)).configuration();
        this.app = new App(new Layout(folder, TEMPLATES), configuration, clock);
        this.server = app.serve();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void newsletter(String id, String title, String language, String... topicsAndHeadlines) throws IOException {
        StringBuilder yaml = new StringBuilder("title: " + title + "\nlanguage: " + language
                + "\nschedule: {at: \"07:00\", time-zone: Europe/Berlin}\nfeeds:\n");
        StringBuilder topics = new StringBuilder("topics:\n");
        for (int i = 0; i < topicsAndHeadlines.length; i += 2) {
            String topic = topicsAndHeadlines[i].toLowerCase(Locale.ROOT).replace("ß", "ss");
            feed(id + i + ".xml", topicsAndHeadlines[i + 1]);
            yaml.append("  - {url: ")
                    .append(id)
                    .append(i)
                    .append(".xml, topic: ")
                    .append(topic)
                    .append("}\n");
            topics.append("  - {id: ")
                    .append(topic)
                    .append(", title: ")
                    .append(topicsAndHeadlines[i])
                    .append("}\n");
        }
        write("newsletters/" + id + ".yml", yaml + topics.toString());
    }

    private void feed(String name, String headline) throws IOException {
        String slug = headline.replaceAll("[^A-Za-z]+", "-");
        write("newsletters/" + name, """
                <rss version="2.0"><channel><title>Küstenblatt</title><link>https://example.org/</link>
                <item><title>%s</title><link>https://example.org/%s</link><guid>%s</guid><pubDate>%s</pubDate>
                <description>%s.</description></item>
                </channel></rss>
                """.formatted(
                        headline,
                        slug,
                        slug,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().minus(1, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC)),
                        headline));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    App app() {
        return app;
    }

    URI web() {
        return web;
    }

    void stopMail() {
        mail.stop();
    }

    /** Makes an edition of a newsletter and sends it to everybody. */
    StoredEdition publish(String newsletter) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        app.pipeline().collect(configuration.newsletters(), Asker.BY_HAND, CollectProgress.SILENT);
        StoredEdition edition = app.pipeline()
                .publish(configuration.newsletter(newsletter).orElseThrow(), now, now)
                .orElseThrow();
        app.pipeline().deliver(edition, Reach.ALL, DeliveryProgress.SILENT);
        return edition;
    }

    /** Makes the round-up of a newsletter and sends it to weekly readers. */
    StoredEdition roundUp(String newsletter) throws InterruptedException {
        Newsletter some = configuration.newsletter(newsletter).orElseThrow();
        StoredEdition edition = app.pipeline()
                .publishRoundUp(
                        some, DueTimes.latestRoundUp(some, clock.instant()).orElseThrow(), clock.instant())
                .orElseThrow();
        app.pipeline().deliver(edition, Reach.ALL, DeliveryProgress.SILENT);
        return edition;
    }

    /** How many mails arrived so far. */
    int mails() {
        return mail.getReceivedMessages().length;
    }

    /** Waits for that many mails in all, and gives the newest to an address. */
    MimeMessage newest(int count, String address) throws MessagingException {
        if (!mail.waitForIncomingEmail(PATIENCE_MILLIS, count)) {
            throw new AssertionError("only " + mails() + " of " + count + " mails arrived");
        }
        String envelope = new EmailAddress(address).envelope();
        MimeMessage[] all = mail.getReceivedMessages();
        for (int i = all.length - 1; i >= 0; i--) {
            if (all[i].getHeader("To")[0].equals(envelope)) {
                return all[i];
            }
        }
        throw new AssertionError("no mail to " + address);
    }

    /** The text of a part: 0 is the plain one, 1 the HTML one. */
    static String part(MimeMessage message, int number) throws MessagingException, IOException {
        BodyPart part = ((Multipart) message.getContent()).getBodyPart(number);
        return String.valueOf(part.getContent());
    }

    /** The first link in a mail that leads there, such as {@code /confirm/}. */
    URI link(MimeMessage message, String path) throws MessagingException, IOException {
        Matcher link =
                Pattern.compile(Pattern.quote(web + path) + "[A-Za-z0-9_-]+").matcher(part(message, 0));
        return Optional.of(link)
                .filter(Matcher::find)
                .map(Matcher::group)
                .map(URI::create)
                .orElseThrow(() -> new AssertionError("no link to " + path));
    }

    List<String> subscribed(String newsletter) {
        List<String> addresses = new ArrayList<>();
        app.subscribers().forEachConfirmed(newsletter, addresses::add);
        return addresses;
    }

    @Override
    public void close() {
        server.close();
        app.close();
        mail.stop();
    }
}
