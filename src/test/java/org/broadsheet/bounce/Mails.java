package org.broadsheet.bounce;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.broadsheet.reply.Verdict;

/** Returned mails for tests, in the dialects of many programs, and short ways to read them. */
final class Mails {
    private Mails() {}

    static Reading read(String mail) {
        return new BounceReader().read(mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String address(Reading reading) {
        return reading.recipients().get(0).address();
    }

    static Verdict verdict(Reading reading) {
        return Optional.of(reading.recipients().get(0))
                .flatMap(FailedRecipient::verdict)
                .orElseThrow();
    }

    /** A bounce of one recipient as RFC 3464 wants it. */
    static String report(String to, String recipient, String status, String diagnosis) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                Your message could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s

                --b1
                Content-Type: text/rfc822-headers

                From: Broadsheet <news@example.org>
                To: %s
                Subject: Der Morgen

                --b1--
                """.formatted(to, recipient, status, diagnosis, recipient);
    }

    /** A notice in plain words. */
    static String notice(String to, String subject, String text) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net
                To: %s
                Subject: %s

                %s""".formatted(to, subject, text);
    }
}
