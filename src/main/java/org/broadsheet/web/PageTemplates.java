package org.broadsheet.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.config.Colour;
import org.broadsheet.config.Look;
import org.broadsheet.edition.Templates;
import org.broadsheet.edition.Words;

/** Answers requests with pages made from {@code templates/web/}. */
public final class PageTemplates {
    private final Templates templates;

    public PageTemplates(Templates templates) {
        this.templates = templates;
    }

    /** Answers with a page that is no newsletter's. */
    void show(Context context, String name, Locale language, Map<String, Object> variables) {
        show(context, name, language, Look.usual().accent(), variables);
    }

    /** Answers with a page of a newsletter. */
    void show(Context context, String name, Locale language, Colour accent, Map<String, Object> variables) {
        html(context, page(name, language, accent, variables));
    }

    /** A page of a newsletter, as HTML. */
    String page(String name, Locale language, Colour accent, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("accent", AccentStyle.path(accent));
        all.put("language", templates.messages().in(language).texts().toLanguageTag());
        return templates.render("web/" + name + ".html", language, all);
    }

    /** The languages that the texts are in. */
    List<String> languages() {
        return templates.messages().languages();
    }

    /** The texts in a language. */
    Words words(Locale language) {
        return templates.messages().in(language);
    }

    /** What a template makes of variables. */
    String render(String name, Locale language, Map<String, Object> variables) {
        return templates.render(name, language, variables);
    }

    /** Answers with HTML as it stands. */
    static void html(Context context, String html) {
        context.contentType("text/html; charset=utf-8").result(html);
    }

    /** The text of a file in {@code templates/}. */
    String file(String name) {
        return templates.file(name);
    }

    /** Answers with a short page that says what is wrong, in the language of the reader's browser. */
    void showProblem(Context context, int status, String text) {
        context.status(status);
        Locale language = PageLanguage.of(context, languages(), Locale.ENGLISH);
        show(context, "problem", language, Map.of("text", text));
    }
}
