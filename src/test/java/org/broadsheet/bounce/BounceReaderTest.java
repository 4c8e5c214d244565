package org.broadsheet.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.broadsheet.reply.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReaderTest {
    private static final String OWN = "bounce@news.example.org";
    private static final String ANNA = "anna@example.com";

    @Test
    void aReportIsReadFromItsFields() {
        Reading reading = Mails.read(Mails.report(OWN, ANNA, "5.1.1", "550 5.1.1 <anna@example.com>: user unknown"));
        assertThat(reading.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(Mails.address(reading)).isEqualTo(ANNA);
        assertThat(Mails.verdict(reading).status()).hasToString("5.1.1");
        assertThat(Mails.verdict(reading).severity()).isEqualTo(Severity.HARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsAndMboxLinesMakeNoDifference(String lineEnd) {
        String mail =
                "From MAILER-DAEMON Thu Apr  3 10:00:00 2025\n" + Mails.report(OWN, ANNA, "5.2.2", "552 mailbox full");
        Reading reading = Mails.read(mail.replace("\n", lineEnd));
        assertThat(Mails.address(reading)).isEqualTo(ANNA);
        assertThat(Mails.verdict(reading).severity()).isEqualTo(Severity.SOFT);
    }

    @Test
    void wordsWinOverACarelessCode() {
        Reading reading = Mails.read(Mails.report(OWN, ANNA, "5.1.1", "552 the mailbox of anna is over quota"));
        assertThat(Mails.verdict(reading).severity()).isEqualTo(Severity.SOFT);
    }

    @Test
    void fieldsInOneHeapWithBrokenFoldingAreToldApart() {
        String mail = Mails.report(OWN, ANNA, "5.0.0", "550-Nobody of that name\n550 no such user here")
                .replace("net\n\nFinal", "net\nFinal");
        Reading reading = Mails.read(mail);
        assertThat(reading.recipients()).hasSize(1);
        assertThat(Mails.verdict(reading).severity()).isEqualTo(Severity.HARD);
    }

    @Test
    void aReportThatLostItsBordersIsFoundInTheText() {
        String mail = Mails.report(OWN, ANNA, "5.1.1", "550 5.1.1 user unknown")
                .replace("boundary=\"b1\"", "boundary=\"lost\"");
        assertThat(Mails.address(Mails.read(mail))).isEqualTo(ANNA);
    }

    @Test
    void eachRecipientOfAReportGetsItsOwnVerdict() {
        String mail = Mails.report(OWN, ANNA, "5.1.1", "550 5.1.1 user unknown")
                .replace("\n\n--b1\nContent-Type: text/rfc822", """


                        Final-Recipient: rfc822; ben@example.com
                        Action: failed
                        Status: 4.2.2
                        Diagnostic-Code: smtp; 452 4.2.2 mailbox full

                        --b1
                        Content-Type: text/rfc822""");
        Reading reading = Mails.read(mail);
        assertThat(reading.recipients()).extracting(FailedRecipient::address).containsExactly(ANNA, "ben@example.com");
        assertThat(reading.recipients().get(1).verdict().orElseThrow().severity())
                .isEqualTo(Severity.SOFT);
    }

    @Test
    void whomAForwarderGaveUpIsKnownByTheAddressThatWeMailed() {
        String mail = Mails.report(OWN, "anna@inner.example.net", "5.1.1", "550 user unknown")
                .replace("Action:", "Original-Recipient: rfc822;anna@example.com\nAction:");
        assertThat(Mails.read(mail).recipients().get(0).aliases()).contains(ANNA);
    }

    @Test
    void aDelayIsNoBounce() {
        String mail =
                Mails.report(OWN, ANNA, "4.4.1", "connection timed out").replace("Action: failed", "Action: delayed");
        assertThat(Mails.read(mail).kind()).isEqualTo(Kind.DELAY);
        assertThat(Mails.read(
                                Mails.notice(
                                        OWN,
                                        "Warning: message delayed 24 hours",
                                        "Your message has not yet been delivered to\n\n  anna@example.com\n\nNo action is required on your part."))
                        .kind())
                .isEqualTo(Kind.DELAY);
    }

    @Test
    void aReportOfDeliveryIsAReceipt() {
        String mail = Mails.report(OWN, ANNA, "2.0.0", "250 ok").replace("Action: failed", "Action: delivered");
        assertThat(Mails.read(mail).kind()).isEqualTo(Kind.RECEIPT);
    }

    @Test
    void aReadReceiptIsAReceipt() {
        assertThat(Mails.read("""
                        From: Anna <anna@example.com>
                        Subject: Read: Der Morgen
                        Content-Type: multipart/report; report-type=disposition-notification; boundary=x

                        --x
                        Content-Type: text/plain

                        Your message was read on Monday.
                        --x
                        Content-Type: message/disposition-notification

                        Final-Recipient: rfc822;anna@example.com
                        Disposition: manual-action/MDN-sent-manually; displayed
                        --x--
                        """).kind()).isEqualTo(Kind.RECEIPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Abwesenheitsnotiz: Der Morgen | Ich bin bis Montag im Urlaub.",
                "Out of office: Der Morgen | I will be back on Monday.",
                "Automatische Antwort: Der Morgen | Wir melden uns.",
                "Réponse automatique : Der Morgen | Je suis absente.",
                "Re: Der Morgen (Auto-Reply) | I am currently away."
            })
    void whoeverIsAwayIsNotBounced(String subject, String text) {
        Reading reading = Mails.read("From: Anna <anna@example.com>\nTo: " + OWN + "\nSubject: " + subject
                + "\nAuto-Submitted: auto-replied\n\n" + text + "\n");
        assertThat(reading.kind()).isEqualTo(Kind.VACATION);
        assertThat(Mails.address(reading)).isEqualTo(ANNA);
    }

    @Test
    void aPersonsAnswerIsOther() {
        String mail = """
                From: Anna <anna@example.com>
                To: news@example.org
                Subject: Re: Der Morgen

                Danke, sehr gelungen!
                """;

        assertThat(Mails.read(mail).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void aComplaintNamesWhoComplainedOrElseTheMail() {
        String mail = """
                From: feedback@provider.example
                Subject: abuse report
                Content-Type: multipart/report; report-type=feedback-report; boundary=f

                --f
                Content-Type: text/plain

                This is an abuse report.
                --f
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1
                Version: 1
                Original-Mail-From: <bounce+TRACE@news.example.org>
                Original-Rcpt-To: <anna@example.com>
                --f
                Content-Type: message/rfc822

                From: news@example.org
                To: redacted@provider.example
                Message-ID: <edition.reader@example.org>

                --f--
                """;
        Reading reading = Mails.read(mail);
        assertThat(reading.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(Mails.address(reading)).isEqualTo(ANNA);
        assertThat(reading.traces()).contains("<bounce+TRACE@news.example.org>", "<edition.reader@example.org>");
        assertThat(Mails.read(mail.replace("Feedback-Type: abuse", "Feedback-Type: not-spam"))
                        .kind())
                .isNotEqualTo(Kind.COMPLAINT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Each as its program words it; hard or soft, and the status that follows.
                "Mail delivery failed: returning message to sender | A message that you sent could not be delivered.\\n\\n  anna@example.com\\n    Unrouteable address | 5.1.1 | HARD",
                "failure notice | Hi. This is the qmail-send program at mx.\\n\\n<anna@example.com>:\\nSorry, no mailbox here by that name. (#5.1.1) | 5.1.1 | HARD",
                "Undelivered Mail Returned to Sender | This is the mail system at host mx.\\n\\n<anna@example.com>: host mx.example.com said: 452 4.2.2 The email account is over quota | 4.2.2 | SOFT",
                "Returned mail: see transcript for details | ----- The following addresses had permanent fatal errors -----\\n<anna@example.com>\\n\\n----- Transcript of session follows -----\\n<<< 554 5.7.1 blocked using a blocklist | 5.7.1 | SOFT",
                "Undeliverable: Der Morgen | Your message did not reach some or all of the intended recipients.\\n\\n  anna@example.com on 1.2.2025\\n    The e-mail account does not exist at the organization this message was sent to. | 5.1.1 | HARD",
                "Mail delivery failed | Die folgende Adresse ist nicht zustellbar:\\n\\nanna@example.com:\\nEmpfänger unbekannt | 5.1.1 | HARD",
                "Mail delivery failed | Ihre Nachricht konnte nicht zugestellt werden:\\n\\nanna@example.com:\\nDas Postfach ist voll | 5.2.2 | SOFT",
                "Delivery Status Notification (Failure) | Delivery to the following recipient failed permanently:\\n\\n     anna@example.com\\n\\nTechnical details: DNS Error: Domain name not found | 5.1.2 | HARD",
                "DELIVERY FAILURE: User anna not listed in Domino Directory | Your message was not delivered to:\\n\\n  anna@example.com\\n\\nbecause:\\n\\n  User anna (anna@example.com) not listed in Domino Directory | 5.1.1 | HARD",
                "Mail System Error - Returned Mail | The user(s) account is disabled.\\n\\n<anna@example.com> | 5.2.1 | SOFT",
                "Message status - undeliverable | The message that you sent was undeliverable to the following:\\n  anna@example.com (message exceeds the maximum message size) | 5.3.4 | SOFT",
                "Undeliverable Mail | Unknown user: anna@example.com | 5.1.1 | HARD",
                "Delivery failed | Message was not delivered to anna@example.com within 3 days; delivery time expired | 4.4.7 | SOFT",
                "Failure Notice | Sorry, we were unable to deliver your message to the following address.\\n\\n<anna@example.com>:\\nRemote host said: 554 delivery error: dd This user doesn't have an account here | 5.1.1 | HARD"
            })
    void noticesInPlainWordsAreUnderstood(String subject, String text, String status, Severity severity) {
        Reading reading = Mails.read(Mails.notice(OWN, subject, latin(text.replace("\\n", "\n"))));
        assertThat(reading.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(Mails.address(reading)).isEqualTo(ANNA);
        assertThat(Mails.verdict(reading).status()).hasToString(status);
        assertThat(Mails.verdict(reading).severity()).isEqualTo(severity);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theNoticeIsReadInWhateverItIsEncoded() {
        String text = "anna@example.com\n宛先が存在しません\n";
        String mail =
                "From: MAILER-DAEMON@mx.example.jp\nSubject: Mail System Error\nContent-Type: text/plain; charset=ISO-2022-JP\n";
        byte[] iso = text.getBytes(Charset.forName("ISO-2022-JP"));
        Reading plain = Mails.read(mail + "\n" + new String(iso, StandardCharsets.ISO_8859_1));
        Reading packed = Mails.read(mail + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(iso));
        assertThat(Mails.verdict(plain).severity()).isEqualTo(Severity.HARD);
        assertThat(Mails.verdict(packed).severity()).isEqualTo(Severity.HARD);
    }

    @Test
    void theReturnedMailsOwnWordsAreNotTheServers() {
        Reading reading = Mails.read(Mails.notice(OWN, "Mail delivery failed", """
                  anna@example.com
                    Connection refused

                ------ This is a copy of the message, including all the headers. ------

                Return-path: <news@example.org>
                Message-ID: <1@example.org>
                To: ben@example.com
                Subject: user unknown, mailbox full

                User unknown! Write to carl@example.com.
                """));
        assertThat(reading.recipients()).extracting(FailedRecipient::address).containsExactly(ANNA);
        assertThat(Mails.verdict(reading).status()).hasToString("5.4.1");
    }

    @Test
    void noticesOfAmazonSesAreReadFromTheirJson() {
        Reading reading = Mails.read("From: no-reply@sns.amazonaws.com\nSubject: AWS Notification Message\n\n"
                + "{\"notificationType\":\"Bounce\",\"bounce\":{\"bouncedRecipients\":[{\"emailAddress\":\"anna@example.com\","
                + "\"status\":\"5.1.1\",\"diagnosticCode\":\"smtp; 550 5.1.1 user unknown\"}]},\"mail\":{}}");
        assertThat(Mails.address(reading)).isEqualTo(ANNA);
        assertThat(Mails.verdict(reading).severity()).isEqualTo(Severity.HARD);
    }

    @Test
    void nothingThrowsWhateverTheBytesAre() {
        long seed = Long.getLong("broadsheet.seed", 20251127L);
        Random random = new Random(seed);
        byte[][] seeds = {
            Mails.report(OWN, ANNA, "5.1.1", "550 user unknown").getBytes(StandardCharsets.UTF_8),
            Mails.notice(OWN, "failure notice", "<anna@example.com>:\nno such user")
                    .getBytes(StandardCharsets.UTF_8)
        };
        BounceReader reader = new BounceReader();
        for (int round = 0; round < 2000; round++) {
            byte[] mail = seeds[round % seeds.length].clone();
            for (int i = random.nextInt(40); i >= 0; i--) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(mail, random.nextInt(mail.length + 1));
            assertThat(reader.read(cut)).as("seed %d, round %d", seed, round).isNotNull();
        }
    }

    @Test
    void hugeAndMonotonousMailsEnd() {
        for (String piece :
                new String[] {"a", "is ", "a@", "a: b\n", "<<<", "--b1\n", "550 ", "\n\n", "=?utf-8?q?", "( "}) {
            String mail =
                    "Return-Path: <>\nFrom: MAILER-DAEMON@mx\nSubject: failure notice\nContent-Type: multipart/mixed; boundary=b1\n\n"
                            + piece.repeat(1_000_000 / piece.length());
            assertThat(Mails.read(mail)).isNotNull();
        }
    }
}
