package org.broadsheet.edition;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * The templates in two folders: the shipped ones, and the admin's own, which win file by file.
 *
 * <p>A file that ends in {@code .html} is an HTML template, one in {@code .xml} XML, every other one plain text. Files are read once; to see an
 * edited one, make new templates.
 */
public final class Templates {
    /** The attribute in which an element of traced templates carries its place, as {@code file:line}. */
    public static final String PLACE = "data-broadsheet-template";

    private final TemplateFiles files;
    private final Messages messages;
    private final TemplateEngine engine;

    /** Reads the texts at once and each template when it is first used. */
    public Templates(Path shipped, Optional<Path> override) {
        this(TemplateFiles.of(shipped, override));
    }

    private Templates(TemplateFiles files) {
        this(files, Messages.read(files), false);
    }

    private Templates(TemplateFiles files, Messages messages, boolean traced) {
        this.files = files;
        this.messages = messages;
        this.engine = new TemplateEngine();
        engine.setTemplateResolver(new TemplateSource(files, traced));
        engine.setMessageResolver(new MessageTexts(messages));
        engine.setEngineContextFactory(new StrictContext.Factory());
    }

    /** The same templates, whose elements carry {@link #PLACE}: for looking for mistakes, not for sending. */
    public Templates traced() {
        return new Templates(files, messages, true);
    }

    /**
     * The same templates as they are now: what becomes of the files later does not reach them.
     *
     * @throws TemplateFailure when a file cannot be read
     */
    public Templates asTheyAre() {
        return new Templates(files.asTheyAre(), messages, false);
    }

    /** Whether both are kept as they were, and hold the same texts. */
    public boolean sameAs(Templates others) {
        return files.kept().isPresent() && files.equals(others.files);
    }

    /** The texts of the mail in every language. */
    public Messages messages() {
        return messages;
    }

    /**
     * Runs the template of that name, such as {@code digest.html}.
     *
     * @throws TemplateFailure when it is missing or broken
     */
    public String render(String name, Locale language, Map<String, Object> variables) {
        if (files.find(name).isEmpty()) {
            throw TemplateFailure.at(files.shown(name), 0, 0, "there is no such file", null);
        }
        try {
            return engine.process(name, new Context(language, variables));
        } catch (TemplateProcessingException broken) {
            throw explained(broken, name);
        }
    }

    /**
     * The text of a file beside the templates, as it stands.
     *
     * @throws TemplateFailure when it is missing
     */
    public String file(String name) {
        return files.text(files.find(name)
                .orElseThrow(() -> TemplateFailure.at(files.shown(name), 0, 0, "there is no such file", null)));
    }

    private TemplateFailure explained(TemplateProcessingException broken, String name) {
        for (Throwable link = broken; link != null; link = link.getCause()) {
            if (link instanceof TemplateFailure known) {
                return known;
            }
        }
        TemplateFault fault = TemplateFault.of(broken, name);
        return fault.at(files.shown(fault.template()), broken);
    }
}
