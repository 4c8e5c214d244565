package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.web.Inbox.Item;

/** The demo's mailboxes, to click through. */
public final class InboxPages implements Pages {
    /** A mail is shown as strangers' HTML should be: in a box where nothing runs. */
    private static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox;"
            + " default-src 'none'; style-src 'unsafe-inline'; img-src * data:";

    private final Inbox inbox;
    private final PageTemplates templates;

    public InboxPages(Inbox inbox, PageTemplates templates) {
        this.inbox = inbox;
        this.templates = templates;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::list);
        routes.get("/mail/{number}", this::show);
        routes.get("/mail/{number}/html", this::html);
        routes.get(
                "/mail/{number}/plain", context -> plain(context, mail(context).plain()));
        routes.get(
                "/mail/{number}/source", context -> plain(context, mail(context).source()));
        routes.get("/images/{name}", this::picture);
    }

    /** A mail in the list. */
    public record MailLine(String link, String to, String subject) {}

    private void list(Context context) {
        List<MailLine> lines = new ArrayList<>();
        for (Item mail : inbox.mails()) {
            lines.add(new MailLine("/mail/" + (lines.size() + 1), mail.to(), mail.subject()));
        }
        templates.show(context, "inbox", Locale.ENGLISH, Map.of("mails", lines, "newsletters", inbox.newsletters()));
    }

    private void show(Context context) {
        Item mail = mail(context);
        templates.show(context, "mail", Locale.ENGLISH, Map.of("mail", mail, "path", context.path()));
    }

    private void html(Context context) {
        context.header("Content-Security-Policy", POLICY);
        // In the frame, a link of the mail would lead nowhere.
        PageTemplates.html(context, mail(context).html().replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }

    private Item mail(Context context) {
        String number = context.pathParam("number");
        List<Item> mails = inbox.mails();
        int index = number.matches("\\d{1,6}") ? Integer.parseInt(number) - 1 : -1;
        if (index < 0 || index >= mails.size()) {
            throw new NotFoundResponse();
        }
        return mails.get(index);
    }

    private static void plain(Context context, String text) {
        context.contentType("text/plain; charset=utf-8").result(text);
    }

    private void picture(Context context) {
        String name = context.pathParam("name");
        byte[] bytes = inbox.picture(name).orElseThrow(NotFoundResponse::new);
        context.contentType(name.endsWith(".png") ? "image/png" : "image/jpeg")
                .header("Cache-Control", "max-age=3600")
                .result(bytes);
    }
}
