package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ognl.ExpressionSyntaxException;
import ognl.NoSuchPropertyException;
import org.attoparser.ParseException;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * What is wrong with a template, dug out of a chain of exceptions.
 *
 * @param template the name of the template; the fragment's own when a fragment is at fault
 */
record TemplateFault(String template, int line, int column, String what) {
    private static final Pattern PLACE = Pattern.compile(
            "\\s*\\((?:template|document)?:?\\s*(?:\"[^\"]*\")?.{0,5}line[:]? ?\\d+, ?col[a-z]*[:]? ?\\d+\\)|"
                    + "\\(Line = \\d+, Column = \\d+\\)\\s*");

    private static final Pattern NO_TEMPLATE =
            Pattern.compile("Error resolving template \\[([^]]*)], template might not exist.*");

    /** The innermost fault with a place, and the innermost reason. */
    static TemplateFault of(Throwable thrown, String template) {
        List<Throwable> chain = Stream.iterate(thrown, some -> some != null, Throwable::getCause)
                .toList();
        TemplateFault found = new TemplateFault(template, 0, 0, reason(chain));
        for (Throwable link : chain) {
            found = found.placedBy(link);
        }
        return found;
    }

    TemplateFailure at(String file, Throwable cause) {
        return TemplateFailure.at(file, line, column, what, cause);
    }

    private TemplateFault placedBy(Throwable link) {
        if (link instanceof TemplateProcessingException processing && processing.hasLineAndCol()) {
            String name = processing.hasTemplateName() ? processing.getTemplateName() : template;
            return new TemplateFault(name, processing.getLine(), processing.getCol(), what);
        }
        if (line == 0 && link instanceof ParseException parsing && parsing.getLine() != null) {
            return new TemplateFault(template, parsing.getLine(), parsing.getCol(), what);
        }
        return this;
    }

    private static String reason(List<Throwable> chain) {
        Throwable root = chain.get(chain.size() - 1);
        String message = message(root);
        String expression = expression(chain).map(some -> " in ${" + some + "}").orElse("");
        if (chain.stream().anyMatch(ExpressionSyntaxException.class::isInstance)) {
            return "this is no expression" + expression.replaceFirst(" in", ":");
        }
        if (root instanceof NoSuchPropertyException || root instanceof NoSuchMethodException) {
            return "there is no \"" + message.substring(message.lastIndexOf('.') + 1) + "\"" + expression;
        }
        if (message.startsWith("source is null") || message.startsWith("target is null")) {
            return "something is missing" + expression + "; ask for it first, with th:if";
        }
        return NO_TEMPLATE.matcher(message).replaceAll("there is no template \"$1\"") + expression;
    }

    /** The expression at fault, which Thymeleaf tells only within its message. */
    private static Optional<String> expression(List<Throwable> chain) {
        return chain.stream()
                .map(TemplateFault::message)
                .filter(message -> message.startsWith("Exception evaluating OGNL expression: \""))
                .map(message -> message.substring(message.indexOf('"') + 1, message.lastIndexOf('"')))
                .reduce((outer, inner) -> inner);
    }

    private static String message(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        String text = message == null ? thrown.getClass().getSimpleName() : message;
        return PLACE.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    }
}
