package org.broadsheet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values from the environment in the place of {@code ${NAME}} and {@code ${NAME:-default}}. */
final class Substitution {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?})?");

    private final Map<String, String> environment;

    Substitution(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * A value after substitution.
     *
     * @param substituted whether anything was put in
     * @param names the environment's names whose values are now part of it
     */
    record Text(String value, boolean substituted, List<String> names, List<Flaw> flaws) {
        /** How to speak of the value: quoted, or by its names when it came from the environment. */
        String spoken() {
            return names.isEmpty() ? "'" + shortened(value) + "'" : theValueOf(names);
        }
    }

    /** A reference that could not be followed. */
    record Flaw(String reference, String message) {}

    static String theValueOf(List<String> names) {
        List<String> references = names.stream().map(name -> "${" + name + "}").toList();
        return "the value of " + String.join(" and ", references);
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }

    Text apply(String raw) {
        StringBuilder value = new StringBuilder();
        List<String> names = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(raw);
        boolean any = false;
        while (reference.find()) {
            any = true;
            reference.appendReplacement(value, Matcher.quoteReplacement(replacement(reference, names, flaws)));
        }
        return new Text(reference.appendTail(value).toString(), any, List.copyOf(names), List.copyOf(flaws));
    }

    private String replacement(Matcher reference, List<String> names, List<Flaw> flaws) {
        String name = reference.group(1);
        if (reference.group().equals("$${")) {
            return "${";
        }
        if (name == null) {
            flaws.add(
                    new Flaw(
                            reference.group(),
                            "`${` must be followed by a name and `}`, as in ${NAME}; write `$${` for the characters themselves"));
            return "";
        }
        String given = environment.getOrDefault(name, "");
        boolean hasDefault = reference.group(2) != null;
        // As in a shell, `:-` stands in for an empty value too.
        if (environment.containsKey(name) && !(hasDefault && given.isEmpty())) {
            names.add(name);
            return given;
        }
        if (!hasDefault) {
            flaws.add(new Flaw(
                    reference.group(),
                    "the environment has no " + name + "; set it, or write ${" + name + ":-DEFAULT}"));
        }
        return hasDefault ? reference.group(3) : "";
    }
}
