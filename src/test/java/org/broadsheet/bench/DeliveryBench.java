package org.broadsheet.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.Backoff;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;
import org.broadsheet.config.Mailbox;
import org.broadsheet.config.Pace;
import org.broadsheet.delivery.DeliveryParts;
import org.broadsheet.delivery.DeliveryProgress;
import org.broadsheet.delivery.DispatchReport;
import org.broadsheet.delivery.Dispatcher;
import org.broadsheet.delivery.EditionPauseStore;
import org.broadsheet.delivery.FanOutStore;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.delivery.Owed;
import org.broadsheet.delivery.Owner;
import org.broadsheet.delivery.Pacing;
import org.broadsheet.delivery.Reach;
import org.broadsheet.delivery.SmtpRelay;
import org.broadsheet.edition.Marks;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.mail.EditionMail;
import org.broadsheet.mail.MessageComposer;
import org.broadsheet.mail.Recipient;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.Frequency;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.testing.WholeEdition;

/**
 * How fast an edition is owed and delivered, with everything on: ledger on the disk, each mail personal.
 *
 * <p>Usage: {@code DeliveryBench FOLDER PORT MAILS CONNECTIONS...} against a server on this machine that takes
 * everything, {@code DeliveryBench grow FOLDER PORT CONNECTIONS READERS...} to see how it grows, or {@code DeliveryBench
 * sample FOLDER} to write one mail. Prints a line for each: what, connections, mails a second.
 */
final class DeliveryBench {
    private static final String NEWSLETTER = "morning";
    private static final int WARM_UP = 5_000;
    private static final int LOOKS = 10;

    private final Clock clock = Clock.systemUTC();
    private final BenchDigest digest = new BenchDigest();
    private final PersonalLinks links = new PersonalLinks(
            new SignedTokens(() -> "a secret".getBytes(StandardCharsets.UTF_8), clock),
            URI.create("https://news.example.org"));
    private final MessageComposer composer = new MessageComposer(
            new Publisher(
                    "Broadsheet",
                    "Musterstraße 1, 10115 Berlin",
                    new Mailbox(Optional.of("Broadsheet"), new EmailAddress("news@example.org")),
                    Optional.empty()),
            links,
            clock);

    private long mostInUse;

    public static void main(String[] args) throws Exception {
        DeliveryBench bench = new DeliveryBench();
        if (args[0].equals("sample")) {
            bench.writeSample(Path.of(args[1]));
            return;
        }
        if (args[0].equals("grow")) {
            for (int i = 4; i < args.length; i++) {
                bench.grow(Path.of(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]), args[i]);
            }
            return;
        }
        Path file = Path.of(args[0]).resolve("bench.db").toAbsolutePath();
        int port = Integer.parseInt(args[1]);
        int mails = Integer.parseInt(args[2]);
        try (Database database = Database.open("jdbc:sqlite:" + file, "", "")) {
            bench.subscribe(database, Math.max(mails, WARM_UP));
            for (int i = 3; i < args.length; i++) {
                int connections = Integer.parseInt(args[i]);
                bench.deliver(database, "warm-up-" + i, port, connections, DeliveryProgress.SILENT);
                double perSecond = bench.deliver(database, "measured-" + i, port, connections, DeliveryProgress.SILENT);
                System.out.printf(Locale.ROOT, "broadsheet %d %.0f%n", connections, perSecond);
            }
        }
    }

    /** One edition to that many readers, in a database of its own. */
    private void grow(Path folder, int port, int connections, String readers) {
        Path file = folder.resolve("readers-" + readers + ".db").toAbsolutePath();
        try (Database database = Database.open("jdbc:sqlite:" + file, "", "")) {
            subscribe(database, Integer.parseInt(readers));
            double perSecond = deliver(database, "edition-" + readers, port, connections, this::look);
            System.out.printf(Locale.ROOT, "grow %s %.0f %d%n", readers, perSecond, mostInUse() >> 20);
        }
    }

    /** The most memory in use that was seen since the last time this was asked, in bytes. */
    private long mostInUse() {
        long most = mostInUse;
        mostInUse = 0;
        return most;
    }

    /** Looks ten times, without the garbage. */
    private void look(DeliveryProgress.Count count) {
        if (count.total() >= LOOKS && count.done() % (count.total() / LOOKS) == 0) {
            System.gc();
            mostInUse = Math.max(
                    mostInUse,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }

    private void writeSample(Path folder) throws IOException {
        Recipient reader = new Recipient("s00000001", new EmailAddress("reader1@example.com"));
        Files.write(folder.resolve("mail.eml"), composer.eml(mail("sample"), reader));
        RenderedEdition rendered = digest.render("READER-ADDRESS", "https://READER-LINK", "https://READER-LINK");
        Files.writeString(folder.resolve("mail.html"), rendered.html());
        Files.writeString(folder.resolve("mail.txt"), rendered.plain());
    }

    private EditionMail mail(String edition) {
        Marks marks = Marks.of(edition);
        return new EditionMail(
                edition,
                NEWSLETTER,
                "Der Morgen",
                Locale.GERMAN,
                digest.render(marks.address(), marks.unsubscribe(), marks.preferences()));
    }

    private void subscribe(Database database, int count) {
        database.change(handle -> {
            var subscribers = handle.prepareBatch(
                    "insert into subscriber (id, email, canonical, created_at) values (?, ?, ?, 0)");
            var subscriptions = handle.prepareBatch(
                    "insert into subscription (newsletter, subscriber_id, state, source, since) values (?, ?, 'confirmed', 'bench', 0)");
            for (int i = 0; i < count; i++) {
                String id = String.format(Locale.ROOT, "s%08x", new Random(i).nextInt());
                String address = "reader" + i + "@example.com";
                subscribers.add(id + i, address, address);
                subscriptions.add(NEWSLETTER, id + i);
                if (i % 10_000 == 9_999) {
                    subscribers.execute();
                    subscriptions.execute();
                }
            }
            subscribers.execute();
            subscriptions.execute();
        });
    }

    private double deliver(Database database, String edition, int port, int connections, DeliveryProgress progress) {
        database.change(handle -> handle.execute(
                "insert into edition (id, newsletter, scheduled_for, made_at, title, language, subject, html, plain,"
                        + " contents) values (?, ?, ?, 0, '', 'de', '', '', '', '')",
                edition,
                NEWSLETTER,
                edition.hashCode()));
        LedgerStore ledger = new LedgerStore(database, clock);
        long start = System.nanoTime();
        int owed = new FanOutStore(database, clock)
                .fanOut(new Owed(edition, NEWSLETTER, Frequency.EVERY, clock.instant(), Duration.ofDays(1)), List.of());
        double fanOut = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "# fan-out of %d: %.2f s%n", owed, fanOut);
        Smtp smtp = new Smtp(
                "127.0.0.1",
                Optional.of(port),
                Security.NONE,
                Optional.empty(),
                Optional.empty(),
                connections,
                Duration.ofSeconds(30),
                Optional.empty());
        Backoff backoff = new Backoff(Duration.ofMinutes(5), Duration.ofHours(4), new Random());
        Pacing pacing = Pacing.of(Pace.unlimited(), ledger, new EditionPauseStore(database, clock), clock);
        DeliveryParts parts =
                new DeliveryParts(ledger, composer, new SmtpRelay(smtp, composer.sender()), backoff, pacing);
        Dispatcher dispatcher = new Dispatcher(parts, connections, Owner.ofThisProcess(), clock);
        long cpu = cpuTime();
        start = System.nanoTime();
        DispatchReport report = dispatcher.deliver(new WholeEdition(mail(edition)), Reach.ALL, progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "# %s: %.0f µs of processor a mail%n",
                edition,
                (cpuTime() - cpu) / 1e3 / Math.max(1, owed));
        if (report.sent() != owed) {
            throw new IllegalStateException("not everything was sent: " + report);
        }
        return owed / seconds;
    }

    /** Of all threads of this process, in nanoseconds: a measure that holds on a busy machine too. */
    private static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
