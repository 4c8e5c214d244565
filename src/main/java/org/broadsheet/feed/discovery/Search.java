package org.broadsheet.feed.discovery;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedLink;
import org.broadsheet.feed.FeedLinks;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.discovery.Visitor.Visit;
import org.broadsheet.net.Http;

/** One search for feeds: from what a page says of itself to what is but likely, until something is found. */
final class Search implements AutoCloseable {
    /** Some pages name a feed for each of their categories. */
    private static final int MOST_NAMED = 12;

    private final Visitor visitor;
    private final List<DiscoveredFeed> found = new ArrayList<>();
    private final Set<List<Object>> contents = new HashSet<>();

    Search(Http http, FeedParser parser, Clock clock) {
        this.visitor = new Visitor(http, parser, clock);
    }

    /** @param starts ways to write one address, the likeliest first */
    Discovered from(List<URI> starts) throws InterruptedException {
        Visit start = visitor.visit(starts.subList(0, 1)).get(0);
        for (URI other : starts.subList(1, starts.size())) {
            start = start instanceof Visit.Nothing
                    ? better(start, visitor.visit(List.of(other)).get(0))
                    : start;
        }
        if (start instanceof Visit.Feed feed) {
            return new Discovered.Found(List.of(new DiscoveredFeed(feed.url(), feed.document(), false)));
        }
        if (!(start instanceof Visit.Nothing nothing) || nothing.mayAskOn()) {
            look(start);
        }
        return found.isEmpty()
                ? new Discovered.NotFound(reason(start), visitor.tried())
                : new Discovered.Found(found.stream()
                        .sorted(Comparator.comparing(DiscoveredFeed::ofComments))
                        .toList());
    }

    /** Where neither way leads anywhere, what the first came to says more. */
    private static Visit better(Visit first, Visit second) {
        return second instanceof Visit.Nothing ? first : second;
    }

    private void look(Visit start) throws InterruptedException {
        Optional<Visit.Page> page = start instanceof Visit.Page some ? Optional.of(some) : Optional.empty();
        List<FeedLink> named =
                page.map(some -> FeedLinks.in(some.html(), some.url())).orElse(List.of());
        List<URI> known = KnownPlaces.of(start.url(), page.map(Visit.Page::html).orElse(null));
        Stream<URI> ofPage = named.stream().limit(MOST_NAMED).map(FeedLink::url);
        keep(visitor.visit(Stream.concat(ofPage, known.stream()).toList()), named);
        if (page.isPresent() && isWanting()) {
            followLinks(page.get());
        }
        for (List<URI> round : UsualPlaces.of(start.url())) {
            if (isWanting()) {
                keep(visitor.visit(round), List.of());
            }
        }
    }

    /** A link that says "RSS" may lead to a page that lists the feeds. */
    private void followLinks(Visit.Page page) throws InterruptedException {
        List<Visit> linked = visitor.visit(LinkedFeeds.in(page.html(), page.url()));
        keep(linked, List.of());
        for (Visit visit : linked) {
            if (visit instanceof Visit.Page list && isWanting()) {
                Stream<URI> named =
                        FeedLinks.in(list.html(), list.url()).stream().map(FeedLink::url);
                Stream<URI> further = LinkedFeeds.in(list.html(), list.url()).stream();
                keep(
                        visitor.visit(
                                Stream.concat(named, further).limit(MOST_NAMED).toList()),
                        List.of());
            }
        }
    }

    /** Comments alone are not what anybody looks for. */
    private boolean isWanting() {
        return found.stream().allMatch(DiscoveredFeed::ofComments);
    }

    private void keep(List<Visit> visits, List<FeedLink> named) {
        for (Visit visit : visits) {
            if (visit instanceof Visit.Feed feed) {
                String title = named.stream()
                        .filter(link -> link.url().equals(feed.url()))
                        .map(FeedLink::title)
                        .findFirst()
                        .orElse("");
                String titles = title + " " + feed.document().title();
                boolean comments = FeedLinks.isOfComments(new FeedLink(feed.url(), titles, ""));
                keep(new DiscoveredFeed(feed.url(), feed.document(), comments));
            }
        }
    }

    private void keep(DiscoveredFeed feed) {
        if (contents.add(feed.content())) {
            found.add(feed);
        }
    }

    private static String reason(Visit start) {
        return start instanceof Visit.Nothing nothing
                ? nothing.reason()
                : "its page names no feed, and there is none at the usual places";
    }

    @Override
    public void close() {
        visitor.close();
    }
}
