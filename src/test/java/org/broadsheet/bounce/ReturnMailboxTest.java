package org.broadsheet.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.Failure;
import org.junit.jupiter.api.Test;

/** Returned mails in a real IMAP mailbox, and what follows from them. */
class ReturnMailboxTest extends ReturnedMails {
    @Test
    void aHardBounceSuppressesAndIsMarkedAsRead() {
        comes(Mails.report(NO_TOKEN, ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
        assertThat(fetch()).isEqualTo(new FetchReport(1, 1, 0, 0));
        assertThat(isSuppressed()).isTrue();
        assertThat(flags().get(0).contains(Flags.Flag.SEEN)).isTrue();
        assertThat(fetch()).isEqualTo(new FetchReport(0, 0, 0, 0));
    }

    @Test
    void theReturnAddressTellsWhomABounceIsAboutWhateverItSays() {
        comes(Mails.notice(annasReturnAddress(), "failure notice", "<somebody@elsewhere.example>:\nNo such user.\n"));
        fetch();
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void aComplaintWithoutAnAddressIsKnownByTheLinkInTheReturnedMail() {
        comes("""
                From: feedback@provider.example
                To: abuse@example.org
                Subject: abuse report
                Content-Type: multipart/report; report-type=feedback-report; boundary=f

                --f
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1
                Version: 1
                --f
                Content-Type: message/rfc822

                From: news@example.org
                To: redacted@provider.example
                List-Unsubscribe: <%s>

                --f--
                """.formatted(links.unsubscribe("morning", annaId)));
        assertThat(fetch()).isEqualTo(new FetchReport(1, 1, 0, 0));
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void aMailedTokenUnsubscribes() {
        comes("From: " + ANNA + "\nTo: " + NO_TOKEN + "\nSubject: unsubscribe "
                + links.unsubscribeToken("morning", annaId) + "\n\n\n");
        assertThat(fetch()).isEqualTo(new FetchReport(1, 0, 1, 0));
        assertThat(subscribers.counts("morning").unsubscribed()).isEqualTo(1);
    }

    @Test
    void withoutATokenNobodyIsUnsubscribedByOthers() {
        comes("From: " + ANNA + "\nTo: " + NO_TOKEN + "\nSubject: unsubscribe\n\n" + ANNA + "\n");
        assertThat(fetch()).isEqualTo(new FetchReport(1, 0, 0, 1));
        assertThat(subscribers.counts("morning").confirmed()).isEqualTo(1);
    }

    @Test
    void softBouncesCountEachMailOnce() {
        for (int i = 0; i < 2; i++) {
            comes(Mails.report(annasReturnAddress(), ANNA.text(), "4.2.2", "452 4.2.2 mailbox full " + i));
        }
        fetch();
        folder("INBOX").getMessages().forEach(message -> message.getFlags().remove(Flags.Flag.SEEN));
        fetch();
        assertThat(isSuppressed()).isFalse();
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "4.2.2", "452 4.2.2 mailbox full"));
        fetch();
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void delaysAndAbsencesChangeNothing() {
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "4.4.1", "timed out")
                .replace("Action: failed", "Action: delayed"));
        comes("From: " + ANNA + "\nTo: " + annasReturnAddress()
                + "\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nAway.\n");
        assertThat(fetch()).isEqualTo(new FetchReport(2, 0, 0, 0));
        assertThat(isSuppressed()).isFalse();
    }

    @Test
    void whatNobodyUnderstandsStaysFlaggedForAPerson() {
        comes("From: " + ANNA + "\nTo: " + NO_TOKEN + "\nSubject: Danke\n\nSehr gelungen.\n");
        comes("\u0000\u0001\u0002 garbage");
        assertThat(fetch()).isEqualTo(new FetchReport(2, 0, 0, 2));
        assertThat(flags()).allSatisfy(flags -> {
            assertThat(flags.contains(Flags.Flag.FLAGGED)).isTrue();
            assertThat(flags.contains(Flags.Flag.SEEN)).isFalse();
        });
        assertThat(fetch().read()).isZero();
    }

    @Test
    void whatIsDoneMovesToItsFolder() {
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
        watch(inbox(Optional.of("Done"))).fetch();
        assertThat(folder("INBOX").getMessageCount()).isZero();
        assertThat(folder("Done").getMessageCount()).isEqualTo(1);
    }

    @Test
    void anOutageIsAFailureWithWhatToDo() {
        ReturnWatch mistyped = watch(inbox("wrong", Optional.empty()));
        assertThatThrownBy(mistyped::fetch)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("check bounces.inbox.username");
        ReturnWatch right = watch(inbox(Optional.empty()));
        server.stop();
        assertThatThrownBy(right::fetch).isInstanceOf(Failure.class).hasMessageContaining("cannot be reached");
    }

    @Test
    void aBounceIsDatedByWhenItCame() {
        comes(Mails.report(annasReturnAddress(), ANNA.text(), "5.1.1", "550 5.1.1 user unknown"));
        Instant before = Instant.now().minusSeconds(3600);
        fetch();
        long at = database.read(handle -> handle.createQuery("select came_at from bounce")
                .mapTo(Long.class)
                .one());
        assertThat(Instant.ofEpochMilli(at)).isAfter(before);
    }
}
