package org.broadsheet.web;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;

/** What the forms for readers offer to choose from. */
final class ChoiceOptions {
    private static final int STEPS = 48;
    private static final int STEP_MINUTES = 30;

    private ChoiceOptions() {}

    /** Topics; where none is chosen, all are. */
    static List<Option> topics(List<Topic> topics, Collection<String> chosen) {
        return topics.stream()
                .map(topic -> new Option(topic.id(), topic.title(), chosen.isEmpty() || chosen.contains(topic.id())))
                .toList();
    }

    /** Languages, each by its own name. */
    static List<Option> languages(Collection<String> tags, Locale chosen) {
        return tags.stream()
                .map(tag -> new Option(tag, name(Locale.forLanguageTag(tag)), tag.equals(chosen.getLanguage())))
                .toList();
    }

    private static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** The day of the week on which a newsletter's round-up comes; empty when its schedule does not say. */
    static String roundUpDay(Newsletter newsletter, Locale language) {
        return newsletter
                .roundUpDay()
                .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, language))
                .orElse("");
    }

    /** The time zones where people live, by continent. */
    static List<OptionGroup> zones(ZoneId chosen) {
        Map<String, List<Option>> continents = new TreeMap<>();
        for (String id : zoneIds()) {
            int slash = id.indexOf('/');
            if (slash > 0) {
                String city = id.substring(slash + 1).replace('_', ' ').replace("/", ", ");
                continents
                        .computeIfAbsent(id.substring(0, slash), continent -> new ArrayList<>())
                        .add(new Option(id, city, id.equals(chosen.getId())));
            }
        }
        List<OptionGroup> groups = new ArrayList<>();
        if (continents.values().stream().flatMap(List::stream).noneMatch(Option::chosen)) {
            groups.add(new OptionGroup("–", List.of(new Option(chosen.getId(), chosen.getId(), true))));
        }
        continents.forEach((continent, options) -> groups.add(new OptionGroup(continent, options)));
        return groups;
    }

    private static Collection<String> zoneIds() {
        Collection<String> known = ZoneId.getAvailableZoneIds();
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                .filter(known::contains)
                .sorted()
                .toList();
    }

    /** Where a country has but one time zone, that one. */
    static Optional<ZoneId> zoneOf(Locale reader) {
        if (reader.getCountry().isEmpty()) {
            return Optional.empty();
        }
        Collection<String> zones =
                TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, reader.getCountry(), null);
        return zones.size() == 1 ? Optional.of(ZoneId.of(zones.iterator().next())) : Optional.empty();
    }

    /** Each half hour of a day, and the chosen time when it is another. */
    static List<Option> times(Optional<LocalTime> chosen, Locale language) {
        DateTimeFormatter shown =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
        return Stream.concat(
                        IntStream.range(0, STEPS)
                                .mapToObj(step -> LocalTime.MIN.plusMinutes((long) step * STEP_MINUTES)),
                        chosen.stream())
                .distinct()
                .sorted()
                .map(time -> new Option(time.toString(), shown.format(time), chosen.equals(Optional.of(time))))
                .toList();
    }
}
