package org.broadsheet.feed;

import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.ITunes;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaGroup;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.slash.Slash;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedEntry.Extras;
import org.broadsheet.feed.FeedEntry.Markup;
import org.broadsheet.feed.FeedEntry.Origin;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Takes from ROME's model of an entry what only some feeds say: authors, who published it, comments, duration. */
final class RomeExtras {
    private RomeExtras() {}

    static Extras of(SyndEntry entry) {
        Optional<EntryInformation> episode =
                entry.getModule(ITunes.URI) instanceof EntryInformation some ? Optional.of(some) : Optional.empty();
        return new Extras(
                authors(entry, episode),
                origin(entry),
                comments(entry),
                episode.map(EntryInformation::getDuration)
                        .map(duration -> Duration.ofMillis(duration.getMilliseconds()))
                        .filter(duration -> !duration.isZero() && !duration.isNegative()));
    }

    private static List<String> authors(SyndEntry entry, Optional<EntryInformation> episode) {
        Stream<String> creators = entry.getModule(DCModule.URI) instanceof DCModule dublinCore
                ? dublinCore.getCreators().stream()
                : Stream.empty();
        return Stream.of(
                        entry.getAuthors().stream().map(SyndPerson::getName),
                        Stream.of(entry.getAuthor()),
                        creators,
                        episode.map(EntryInformation::getAuthor).stream())
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** RSS and Atom have an element for it; Bing uses one of its own. */
    private static Optional<Origin> origin(SyndEntry entry) {
        SyndFeed source = entry.getSource();
        Optional<Origin> named = source == null
                ? Optional.empty()
                : text(source.getTitle())
                        .map(name -> new Origin(name, text(source.getLink()).or(() -> text(source.getUri()))));
        return named.or(() -> foreign(entry, "Source").map(name -> new Origin(name, Optional.empty())));
    }

    private static OptionalInt comments(SyndEntry entry) {
        return entry.getModule(Slash.URI) instanceof Slash slash && slash.getComments() != null
                ? OptionalInt.of(slash.getComments())
                : OptionalInt.empty();
    }

    /** The title that Dublin Core, Media RSS or iTunes give. */
    static Markup titled(SyndEntry entry) {
        Stream<String> dublin = entry.getModule(DCModule.URI) instanceof DCModule dublinCore
                ? Stream.of(dublinCore.getTitle())
                : Stream.empty();
        Stream<String> podcast = entry.getModule(ITunes.URI) instanceof EntryInformation episode
                ? Stream.of(episode.getTitle())
                : Stream.empty();
        return first(
                Stream.of(dublin, media(entry).map(Metadata::getTitle), podcast).flatMap(titles -> titles));
    }

    /** What Media RSS or iTunes say of the entry. */
    static Markup described(SyndEntry entry) {
        Stream<String> media = media(entry).map(Metadata::getDescription);
        Stream<String> podcast = entry.getModule(ITunes.URI) instanceof EntryInformation episode
                ? Stream.of(episode.getSummary())
                : Stream.empty();
        return first(Stream.concat(media, podcast));
    }

    private static Stream<Metadata> media(SyndEntry entry) {
        return entry.getModule(MediaModule.URI) instanceof MediaEntryModule module
                ? Stream.concat(
                                Stream.of(module.getMetadata()),
                                Stream.of(module.getMediaGroups()).map(MediaGroup::getMetadata))
                        .filter(Objects::nonNull)
                : Stream.empty();
    }

    private static Markup first(Stream<String> texts) {
        return texts.flatMap(text -> text(text).stream())
                .findFirst()
                .map(text -> new Markup(text, false))
                .orElse(Markup.NONE);
    }

    /** The text of an element that ROME does not know. */
    static Optional<String> foreign(SyndEntry entry, String name) {
        return entry.getForeignMarkup().stream()
                .filter(element -> element.getName().equals(name))
                .map(Element::getText)
                .flatMap(value -> text(value).stream())
                .findFirst();
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(some -> !some.isEmpty());
    }
}
