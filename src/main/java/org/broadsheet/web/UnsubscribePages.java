package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.broadsheet.web.Unsubscribing.Subject;

/**
 * Leaving with one click: from the mail program by POST (RFC 8058), or from the page that the link in the mail opens.
 *
 * <p>GET changes nothing, because scanners of mail follow every link. POST needs no cookie, no login and no redirect.
 */
public final class UnsubscribePages implements Pages {
    private static final String LINK = "/u/{token}";

    private final Unsubscribing unsubscribing;
    private final PageTemplates templates;

    public UnsubscribePages(Unsubscribing unsubscribing, PageTemplates templates) {
        this.unsubscribing = unsubscribing;
        this.templates = templates;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(LINK, context -> show(context, "unsubscribe", subject(context)));
        routes.post(LINK, context -> {
            Subject subject = subject(context);
            unsubscribing.unsubscribe(context.pathParam("token"));
            show(context, "unsubscribed", subject);
        });
    }

    private void show(Context context, String page, Subject subject) {
        templates.show(
                context,
                page,
                subject.language(),
                subject.accent(),
                Map.of(
                        "newsletter",
                        subject.newsletterTitle(),
                        "again",
                        subject.again().orElse("")));
    }

    private Subject subject(Context context) {
        return unsubscribing.find(context.pathParam("token")).orElseThrow(NotFoundResponse::new);
    }
}
