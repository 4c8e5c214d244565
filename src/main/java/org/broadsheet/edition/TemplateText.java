package org.broadsheet.edition;

import java.io.Reader;
import java.io.StringReader;
import org.thymeleaf.exceptions.TemplateInputException;
import org.thymeleaf.templateresource.ITemplateResource;

/** A template that was read, under the name that errors tell. */
record TemplateText(String name, String text) implements ITemplateResource {
    @Override
    public String getDescription() {
        return name;
    }

    @Override
    public String getBaseName() {
        return name;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Reader reader() {
        return new StringReader(text);
    }

    @Override
    public ITemplateResource relative(String location) {
        throw new TemplateInputException("a template has no relatives: " + location);
    }
}
