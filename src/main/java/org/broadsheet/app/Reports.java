package org.broadsheet.app;

import java.time.Instant;
import java.util.List;
import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.WeeklyReport;
import org.broadsheet.delivery.Envelope;
import org.broadsheet.delivery.Relay;
import org.broadsheet.delivery.SmtpOutcome;
import org.broadsheet.mail.Notice;
import org.broadsheet.mail.NoticeComposer;
import org.broadsheet.schedule.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails the weekly report to the admin, once for each due time. */
public final class Reports implements Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final WeeklyReport settings;
    private final ReportWriter writer;
    private final ReportStore store;
    private final NoticeComposer composer;
    private final Relay relay;

    Reports(WeeklyReport settings, ReportWriter writer, ReportStore store, NoticeComposer composer, Relay relay) {
        this.settings = settings;
        this.writer = writer;
        this.store = store;
        this.composer = composer;
        this.relay = relay;
    }

    /** Whether one was ever sent: whoever has just asked for reports missed none. */
    boolean everSent() {
        return store.last().isPresent();
    }

    @Override
    public void run(String id, Instant due) {
        if (store.last().filter(last -> !last.isBefore(due)).isEmpty()) {
            send(due, settings.to());
            store.sent(due);
            LOG.info("the weekly report is sent");
        }
    }

    /** The report of the week before an instant, as its text part. */
    public String text(Instant until) {
        return written(until).plain();
    }

    private ReportWriter.Written written(Instant until) {
        return writer.write(until, settings.timeZone(), settings.language());
    }

    /**
     * Mails the report of the week before an instant.
     *
     * @throws Failure when the mail server does not take it
     */
    public void send(Instant until, List<EmailAddress> to) {
        ReportWriter.Written report = written(until);
        int number = 0;
        for (EmailAddress address : to) {
            number++;
            Notice notice = new Notice(
                    "report-" + until.toEpochMilli() + "-" + number,
                    address,
                    settings.language(),
                    report.subject(),
                    report.html(),
                    report.plain());
            SmtpOutcome outcome = relay.sendOne(new Envelope(composer.sender(), address), composer.compose(notice));
            if (!(outcome instanceof SmtpOutcome.Accepted)) {
                throw new Failure(relay.name() + " did not take the weekly report to " + address + ": "
                        + TestMail.reason(outcome));
            }
        }
    }
}
