package org.broadsheet.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Topic;
import org.broadsheet.subscriber.Choices;
import org.broadsheet.subscriber.Frequency;

/** Understands what readers entered; what it does not understand counts as not entered. */
final class ReaderForm {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_PAUSE_DAYS = 366;

    private final Form form;

    ReaderForm(Form form) {
        this.form = form;
    }

    /** A field that people do not see; only programs that fill in everything fill it in. */
    boolean isOfAProgram() {
        return !form.line("website").isEmpty();
    }

    /** The address as it was typed. */
    String email() {
        String typed = form.line("email");
        return typed.substring(0, Math.min(typed.length(), LONGEST_ADDRESS + 1));
    }

    Optional<EmailAddress> address() {
        try {
            return Optional.of(new EmailAddress(email()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<String> name() {
        String name = form.line("name");
        return Optional.of(name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .filter(some -> !some.isEmpty());
    }

    /** Those chosen of the topics that there are; empty when these are all. */
    List<String> topics(List<Topic> known) {
        List<String> chosen = known.stream()
                .map(Topic::id)
                .filter(form.all("topics")::contains)
                .toList();
        return chosen.size() == known.size() ? List.of() : chosen;
    }

    Frequency frequency() {
        return Frequency.of(form.line("frequency")).orElse(Frequency.EVERY);
    }

    /** One of the languages that there are. */
    Optional<Locale> language(String field, Collection<String> known) {
        return Optional.of(form.line(field)).filter(known::contains).map(Locale::forLanguageTag);
    }

    Optional<ZoneId> timeZone() {
        return Optional.of(form.line("time-zone"))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }

    Optional<LocalTime> deliverAt() {
        try {
            return Optional.of(
                    LocalTime.parse(form.line("deliver-at")).withSecond(0).withNano(0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day as it was typed. */
    String pause() {
        return form.line("pause");
    }

    /** Whether the pause ends on a day that makes sense, or there is none. */
    boolean pauseIsSound(ZoneId zone, Clock clock) {
        return pause().isEmpty() || pausedUntil(zone, clock).isPresent();
    }

    /** The beginning of the day that a pause ends with; days gone by end none. */
    Optional<Instant> pausedUntil(ZoneId zone, Clock clock) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        try {
            return Optional.of(LocalDate.parse(pause()))
                    .filter(day -> day.isAfter(today) && day.isBefore(today.plusDays(LONGEST_PAUSE_DAYS)))
                    .map(day -> day.atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Everything that was chosen. */
    Choices choices(List<Topic> known, Collection<String> languages, ZoneId zone, Clock clock) {
        return new Choices(
                topics(known),
                frequency(),
                language("language", languages),
                Optional.of(zone),
                deliverAt(),
                pausedUntil(zone, clock));
    }
}
