package org.broadsheet.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.broadsheet.Failure;
import org.broadsheet.delivery.Envelope;
import org.broadsheet.delivery.Relay;
import org.broadsheet.delivery.SmtpOutcome;
import org.broadsheet.mail.Notice;
import org.broadsheet.mail.NoticeComposer;
import org.broadsheet.subscriber.ServiceMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the mails to single readers, beside the pages, and tries again what the mail server does not take. */
final class ServiceMails implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceMails.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 20;

    private final Readership readership;
    private final NoticeWriter writer;
    private final NoticeComposer composer;
    private final Relay relay;
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "service-mails"));
    private final List<Future<?>> jobs = new ArrayList<>();

    ServiceMails(Readership readership, NoticeWriter writer, NoticeComposer composer, Relay relay) {
        this.readership = readership;
        this.writer = writer;
        this.composer = composer;
        this.relay = relay;
    }

    /** Goes on in the background until it is closed. */
    void start() {
        every(LOOK_EVERY, this::sendDue);
        every(TIDY_EVERY, this::tidy);
    }

    private void every(Duration pause, Runnable work) {
        jobs.add(background.scheduleWithFixedDelay(() -> guarded(work), 0, pause.toSeconds(), TimeUnit.SECONDS));
    }

    /** The executor would end for good with the first exception. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (Failure failure) {
            LOG.error("{}; mails to single readers are tried again later", failure.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("a mail to a single reader failed by a bug; it is tried again later", bug);
        }
    }

    private void tidy() {
        readership.signUps().deleteOld();
        readership.addressChanges().deleteOld();
    }

    /** Sends what is due. */
    void sendDue() {
        List<ServiceMail> due = readership.serviceMails().take(AT_ONCE);
        while (!due.isEmpty() && !background.isShutdown()) {
            due.forEach(this::send);
            due = readership.serviceMails().take(AT_ONCE);
        }
    }

    private void send(ServiceMail mail) {
        Optional<Notice> notice = writer.write(mail);
        if (notice.isEmpty() || isSettled(notice.get())) {
            readership.serviceMails().done(mail);
        }
    }

    /** Whether the server took the mail, or never will. */
    private boolean isSettled(Notice notice) {
        SmtpOutcome outcome = relay.sendOne(new Envelope(composer.sender(), notice.to()), composer.compose(notice));
        if (outcome instanceof SmtpOutcome.Refused refused) {
            LOG.warn("a mail that a reader asked for was refused: {}", refused.reply());
        }
        return outcome instanceof SmtpOutcome.Accepted || outcome instanceof SmtpOutcome.Refused;
    }

    @Override
    public void close() {
        jobs.forEach(job -> job.cancel(false));
        background.shutdown();
        try {
            if (!background.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a mail to a single reader is still in flight; it may be sent once more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
