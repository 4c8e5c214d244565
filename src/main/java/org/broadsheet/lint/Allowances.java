package org.broadsheet.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.lint.Use.Scope;

/**
 * What a mail may use although not all mail programs understand it, because it is right without: the file {@code allowed.txt}, which gives
 * the reason for each.
 */
final class Allowances {
    private final Map<String, Set<Scope>> allowed;

    private Allowances(Map<String, Set<Scope>> allowed) {
        this.allowed = Map.copyOf(allowed);
    }

    static Allowances shipped() {
        Map<String, Set<Scope>> allowed = new HashMap<>();
        for (String line : Resources.lines("allowed.txt")) {
            String[] columns = line.split("\\s*\\|\\s*", 3);
            allowed.put(columns[0], scopes(columns[1]));
        }
        return new Allowances(allowed);
    }

    /** Whether the feature of that name may be used in that place. */
    boolean allows(String slug, Scope scope) {
        return allowed.getOrDefault(slug, Set.of()).contains(scope);
    }

    /** The features that may be used somewhere. */
    List<String> slugs() {
        return allowed.keySet().stream().sorted().toList();
    }

    private static Set<Scope> scopes(String words) {
        return words.equals("anywhere")
                ? Set.of(Scope.values())
                : Stream.of(words.split("\\s+", -1))
                        .map(word -> Scope.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
    }
}
