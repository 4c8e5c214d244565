package org.broadsheet.edition;

import java.util.Map;
import java.util.Optional;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

/** Gives Thymeleaf the templates, and nothing but the templates: neither the class path nor an address. */
final class TemplateSource extends AbstractTemplateResolver {
    private static final String HTML = ".html";
    private static final String XML = ".xml";

    private final TemplateFiles files;
    private final boolean traced;

    TemplateSource(TemplateFiles files, boolean traced) {
        this.files = files;
        this.traced = traced;
    }

    @Override
    protected boolean computeResolvable(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String name,
            @Nullable Map<String, Object> attributes) {
        return files.find(name).isPresent();
    }

    @Override
    protected @Nullable ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String name,
            @Nullable Map<String, Object> attributes) {
        Optional<String> text = files.find(name).map(files::text);
        text.filter(some -> name.endsWith(HTML)).ifPresent(html -> requireBalance(name, html));
        return text.map(some -> traced && name.endsWith(HTML) ? PlaceMarks.in(some, files.shown(name)) : some)
                .map(some -> new TemplateText(name, some))
                .orElse(null);
    }

    /** Thymeleaf passes over an element that is never closed, and the mail falls apart; so look first. */
    private void requireBalance(String name, String html) {
        ParseConfiguration strict = ParseConfiguration.htmlConfiguration();
        strict.setElementBalancing(ParseConfiguration.ElementBalancing.REQUIRE_BALANCED);
        OpenElements open = new OpenElements();
        try {
            new MarkupParser(strict).parse(html, open);
        } catch (ParseException broken) {
            TemplateFault fault = TemplateFault.of(broken, name);
            throw open.place(fault).at(files.shown(name), broken);
        }
    }

    @Override
    protected TemplateMode computeTemplateMode(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String name,
            @Nullable Map<String, Object> attributes) {
        if (name.endsWith(HTML)) {
            return TemplateMode.HTML;
        }
        return name.endsWith(XML) ? TemplateMode.XML : TemplateMode.TEXT;
    }

    @Override
    protected ICacheEntryValidity computeValidity(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String name,
            @Nullable Map<String, Object> attributes) {
        return AlwaysValidCacheEntryValidity.INSTANCE;
    }
}
