package org.broadsheet.feed;

import com.rometools.modules.atom.modules.AtomLinkModule;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedEntry.Markup;
import org.broadsheet.feed.repair.FeedXml;
import org.broadsheet.feed.repair.Repair;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Takes from ROME's model of a feed what Broadsheet uses, with nulls and blanks made empty. */
final class RomeEntries {
    /** An id that is an address of the web leads to the article, where nothing else does. */
    private static final Pattern WEB = Pattern.compile("https?://[^/\\s]");

    FeedDocument document(SyndFeed feed, FeedXml.Tree tree, List<Repair> repairs, URI url) {
        return new FeedDocument(
                text(feed.getTitle()).orElse(""),
                text(feed.getLink()).flatMap(link -> Links.resolve(url, link)).orElse(url),
                language(feed, tree),
                tree.format(),
                repairs,
                feed.getEntries().stream().map(RomeEntries::entry).toList());
    }

    /** ROME takes RSS's element, and not the attribute that Atom has for it. */
    private static Optional<Locale> language(SyndFeed feed, FeedXml.Tree tree) {
        return text(feed.getLanguage())
                .or(() -> text(tree.document().getRootElement().getAttributeValue("lang", Namespace.XML_NAMESPACE)))
                .flatMap(Languages::parse);
    }

    private static FeedEntry entry(SyndEntry entry) {
        Markup content = entry.getContents().stream()
                .map(RomeEntries::markup)
                .filter(some -> !some.text().isBlank())
                .findFirst()
                .orElse(Markup.NONE);
        return new FeedEntry(
                text(entry.getUri()),
                link(entry),
                title(entry),
                summary(markup(entry.getDescription()), content, entry),
                content,
                published(entry),
                categories(entry),
                RomeImages.of(entry),
                RomeExtras.of(entry));
    }

    /** FeedBurner keeps the article's own address beside the one that counts clicks. */
    private static Optional<String> link(SyndEntry entry) {
        return RomeExtras.foreign(entry, "origLink")
                .or(() -> entry.getLinks().stream()
                        .filter(link -> link.getRel() == null || link.getRel().equals("alternate"))
                        .map(SyndLink::getHref)
                        .flatMap(href -> text(href).stream())
                        .findFirst())
                .or(() -> text(entry.getLink()))
                .or(() -> atomLink(entry))
                .or(() -> text(entry.getUri()).filter(id -> WEB.matcher(id).lookingAt()));
    }

    private static Optional<String> atomLink(SyndEntry entry) {
        return entry.getModule(AtomLinkModule.URI) instanceof AtomLinkModule atom
                ? atom.getLinks().stream()
                        .filter(link -> link.getRel() == null || link.getRel().equals("alternate"))
                        .map(Link::getHref)
                        .flatMap(href -> text(href).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Videos and podcasts describe themselves by extensions only. */
    private static Markup summary(Markup description, Markup content, SyndEntry entry) {
        if (!description.text().isBlank()) {
            return description;
        }
        return content.text().isBlank() ? RomeExtras.described(entry) : content;
    }

    private static Markup title(SyndEntry entry) {
        Markup title = markup(entry.getTitleEx());
        return title.text().isBlank()
                ? text(entry.getTitle()).map(text -> new Markup(text, false)).orElseGet(() -> RomeExtras.titled(entry))
                : title;
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

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(some -> !some.isEmpty());
    }
}
