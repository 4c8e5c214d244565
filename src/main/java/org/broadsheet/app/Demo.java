package org.broadsheet.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.Failure;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Loading;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Syntaxes;
import org.broadsheet.delivery.DeliveryProgress;
import org.broadsheet.delivery.DispatchReport;
import org.broadsheet.delivery.Reach;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.feed.FeedManners.Asker;
import org.broadsheet.mail.ReceivedMail;
import org.broadsheet.mail.SampleMailServer;
import org.broadsheet.web.Inbox;
import org.broadsheet.web.InboxPages;
import org.broadsheet.web.WebServer;

/** The whole product on one machine: sample feeds, a mail server of its own, one edition of each sample newsletter. */
public final class Demo implements AutoCloseable {
    private final Path folder;
    private final Clock clock;
    private final URI pictures;
    private final SampleMailServer mailServer;
    private final Configuration configuration;
    private final App app;

    /**
     * Unpacks the samples and starts the mail server.
     *
     * @param folder where everything goes; an earlier demo there is replaced
     * @param templates the folder of the templates
     * @param web where the demo's pages are served
     */
    public Demo(Path folder, Path templates, URI web, Syntaxes syntaxes, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.pictures = web.resolve("/images/");
        new DemoFiles(clock.instant(), pictures).unpack(folder);
        this.mailServer = SampleMailServer.start();
        try {
            this.configuration = configuration(web, syntaxes);
            this.app = new App(new Layout(folder, templates), configuration, clock);
        } catch (RuntimeException e) {
            mailServer.close();
            throw e;
        }
    }

    private Configuration configuration(URI web, Syntaxes syntaxes) {
        Map<String, String> environment = Map.of(
                "DEMO_SMTP_PORT", String.valueOf(mailServer.smtpPort()),
                "DEMO_WEB_URL", web.toString(),
                "DEMO_WEB_PORT", String.valueOf(web.getPort()));
        Loading loading = new ConfigLoader(environment, syntaxes).load(folder);
        if (loading instanceof Loading.Loaded loaded) {
            return loaded.configuration();
        }
        throw new IllegalStateException("the demo's own configuration is wrong: " + loading);
    }

    /**
     * What the demo did.
     *
     * @param reports of each edition's delivery
     */
    public record Result(CollectReport collected, List<StoredEdition> editions, List<DispatchReport> reports) {}

    /** Reads the feeds, makes an edition of each newsletter, and sends it. */
    public Result run(CollectProgress progress) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        CollectReport collected = app.pipeline().collect(configuration.newsletters(), Asker.BY_HAND, progress);
        List<StoredEdition> editions = new ArrayList<>();
        List<DispatchReport> reports = new ArrayList<>();
        for (Newsletter newsletter : configuration.newsletters()) {
            StoredEdition edition = app.pipeline()
                    .publish(newsletter, now, now)
                    .orElseThrow(() -> new Failure("the demo's feeds gave nothing for " + newsletter.id()));
            editions.add(edition);
            reports.add(app.pipeline().deliver(edition, Reach.ALL, DeliveryProgress.SILENT));
        }
        return new Result(collected, editions, reports);
    }

    /** The mails that arrived, read back out of the mailboxes over IMAP. */
    public List<ReceivedMail> received() {
        Set<String> addresses = new LinkedHashSet<>();
        for (Newsletter newsletter : configuration.newsletters()) {
            newsletter.subscribers().stream().map(EmailAddress::text).forEach(addresses::add);
        }
        // Whoever signed up on the demo's pages comes after the sample readers.
        addresses.addAll(mailServer.addresses());
        return mailServer.read(addresses);
    }

    /**
     * Writes a mail to files that can be looked at without the demo running.
     *
     * @return the HTML page; the whole mail lies beside it as {@code .eml}
     */
    public Path write(ReceivedMail mail, int number) {
        Path mails = folder.resolve("mails");
        String name = number + "-" + mail.to().replaceAll("[^A-Za-z0-9.-]", "_");
        try {
            Files.createDirectories(mails);
            Files.writeString(mails.resolve(name + ".eml"), mail.source(), StandardCharsets.UTF_8);
            String html = mail.html().replace(pictures.toString(), "../images/");
            return Files.writeString(mails.resolve(name + ".html"), html, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("the received mail cannot be written to " + mails + ": " + e, e);
        }
    }

    /** Serves the mails that arrived, the archives and the pages that the mails link to, until it is closed. */
    public WebServer serve() {
        return app.serve(new InboxPages(new DemoInbox(), app.pageTemplates()));
    }

    /** The mailboxes as the pages see them. */
    private final class DemoInbox implements Inbox {
        @Override
        public List<Item> mails() {
            return received().stream()
                    .map(mail ->
                            new Item(mail.from(), mail.to(), mail.subject(), mail.html(), mail.plain(), mail.source()))
                    .toList();
        }

        @Override
        public List<Title> newsletters() {
            return configuration.newsletters().stream()
                    .map(newsletter -> new Title(newsletter.id(), newsletter.title()))
                    .toList();
        }

        @Override
        public Optional<byte[]> picture(String name) {
            Path picture = folder.resolve("images").resolve(name);
            if (!name.matches("[a-z0-9-]+\\.(jpg|png)") || !Files.isRegularFile(picture)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readAllBytes(picture));
            } catch (IOException e) {
                throw new Failure("the demo's picture " + picture + " cannot be read: " + e, e);
            }
        }
    }

    @Override
    public void close() {
        app.close();
        mailServer.close();
    }
}
