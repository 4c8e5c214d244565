package org.broadsheet.edition;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Answers {@code #{key}} in templates. */
final class MessageTexts extends AbstractMessageResolver {
    private final Messages messages;

    MessageTexts(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        Words words = messages.in(context.getLocale());
        if (!words.has(key)) {
            throw new TemplateProcessingException("unknown text #{" + key + "}");
        }
        return words.text(key, numbered(parameters == null ? new Object[0] : parameters));
    }

    /** A template gives values by their place: {@code {0}}, {@code {1}}. */
    private static Map<String, Object> numbered(Object[] parameters) {
        return IntStream.range(0, parameters.length)
                .boxed()
                .collect(Collectors.toMap(String::valueOf, place -> parameters[place]));
    }

    @Override
    public @Nullable String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        return null;
    }
}
