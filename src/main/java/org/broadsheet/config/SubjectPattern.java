package org.broadsheet.config;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the subject of an edition is made up.
 *
 * @param text holds {@code {lead}}, {@code {title}}, {@code {date}} and {@code {count}} where their values go
 */
public record SubjectPattern(String text) {
    /** The headline of the first story, and nothing else. */
    public static final String LEAD = "{lead}";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> NAMES = Set.of("lead", "title", "date", "count");

    public SubjectPattern {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!NAMES.contains(places.group(1))) {
                throw new IllegalArgumentException("there is no " + places.group()
                        + " in a subject; there are {lead}, {title}, {date} and {count}");
            }
        }
    }

    /** Whether the headline of the first story is part of it. */
    public boolean namesLead() {
        return text.contains(LEAD);
    }

    /**
     * The subject with its values, which are taken as they are, braces and all.
     *
     * @param values one for each of the names
     */
    public String with(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
