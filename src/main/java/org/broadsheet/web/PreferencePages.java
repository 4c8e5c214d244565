package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.Colour;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Look;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.subscriber.AddressChange;
import org.broadsheet.subscriber.AddressChange.Outcome;
import org.broadsheet.subscriber.Choices;
import org.broadsheet.subscriber.Frequency;
import org.broadsheet.subscriber.Preferences;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.subscriber.TokenCheck;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reader may see and change by the personal link in each mail. The link is all it takes, so nothing here uses a
 * cookie that another site could misuse; forms of other sites are refused all the same.
 */
public final class PreferencePages implements Pages {
    private static final String LINK = "/p/{token}";
    private static final String MOVE = "/move/{token}";
    private static final int UNPROCESSABLE = 422;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Readers readers;
    private final PageTemplates templates;
    private final ZoneOptions zones;
    private final Clock clock;

    public PreferencePages(Readers readers, PageTemplates templates, Clock clock) {
        this.readers = readers;
        this.templates = templates;
        this.zones = new ZoneOptions(templates);
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(LINK, context -> show(context, reader(context), ""));
        routes.post(LINK, context -> change(context, ownReader(context)));
        routes.post(LINK + "/address", context -> askToMove(context, ownReader(context)));
        routes.get(LINK + "/data", context -> download(context, reader(context)));
        routes.get(LINK + "/forget", context -> askToForget(context, reader(context)));
        routes.post(LINK + "/forget", context -> forget(context, ownReader(context)));
        routes.get(MOVE, this::askOnceMore);
        routes.post(MOVE, this::move);
    }

    /** Whose page it is, and what they chose so far. */
    private record Reader(
            String token, Subscription subscription, Optional<Newsletter> newsletter, Preferences chosen) {
        Locale language() {
            return chosen.choices()
                    .language()
                    .or(() -> newsletter.map(Newsletter::language))
                    .orElse(Locale.ENGLISH);
        }

        Colour accent() {
            return accentOf(newsletter);
        }

        String title() {
            return newsletter.map(Newsletter::title).orElse(subscription.newsletter());
        }

        ZoneId zone() {
            return chosen.choices()
                    .timeZone()
                    .or(() -> newsletter.map(Newsletter::timeZone))
                    .orElse(ZoneId.of("UTC"));
        }

        String path() {
            return "/p/" + token;
        }
    }

    private static Colour accentOf(Optional<Newsletter> newsletter) {
        return newsletter.map(Newsletter::look).orElseGet(Look::usual).accent();
    }

    private Reader reader(Context context) {
        String token = context.pathParam("token");
        Subscription subscription = readers.find(token).orElseThrow(NotFoundResponse::new);
        Preferences chosen = readers.preferences(subscription).orElseThrow(NotFoundResponse::new);
        return new Reader(token, subscription, readers.newsletter(subscription.newsletter()), chosen);
    }

    /** The same, of a form that was not sent by the page of another site. */
    private Reader ownReader(Context context) {
        if ("cross-site".equals(context.header("Sec-Fetch-Site"))) {
            throw new HttpResponseException(403, "a form of another site");
        }
        return reader(context);
    }

    private List<Topic> topics(Reader reader) {
        return reader.newsletter().map(readers::topics).orElseGet(List::of);
    }

    private void show(Context context, Reader reader, String notice) {
        Choices choices = reader.chosen().choices();
        Locale language = reader.language();
        Map<String, Object> variables = new HashMap<>(Map.of(
                "newsletter", reader.title(),
                "address", reader.chosen().address().text(),
                "confirmed", reader.chosen().confirmed(),
                "name", reader.chosen().name().orElse(""),
                "topics", ChoiceOptions.topics(topics(reader), choices.topics()),
                "weekly", choices.frequency() == Frequency.WEEKLY,
                "times", ChoiceOptions.times(choices.deliverAt(), language),
                "languages", ChoiceOptions.languages(templates.languages(), language),
                "zones", zones.html(reader.zone())));
        variables.put(
                "roundUpDay",
                reader.newsletter()
                        .map(some -> ChoiceOptions.roundUpDay(some, language))
                        .orElse(""));
        variables.put("pause", pause(reader));
        variables.put("notice", notice);
        variables.put("path", reader.path());
        variables.put("leave", "/u/" + readers.leaving(reader.subscription()));
        variables.put("again", "/subscribe/" + reader.subscription().newsletter());
        templates.show(context, "preferences", language, reader.accent(), variables);
    }

    /** The day that a pause ends with; a pause that is over is none. */
    private String pause(Reader reader) {
        return reader.chosen()
                .choices()
                .pausedUntil()
                .filter(clock.instant()::isBefore)
                .map(until -> until.atZone(reader.zone()).toLocalDate().toString())
                .orElse("");
    }

    private void change(Context context, Reader before) {
        ReaderForm form = new ReaderForm(Form.of(context));
        ZoneId zone = form.timeZone().orElse(before.zone());
        if (!form.pauseIsSound(zone, clock)) {
            context.status(UNPROCESSABLE);
            show(context, before, "web-pause-wrong");
            return;
        }
        Choices choices = form.choices(topics(before), templates.languages(), zone, clock);
        readers.change(before.subscription(), form.name(), choices);
        show(context, reader(context), "web-saved");
    }

    private void askToMove(Context context, Reader reader) {
        Optional<EmailAddress> to = new ReaderForm(Form.of(context)).address();
        if (to.isEmpty()) {
            context.status(UNPROCESSABLE);
            show(context, reader, "web-email-wrong");
            return;
        }
        readers.askToMove(reader.subscription(), to.get(), reader.language());
        Map<String, Object> variables =
                Map.of("newsletter", reader.title(), "address", to.get().text());
        templates.show(context, "sent", reader.language(), reader.accent(), variables);
    }

    private void download(Context context, Reader reader) {
        context.contentType("application/json; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"my-data.json\"")
                .result(JSON.writeValueAsString(readers.data(reader.subscription())));
    }

    private void askToForget(Context context, Reader reader) {
        Map<String, Object> variables = Map.of(
                "newsletter", reader.title(),
                "address", reader.chosen().address().text(),
                "path", reader.path());
        templates.show(context, "forget", reader.language(), reader.accent(), variables);
    }

    private void forget(Context context, Reader reader) {
        readers.forget(reader.subscription());
        templates.show(context, "forgotten", reader.language(), reader.accent(), Map.of("newsletter", reader.title()));
    }

    /** A change of address whose link is good. */
    private record Move(String id, AddressChange change, Locale language, Colour accent, String newsletter) {}

    private Optional<Move> found(Context context) {
        TokenCheck check = readers.checkMove(context.pathParam("token"));
        if (check instanceof TokenCheck.Forged) {
            throw new NotFoundResponse();
        }
        return check instanceof TokenCheck.Genuine genuine
                ? readers.move(genuine.content()).map(change -> described(context, genuine.content(), change))
                : Optional.empty();
    }

    private Move described(Context context, String id, AddressChange change) {
        Optional<Newsletter> newsletter =
                readers.newsletter(change.subscription().newsletter());
        Locale language = readers.preferences(change.subscription())
                .flatMap(chosen -> chosen.choices().language())
                .or(() -> newsletter.map(Newsletter::language))
                .orElseGet(() -> PageLanguage.of(context, templates.languages(), Locale.ENGLISH));
        String title =
                newsletter.map(Newsletter::title).orElse(change.subscription().newsletter());
        return new Move(id, change, language, accentOf(newsletter), title);
    }

    private void askOnceMore(Context context) {
        found(context).ifPresentOrElse(move -> show(context, "move", move), () -> expired(context));
    }

    private void move(Context context) {
        Optional<Move> move = found(context);
        Outcome outcome = move.map(some -> readers.completeMove(some.id(), some.language()))
                .orElse(Outcome.GONE);
        if (outcome == Outcome.GONE) {
            expired(context);
        } else {
            String page = outcome == Outcome.DONE ? "moved" : "move-taken";
            show(context, page, move.orElseThrow());
        }
    }

    private void show(Context context, String page, Move move) {
        Map<String, Object> variables = Map.of(
                "newsletter", move.newsletter(), "address", move.change().to().text());
        templates.show(context, page, move.language(), move.accent(), variables);
    }

    private void expired(Context context) {
        context.status(410);
        Locale language = PageLanguage.of(context, templates.languages(), Locale.ENGLISH);
        templates.show(context, "expired", language, Map.of("again", "/subscribe"));
    }
}
