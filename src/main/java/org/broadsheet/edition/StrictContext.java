package org.broadsheet.edition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** The variables of a template; where Thymeleaf would print nothing for a misspelt one, this one refuses. */
final class StrictContext extends EngineContext {
    private StrictContext(
            IEngineConfiguration configuration,
            TemplateData template,
            Map<String, Object> attributes,
            IContext given,
            Map<String, Object> variables) {
        super(configuration, template, attributes, given.getLocale(), variables);
    }

    @Override
    public @Nullable Object getVariable(String name) {
        if (!containsVariable(name)) {
            throw new TemplateProcessingException("unknown variable \"" + name + "\"");
        }
        return super.getVariable(name);
    }

    /** Makes the contexts. */
    static final class Factory implements IEngineContextFactory {
        @Override
        public IEngineContext createEngineContext(
                IEngineConfiguration configuration,
                TemplateData template,
                Map<String, Object> attributes,
                IContext given) {
            Map<String, Object> variables = new LinkedHashMap<>();
            given.getVariableNames().forEach(name -> variables.put(name, given.getVariable(name)));
            return new StrictContext(configuration, template, attributes, given, variables);
        }
    }
}
