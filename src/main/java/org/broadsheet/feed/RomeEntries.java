package org.broadsheet.feed;

import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.MediaGroup;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.Thumbnail;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedEntry.Markup;
import org.jspecify.annotations.Nullable;

/** Takes from ROME's model of a feed what Broadsheet uses, with nulls and blanks made empty. */
final class RomeEntries {

    FeedDocument document(SyndFeed feed, URI url) {
        return new FeedDocument(
                text(feed.getTitle()).orElse(""),
                text(feed.getLink()).flatMap(link -> Links.resolve(url, link)).orElse(url),
                text(feed.getLanguage()).flatMap(Languages::parse),
                text(feed.getFeedType()).orElse(""),
                List.of(),
                feed.getEntries().stream().map(RomeEntries::entry).toList());
    }

    private static FeedEntry entry(SyndEntry entry) {
        Markup description = markup(entry.getDescription());
        Markup content = entry.getContents().stream()
                .map(RomeEntries::markup)
                .filter(some -> !some.text().isBlank())
                .findFirst()
                .orElse(Markup.NONE);
        return new FeedEntry(
                text(entry.getUri()),
                link(entry),
                title(entry),
                description.text().isBlank() ? content : description,
                content,
                published(entry),
                categories(entry),
                image(entry).stream().toList(),
                FeedEntry.Extras.NONE);
    }

    private static Optional<String> link(SyndEntry entry) {
        Optional<String> alternate = entry.getLinks().stream()
                .filter(link -> link.getRel() == null || link.getRel().equals("alternate"))
                .map(SyndLink::getHref)
                .flatMap(href -> text(href).stream())
                .findFirst();
        return alternate.or(() -> text(entry.getLink()));
    }

    private static Markup title(SyndEntry entry) {
        Markup title = markup(entry.getTitleEx());
        return title.text().isBlank() ? new Markup(text(entry.getTitle()).orElse(""), false) : title;
    }

    private static Markup markup(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return Markup.NONE;
        }
        // Only Atom says "text"; RSS leaves open whether there is markup, and there often is.
        return new Markup(content.getValue(), "text".equals(content.getType()));
    }

    /** RSS 1.0 has its categories in Dublin Core's subjects. */
    private static List<String> categories(SyndEntry entry) {
        Stream<String> named = entry.getCategories().stream().map(SyndCategory::getName);
        Stream<String> subjects = entry.getModule(DCModule.URI) instanceof DCModule dublinCore
                ? dublinCore.getSubjects().stream().map(DCSubject::getValue)
                : Stream.empty();
        return Stream.concat(named, subjects)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Optional<Instant> published(SyndEntry entry) {
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static Optional<String> image(SyndEntry entry) {
        return mediaImages(entry)
                .findFirst()
                .or(() -> entry.getEnclosures().stream()
                        .filter(enclosure -> isImage(enclosure.getType()))
                        .map(SyndEnclosure::getUrl)
                        .flatMap(url -> text(url).stream())
                        .findFirst());
    }

    /** Full pictures before thumbnails, which are often too small for a lead story. */
    private static Stream<String> mediaImages(SyndEntry entry) {
        if (!(entry.getModule(MediaModule.URI) instanceof MediaEntryModule media)) {
            return Stream.empty();
        }
        List<MediaContent> contents = Stream.concat(
                        Arrays.stream(media.getMediaContents()),
                        Arrays.stream(media.getMediaGroups())
                                .map(MediaGroup::getContents)
                                .flatMap(Arrays::stream))
                .toList();
        Stream<Metadata> metadata = Stream.concat(
                Stream.of(media.getMetadata()),
                Stream.concat(
                        Arrays.stream(media.getMediaGroups()).map(MediaGroup::getMetadata),
                        contents.stream().map(MediaContent::getMetadata)));
        return Stream.concat(contents.stream().flatMap(RomeEntries::picture), metadata.flatMap(RomeEntries::thumbnail));
    }

    private static Stream<String> picture(MediaContent content) {
        boolean picture = "image".equals(content.getMedium()) || isImage(content.getType());
        return picture && content.getReference() instanceof UrlReference reference
                ? Stream.of(reference.getUrl().toString())
                : Stream.empty();
    }

    private static Stream<String> thumbnail(@Nullable Metadata metadata) {
        return metadata == null || metadata.getThumbnail() == null
                ? Stream.empty()
                : Arrays.stream(metadata.getThumbnail()).map(Thumbnail::getUrl).map(URI::toString);
    }

    private static boolean isImage(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(some -> !some.isEmpty());
    }
}
