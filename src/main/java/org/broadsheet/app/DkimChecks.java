package org.broadsheet.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.Failure;
import org.broadsheet.app.Checks.Finding;
import org.broadsheet.config.Dkim;
import org.broadsheet.mail.DkimRecord;
import org.broadsheet.net.TxtRecords;

/** Looks whether receivers can check the signatures of our mails. */
final class DkimChecks {
    private final Optional<Dkim> dkim;
    private final String sender;
    private final TxtRecords dns;

    /** @param sender the domain of the sender */
    DkimChecks(Optional<Dkim> dkim, String sender, TxtRecords dns) {
        this.dkim = dkim;
        this.sender = sender;
        this.dns = dns;
    }

    /** @param network whether the DNS is asked; the keys themselves were checked when they were read */
    List<Finding> run(boolean network) {
        List<Finding> findings = new ArrayList<>();
        dkim.ifPresent(signing -> {
            String domain = signing.domain().orElse(sender);
            findings.add(aligned(domain));
            findings.add(key(DkimRecord.of(signing.selector(), domain, signing.privateKey()), network));
            signing.ed25519()
                    .map(second -> DkimRecord.of(second.selector(), domain, second.privateKey()))
                    .ifPresent(second -> findings.add(key(second, network)));
        });
        return findings;
    }

    /** Receivers believe the sender by a signature of the same organisation only (RFC 7489 section 3.1.1). */
    private Finding aligned(String domain) {
        String what = "DKIM domain " + domain;
        boolean related = domain.equals(sender) || sender.endsWith("." + domain) || domain.endsWith("." + sender);
        return related
                ? Finding.sound(what)
                : Finding.note(
                        what,
                        "is not of the same organisation as publisher.from (" + sender + "), so DMARC does not count"
                                + " its signatures; let both be one domain");
    }

    private Finding key(DkimRecord record, boolean network) {
        if (!network) {
            return Finding.sound("DKIM key for " + record.name());
        }
        String what = "DKIM record " + record.name();
        try {
            return published(what, record, dns.of(record.name()));
        } catch (Failure failure) {
            return Finding.wrong(what, failure);
        }
    }

    private static Finding published(String what, DkimRecord record, List<String> texts) {
        // Of several records under one name, a receiver may take any (RFC 6376 section 3.6.2.2).
        Optional<String> problem = texts.size() > 1
                ? Optional.of("is there " + texts.size() + " times; leave one")
                : texts.stream().findFirst().map(record::problemOf).orElse(Optional.of("is not in the DNS"));
        return problem.map(words -> Finding.wrong(what, new Failure(words + "; publish: " + record.zoneLine())))
                .orElse(Finding.sound(what));
    }
}
