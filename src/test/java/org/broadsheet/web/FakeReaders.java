package org.broadsheet.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.Colour;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Newsletters;
import org.broadsheet.edition.EditionAddress.Span;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.edition.Week;

/** One newsletter, one edition, one mail, one good link. */
final class FakeReaders implements Unsubscribing, Archive, Inbox {
    final List<String> left = new ArrayList<>();

    @Override
    public Optional<Subject> find(String token) {
        return token.equals("good")
                ? Optional.of(new Subject("Der <Morgen>", new Colour("#0a6b63"), Locale.GERMAN, Optional.empty()))
                : Optional.empty();
    }

    @Override
    public void unsubscribe(String token) {
        left.add(token);
    }

    @Override
    public Optional<Newsletter> newsletter(String id) {
        return id.equals("morning") ? Optional.of(Newsletters.withTopics()) : Optional.empty();
    }

    @Override
    public List<StoredEdition> newest(String newsletter) {
        Instant at = Instant.parse("2026-11-23T06:00:00Z");
        return List.of(new StoredEdition(
                "e1",
                "morning",
                "Der Morgen",
                Locale.GERMAN,
                at,
                at,
                Optional.empty(),
                new RenderedEdition("Betreff & mehr", "<p>x</p>", "")));
    }

    @Override
    public String page(StoredEdition edition) {
        return "<p>Alles</p>";
    }

    @Override
    public Optional<StoredEdition> find(Newsletter newsletter, Week week) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredEdition> find(Newsletter newsletter, Span due) {
        return newest(newsletter.id()).stream()
                .filter(edition -> !edition.scheduledFor().isBefore(due.from())
                        && edition.scheduledFor().isBefore(due.before()))
                .findFirst();
    }

    @Override
    public List<Item> mails() {
        return List.of(new Item("a@example.org", "b@example.org", "Hallo <b>", "<script>alert(1)</script>", "x", "y"));
    }

    @Override
    public List<Title> newsletters() {
        return List.of(new Title("morning", "Der Morgen"));
    }

    @Override
    public Optional<byte[]> picture(String name) {
        return name.equals("ship.jpg") ? Optional.of(new byte[] {1}) : Optional.empty();
    }
}
