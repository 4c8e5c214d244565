package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.edition.Templates;
import org.broadsheet.lint.MailLint;
import org.broadsheet.lint.Source;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mails to single readers. */
class ReaderMailsTest extends ReaderVisit {
    @Test
    void mailThatAsksBackIsNoMailOfAListAndHoldsNothingThatAStrangerWrote() throws Exception {
        visitor.signUp("morgen", ANNA, "name=" + Visitor.encoded("Visit https://evil.example/"));
        MimeMessage mail = house.newest(1, ANNA);

        assertThat(mail.getSubject()).isEqualTo("Bitte bestätigen: Der Morgen");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(ReaderHouse.part(mail, 0) + ReaderHouse.part(mail, 1)).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "fr", "es", "it", "nl", "pt"})
    void mailsToSingleReadersAreSoundInEveryLanguage(String language) throws Exception {
        house.app().subscribers().add("morgen", new EmailAddress("ben@example.org"), "test");
        visitor.signUp("morgen", ANNA, "language=" + language);
        visitor.signUp("morgen", "ben@example.org", "language=" + language);
        for (String address : List.of(ANNA, "ben@example.org")) {
            MimeMessage mail = house.newest(2, address);
            Source html = new Source(ReaderHouse.part(mail, 1), Templates.PLACE, ownPage -> true);

            assertThat(new MailLint().look(html)).isEmpty();
            assertThat(Jsoup.parse(ReaderHouse.part(mail, 1)).select("html").attr("lang"))
                    .isEqualTo(language);
            assertThat(mail.getHeader("Content-Language")).containsExactly(language);
            assertThat(ReaderHouse.part(mail, 0).lines())
                    .allMatch(line -> line.length() <= 76 || line.startsWith("http"));
        }
    }
}
