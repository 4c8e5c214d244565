package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.app.Checks.Finding;
import org.broadsheet.app.Checks.Grade;
import org.broadsheet.config.Dkim;
import org.broadsheet.config.DkimKey;
import org.broadsheet.mail.DkimRecord;
import org.broadsheet.net.TxtRecords;
import org.junit.jupiter.api.Test;

/** What an admin hears of the key in the DNS. */
class DkimChecksTest {
    private static final DkimKey RSA = DkimKey.generate(DkimKey.Algorithm.RSA);
    private static final DkimKey ED25519 = DkimKey.generate(DkimKey.Algorithm.ED25519);
    private static final String NAME = "s1._domainkey.example.org";
    private static final String VALUE = DkimRecord.of("s1", "example.org", RSA).value();

    private static Optional<Dkim> dkim(String domain) {
        return Optional.of(new Dkim(Optional.of(domain), "s1", RSA, Optional.empty()));
    }

    private static Finding key(TxtRecords dns) {
        List<Finding> findings = new DkimChecks(dkim("example.org"), "news.example.org", dns).run(true);
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).grade()).isEqualTo(Grade.SOUND);
        return findings.get(1);
    }

    @Test
    void aPublishedKeyIsSound() {
        assertThat(key(name -> name.equals(NAME) ? List.of(VALUE) : List.of()).problem())
                .isEmpty();
        assertThat(key(name -> List.of("k=rsa;p=" + VALUE.replaceAll(".*p=", "") + ";t=s"))
                        .problem())
                .isEmpty();
    }

    @Test
    void aKeyThatIsNotPublishedComesWithWhatToPublish() {
        Finding finding = key(name -> List.of());
        assertThat(finding.grade()).isEqualTo(Grade.FAULT);
        assertThat(finding.problem().orElseThrow())
                .contains("is not in the DNS; publish: " + NAME + ". IN TXT ( \"v=DKIM1; k=rsa; p=");
    }

    @Test
    void whateverReceiversCouldNotUseIsAFault() {
        Map.of(
                        "v=DKIM1; p=",
                        "holds no key",
                        VALUE.replace("MIIB", "MIIC"),
                        "holds another key",
                        VALUE + "; s=tlsrpt",
                        "does not allow this use",
                        VALUE + "; h=sha1",
                        "does not allow this use")
                .forEach((text, problem) -> assertThat(
                                key(name -> List.of(text)).problem().orElseThrow())
                        .contains(problem));
        assertThat(key(name -> List.of(VALUE, VALUE)).problem().orElseThrow()).contains("is there 2 times");
    }

    @Test
    void bothKeysAreLookedAt() {
        Dkim both = new Dkim(Optional.empty(), "s1", RSA, Optional.of(new Dkim.Ed25519("e1", ED25519)));
        Map<String, String> dns = Map.of(
                NAME,
                VALUE,
                "e1._domainkey.example.org",
                DkimRecord.of("e1", "example.org", ED25519).value());
        List<Finding> findings = new DkimChecks(
                        Optional.of(both),
                        "example.org",
                        name -> Optional.ofNullable(dns.get(name)).stream().toList())
                .run(true);
        assertThat(findings).hasSize(3).allMatch(finding -> finding.problem().isEmpty());
    }

    @Test
    void aDomainOfOthersIsNoted() {
        Finding finding = new DkimChecks(dkim("sender.example.net"), "example.org", name -> List.of())
                .run(false)
                .get(0);
        assertThat(finding.grade()).isEqualTo(Grade.WARNING);
        assertThat(finding.problem().orElseThrow()).contains("DMARC");
    }
}
