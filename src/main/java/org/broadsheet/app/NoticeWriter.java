package org.broadsheet.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Look;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.Templates;
import org.broadsheet.edition.TextWrap;
import org.broadsheet.edition.Words;
import org.broadsheet.mail.Notice;
import org.broadsheet.subscriber.Purpose;
import org.broadsheet.subscriber.ServiceMail;
import org.broadsheet.subscriber.SignUpStanding;
import org.broadsheet.subscriber.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mails to single readers. Nothing that a stranger entered stands in them but the address: whoever signs up
 * somebody else has no words of their own carried there.
 */
final class NoticeWriter {
    private static final int WIDTH = 72;

    private final Configuration configuration;
    private final Readership readership;
    private final Templates templates;

    NoticeWriter(Configuration configuration, Readership readership, Templates templates) {
        this.configuration = configuration;
        this.readership = readership;
        this.templates = templates;
    }

    /** The mail as it is right now; empty when it has become pointless. */
    Optional<Notice> write(ServiceMail mail) {
        return switch (mail.kind()) {
            case SIGN_UP -> signUp(mail);
            case MOVE -> Optional.of(notice(mail, "move", Purpose.MOVE, link("/move/", Purpose.MOVE, mail.about())));
            case MOVED -> Optional.of(notice(mail, "moved", Purpose.MOVE, null));
        };
    }

    private Optional<Notice> signUp(ServiceMail mail) {
        SignUpStanding standing = readership.signUps().standing(mail.about());
        if (standing instanceof SignUpStanding.Subscribed subscribed) {
            Subscription subscription = subscribed.subscription();
            String link = web() + "/p/" + readership.links().preferencesToken(subscription);
            return Optional.of(notice(mail, "known", Purpose.CONFIRM, link));
        }
        return standing instanceof SignUpStanding.New
                ? Optional.of(
                        notice(mail, "confirm", Purpose.CONFIRM, link("/confirm/", Purpose.CONFIRM, mail.about())))
                : Optional.empty();
    }

    private String web() {
        return configuration.installation().web().url().toString();
    }

    private String link(String path, Purpose purpose, String about) {
        return web() + path + readership.tokens().sign(purpose, about);
    }

    private Notice notice(ServiceMail mail, String kind, Purpose purpose, @Nullable String link) {
        NoticeView view = view(mail, kind, purpose, link);
        Map<String, Object> variables = Map.of("notice", view, "wrap", new TextWrap(WIDTH, mail.language()));
        String html = templates.render("mail/notice.html", mail.language(), variables);
        String plain = templates.render("mail/notice.txt", mail.language(), variables);
        return new Notice(mail.id(), mail.to(), mail.language(), view.subject(), html, tidy(plain));
    }

    private static String tidy(String text) {
        return text.lines()
                        .map(line -> line.equals("-- ") ? line : line.stripTrailing())
                        .collect(Collectors.joining("\n"))
                        .strip()
                        .replaceAll("\n{3,}", "\n\n")
                + "\n";
    }

    private NoticeView view(ServiceMail mail, String kind, Purpose purpose, @Nullable String link) {
        Optional<Newsletter> newsletter = configuration.newsletter(mail.newsletter());
        String title = newsletter.map(Newsletter::title).orElse(mail.newsletter());
        Look look = newsletter.map(Newsletter::look).orElseGet(Look::usual);
        Words words = templates.messages().in(mail.language());
        long days = purpose.lifetime().map(Duration::toDays).orElse(0L);
        Map<String, Object> values = Map.of("title", title, "days", days);
        Publisher publisher = configuration.installation().publisher();
        return new NoticeView(
                words.texts().toLanguageTag(),
                title,
                title.substring(0, title.offsetByCodePoints(0, 1)),
                look.accent().hex(),
                look.accent().text(),
                words.text("mail-" + kind + "-subject", values),
                words.text("mail-" + kind + "-title", values),
                words.text("mail-" + kind + "-text", values),
                link == null ? null : words.text("mail-" + kind + "-button", values),
                link,
                words.text("mail-" + kind + "-small", values),
                publisher.name(),
                publisher.address());
    }
}
