package org.broadsheet.subscriber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells what is known of an address: who, what it subscribed to and how that came, and why it is not mailed. */
public final class HistoryStore {
    private final Database database;

    /** The history in that database. */
    public HistoryStore(Database database) {
        this.database = database;
    }

    /**
     * An address.
     *
     * @param id of the subscriber; empty when it never subscribed
     * @param name as the reader or the list has it
     * @param subscriptions as they stand now
     * @param happenings in no order
     */
    public record History(
            Optional<String> id,
            Optional<String> name,
            List<ListedSubscription> subscriptions,
            List<Happening> happenings) {
        public History {
            subscriptions = List.copyOf(subscriptions);
            happenings = List.copyOf(happenings);
        }

        /** Whether nothing at all is known. */
        public boolean isEmpty() {
            return id.isEmpty() && happenings.isEmpty();
        }
    }

    private record Person(String id, Optional<String> name, Instant since) {}

    /** What is known of an address. */
    public History of(EmailAddress address) {
        ListPosition before = new ListPosition(address.canonical(), "");
        List<ListedSubscription> subscriptions = new ListStore(database)
                .page(ListFilter.everything(), before, 1000).stream()
                        .filter(listed -> listed.position().canonical().equals(address.canonical()))
                        .toList();
        return database.read(handle -> {
            Optional<Person> person = person(handle, address);
            List<Happening> happenings = new ArrayList<>();
            person.ifPresent(some -> happenings.add(new Happening(some.since(), "first seen", "")));
            happenings.addAll(subscriptions(handle, person.map(Person::id).orElse("")));
            happenings.addAll(consents(handle, person.map(Person::id).orElse("")));
            suppression(handle, address).forEach(happenings::add);
            happenings.addAll(bounces(handle, address));
            return new History(person.map(Person::id), person.flatMap(Person::name), subscriptions, happenings);
        });
    }

    private static List<Happening> bounces(Handle handle, EmailAddress address) {
        return handle.createQuery("select kind, severity, reason, came_at from bounce where canonical = :canonical")
                .bind("canonical", address.canonical())
                .map((row, context) -> new Happening(
                        Instant.ofEpochMilli(row.getLong("came_at")),
                        Stream.of(row.getString("severity"), row.getString("kind"))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")),
                        row.getString("reason")))
                .list();
    }

    private static Optional<Person> person(Handle handle, EmailAddress address) {
        return handle.createQuery("select id, name, created_at from subscriber where canonical = :canonical")
                .bind("canonical", address.canonical())
                .map((row, context) -> new Person(
                        row.getString(1), Optional.ofNullable(row.getString(2)), Instant.ofEpochMilli(row.getLong(3))))
                .findOne();
    }

    private static List<Happening> subscriptions(Handle handle, String subscriberId) {
        return handle.createQuery("select newsletter, state, source, since from subscription where subscriber_id = :id")
                .bind("id", subscriberId)
                .map((row, context) -> new Happening(
                        Instant.ofEpochMilli(row.getLong(4)),
                        row.getString(2) + ' ' + row.getString(1),
                        "source of consent: " + row.getString(3)))
                .list();
    }

    private static List<Happening> consents(Handle handle, String subscriberId) {
        return handle
                .createQuery("""
                        select newsletter, words, asked_at, asked_from, confirmed_at, confirmed_from
                        from consent where subscriber_id = :id
                        """)
                .bind("id", subscriberId)
                .map((row, context) -> Stream.of(
                        new Happening(
                                Instant.ofEpochMilli(row.getLong("asked_at")),
                                "asked for " + row.getString("newsletter"),
                                "agreed to: “" + row.getString("words") + "”" + from(row.getString("asked_from"))),
                        new Happening(
                                Instant.ofEpochMilli(row.getLong("confirmed_at")),
                                "confirmed by mail " + row.getString("newsletter"),
                                "opened the link in the mail" + from(row.getString("confirmed_from")))))
                .list()
                .stream()
                .flatMap(some -> some)
                .toList();
    }

    private static String from(@Nullable String machine) {
        return machine == null ? "" : ", from " + machine;
    }

    private static Stream<Happening> suppression(Handle handle, EmailAddress address) {
        return handle
                .createQuery("select since, reason from suppression where canonical = :canonical")
                .bind("canonical", address.canonical())
                .map((row, context) ->
                        new Happening(Instant.ofEpochMilli(row.getLong(1)), "suppressed", row.getString(2)))
                .list()
                .stream();
    }
}
