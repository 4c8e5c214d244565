package org.broadsheet.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which mail programs understand what, by the tests of <a href="https://www.caniemail.com">caniemail.com</a>.
 *
 * <p>The programs are Gmail, Outlook, Outlook.com, Apple Mail, Yahoo, Samsung Email, GMX and WEB.DE, each on all the systems it was tested on.
 */
final class ClientSupport {
    private static final Map<String, String> NAMES = Map.of(
            "gmail", "Gmail",
            "outlook", "Outlook",
            "apple-mail", "Apple Mail",
            "yahoo", "Yahoo",
            "samsung-email", "Samsung Email",
            "gmx", "GMX",
            "web-de", "WEB.DE");
    private static final Map<String, String> PLATFORMS = Map.of(
            "desktop-webmail", "web",
            "mobile-webmail", "mobile web",
            "windows", "Windows",
            "macos", "macOS",
            "ios", "iOS",
            "android", "Android");

    private final Map<String, Feature> features;

    private ClientSupport(Map<String, Feature> features) {
        this.features = Map.copyOf(features);
    }

    /**
     * A feature of HTML or CSS.
     *
     * @param slug its name at caniemail.com
     * @param support a letter for each client
     * @param clients all clients, as {@code family.platform}
     */
    record Feature(String slug, String support, List<String> clients) {
        /** Whether a program does not understand it. */
        boolean isLacking() {
            return support.indexOf('n') >= 0;
        }

        /** The programs that do not understand it, such as {@code Outlook (Windows)}. */
        List<String> lacking() {
            Map<String, List<String>> byName = new LinkedHashMap<>();
            for (int i = 0; i < clients.size(); i++) {
                if (support.charAt(i) == 'n') {
                    String[] client = clients.get(i).split("\\.", 2);
                    boolean page = client[1].equals("outlook-com");
                    byName.computeIfAbsent(page ? "Outlook.com" : named(NAMES, client[0]), name -> new ArrayList<>())
                            .addAll(page ? List.of() : List.of(named(PLATFORMS, client[1])));
                }
            }
            return byName.entrySet().stream()
                    .map(entry -> entry.getKey()
                            + (entry.getValue().isEmpty() ? "" : " (" + String.join(", ", entry.getValue()) + ")"))
                    .toList();
        }

        private static String named(Map<String, String> names, String key) {
            return names.getOrDefault(key, key);
        }
    }

    /** Reads the data that comes with the program. */
    static ClientSupport shipped() {
        List<String> lines = Resources.lines("caniemail.tsv");
        List<String> clients = List.of(lines.get(0).split("\t", -1)[1].split(" ", -1));
        Map<String, Feature> features = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            Feature feature = new Feature(columns[0], columns[1], clients);
            for (String use : columns[2].split(" ", -1)) {
                features.put(use, feature);
            }
        }
        return new ClientSupport(features);
    }

    /** What is known of a use, as {@link Use} names it. */
    Optional<Feature> feature(String use) {
        return Optional.ofNullable(features.get(use));
    }

    /** Whether there is a feature of that name. */
    boolean knows(String slug) {
        return features.values().stream().anyMatch(feature -> feature.slug().equals(slug));
    }
}
