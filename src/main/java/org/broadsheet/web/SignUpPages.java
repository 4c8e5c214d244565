package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.Colour;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Look;
import org.broadsheet.config.Newsletter;
import org.broadsheet.subscriber.Choices;
import org.broadsheet.subscriber.Frequency;
import org.broadsheet.subscriber.SignUp;
import org.broadsheet.subscriber.TokenCheck;

/**
 * Getting onto the list: a form, a mail, and the page that its link opens.
 *
 * <p>Whatever is known of an address, the answer is the same. GET changes nothing, because scanners of mail follow every
 * link.
 */
public final class SignUpPages implements Pages {
    /** Many people may sit behind one address, but not hundreds who sign up within minutes. */
    private static final int BURST = 30;

    private static final Duration REFILL = Duration.ofSeconds(20);
    private static final String LINK = "/subscribe/{newsletter}";
    private static final String CONFIRM = "/confirm/{token}";
    private static final int UNPROCESSABLE = 422;

    private final SignUps signUps;
    private final PageTemplates templates;
    private final ZoneOptions zones;
    private final RecentlyMade<EmptyForm> emptyForms = new RecentlyMade<>();
    private final RateLimit limit;
    private final String web;

    /** @param web how readers reach the pages, for the form on other sites */
    public SignUpPages(SignUps signUps, PageTemplates templates, String web, Clock clock) {
        this.signUps = signUps;
        this.templates = templates;
        this.zones = new ZoneOptions(templates);
        this.limit = new RateLimit(BURST, REFILL, clock);
        this.web = web;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/subscribe", this::list);
        routes.get(LINK, this::form);
        routes.post(LINK, this::ask);
        routes.get(LINK + "/form", this::formForOthers);
        routes.get(CONFIRM, context -> confirmation(context, this::question));
        routes.post(CONFIRM, context -> confirmation(context, this::confirm));
    }

    private Newsletter newsletter(Context context) {
        return signUps.newsletter(context.pathParam("newsletter")).orElseThrow(NotFoundResponse::new);
    }

    private void list(Context context) {
        Locale language = PageLanguage.of(context, templates.languages(), Locale.ENGLISH);
        List<Offer> offers = signUps.newsletters().stream()
                .map(newsletter -> new Offer(newsletter.id(), newsletter.title(), archive(newsletter)))
                .toList();
        templates.show(
                context, "newsletters", language, Map.of("newsletters", offers, "publisher", signUps.publisher()));
    }

    /**
     * A newsletter that one can subscribe to.
     *
     * @param archive the path of its editions; empty while there are none
     */
    public record Offer(String id, String title, String archive) {}

    private String archive(Newsletter newsletter) {
        return signUps.hasAppeared(newsletter) ? "/archive/" + newsletter.id() : "";
    }

    /** What the empty form depends on, beside the configuration. */
    private record EmptyForm(Newsletter newsletter, Locale language, ZoneId zone, String archive) {}

    private void form(Context context) {
        context.header("Vary", "Accept-Language");
        PageTemplates.html(
                context, emptyForms.get(emptyForm(context, newsletter(context)), empty -> page(empty, "", "")));
    }

    private EmptyForm emptyForm(Context context, Newsletter newsletter) {
        return new EmptyForm(
                newsletter,
                PageLanguage.of(context, templates.languages(), newsletter.language()),
                ChoiceOptions.zoneOf(PageLanguage.first(context)).orElse(newsletter.timeZone()),
                archive(newsletter));
    }

    private String page(EmptyForm form, String email, String problem) {
        Newsletter newsletter = form.newsletter();
        Map<String, Object> variables = Map.of(
                "newsletter", newsletter,
                "email", email,
                "problem", problem,
                "consent", consent(newsletter, form.language()),
                "archive", form.archive(),
                "topics", ChoiceOptions.topics(signUps.topics(newsletter), List.of()),
                "roundUpDay", ChoiceOptions.roundUpDay(newsletter, form.language()),
                "languages", ChoiceOptions.languages(templates.languages(), form.language()),
                "zones", zones.html(form.zone()));
        return templates.page("sign-up", form.language(), newsletter.look().accent(), variables);
    }

    /** The words beside the button, which are kept as proof. */
    private String consent(Newsletter newsletter, Locale language) {
        return templates
                .words(language)
                .text("web-consent", Map.of("newsletter", newsletter.title(), "publisher", signUps.publisher()));
    }

    private void ask(Context context) {
        Newsletter newsletter = newsletter(context);
        Client client = WebServer.client(context);
        if (!limit.allows(client.network())) {
            context.header("Retry-After", String.valueOf(limit.retryAfterSeconds()));
            throw new HttpResponseException(429, "too many sign-ups");
        }
        ReaderForm form = new ReaderForm(Form.of(context));
        Optional<EmailAddress> address = form.address();
        if (address.isEmpty()) {
            context.status(UNPROCESSABLE);
            PageTemplates.html(context, page(emptyForm(context, newsletter), form.email(), "web-email-wrong"));
            return;
        }
        Locale page = form.language("page", templates.languages()).orElse(newsletter.language());
        if (!form.isOfAProgram()) {
            signUps.ask(signUp(newsletter, address.get(), form, page, client));
        }
        Map<String, Object> variables = Map.of(
                "newsletter", newsletter.title(), "address", address.get().text());
        templates.show(context, "sent", page, newsletter.look().accent(), variables);
    }

    private SignUp signUp(Newsletter newsletter, EmailAddress address, ReaderForm form, Locale page, Client client) {
        Choices choices = new Choices(
                form.topics(signUps.topics(newsletter)),
                form.frequency(),
                Optional.of(form.language("language", templates.languages()).orElse(page)),
                form.timeZone(),
                Optional.empty(),
                Optional.empty());
        Optional<String> from = Optional.of(client.address().getHostAddress());
        return new SignUp(newsletter.id(), address, form.name(), choices, consent(newsletter, page), from);
    }

    private void formForOthers(Context context) {
        Newsletter newsletter = newsletter(context);
        Locale language = PageLanguage.of(context, templates.languages(), newsletter.language());
        Map<String, Object> ofForm = Map.of(
                "newsletter", newsletter,
                "consent", consent(newsletter, language),
                "action", web + "/subscribe/" + newsletter.id(),
                "frequencies", Frequency.values(),
                "language", language.getLanguage());
        String form =
                templates.render("web/form-to-paste.html", language, ofForm).strip();
        Map<String, Object> variables = Map.of("newsletter", newsletter.title(), "form", form);
        templates.show(context, "form", language, newsletter.look().accent(), variables);
    }

    /** What to do with a sign-up whose link is good. */
    private interface Step {
        void take(Context context, String id, SignUp signUp);
    }

    private void confirmation(Context context, Step step) {
        TokenCheck check = signUps.check(context.pathParam("token"));
        if (check instanceof TokenCheck.Forged) {
            throw new NotFoundResponse();
        }
        Optional<String> id =
                check instanceof TokenCheck.Genuine genuine ? Optional.of(genuine.content()) : Optional.empty();
        Optional<SignUp> signUp = id.flatMap(signUps::find);
        if (signUp.isEmpty()) {
            expired(context, PageLanguage.of(context, templates.languages(), Locale.ENGLISH), "/subscribe");
        } else {
            step.take(context, id.get(), signUp.get());
        }
    }

    private void expired(Context context, Locale language, String again) {
        context.status(410);
        templates.show(context, "expired", language, Map.of("again", again));
    }

    private void question(Context context, String id, SignUp signUp) {
        templates.show(context, "confirm", signUp.language(), accent(signUp), Map.of("newsletter", title(signUp)));
    }

    private void confirm(Context context, String id, SignUp signUp) {
        String from = WebServer.client(context).address().getHostAddress();
        Optional<String> preferences = signUps.confirm(id, from);
        if (preferences.isEmpty()) {
            expired(context, signUp.language(), "/subscribe/" + signUp.newsletter());
            return;
        }
        Map<String, Object> variables = Map.of(
                "newsletter",
                title(signUp),
                "address",
                signUp.address().text(),
                "preferences",
                "/p/" + preferences.get(),
                "archive",
                signUps.newsletter(signUp.newsletter()).map(this::archive).orElse(""));
        templates.show(context, "confirmed", signUp.language(), accent(signUp), variables);
    }

    private String title(SignUp signUp) {
        return signUps.newsletter(signUp.newsletter()).map(Newsletter::title).orElse(signUp.newsletter());
    }

    private Colour accent(SignUp signUp) {
        return signUps.newsletter(signUp.newsletter())
                .map(Newsletter::look)
                .orElseGet(Look::usual)
                .accent();
    }
}
