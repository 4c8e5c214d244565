package org.broadsheet.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.config.Feed;
import org.broadsheet.config.FeedAddresses;
import org.broadsheet.config.NewFeeds;
import org.broadsheet.config.Newsletter;
import org.broadsheet.feed.Links;
import org.broadsheet.feed.discovery.TypedAddress;
import org.broadsheet.feed.opml.Opml;
import org.broadsheet.feed.opml.Opml.Outline;

/**
 * What an OPML file would bring a newsletter.
 *
 * @param added feeds that it does not have, and the topics that it needs for them
 * @param alreadyThere how many of the file's feeds it has
 * @param refused what could not be taken, and what stands in the file twice
 */
public record ImportList(NewFeeds added, int alreadyThere, List<Refused> refused) {
    /** What relative addresses would be relative to, if there were such in OPML. */
    private static final URI NOWHERE = URI.create("https://opml.invalid/");

    public ImportList {
        refused = List.copyOf(refused);
    }

    /**
     * A line of the file that brought nothing.
     *
     * @param harmless whether it is only there twice, and so nothing is missing
     */
    public record Refused(int line, String reason, boolean harmless) {}

    static ImportList of(Opml opml, Optional<Newsletter> newsletter) {
        return new Sorting(newsletter).of(opml);
    }

    /** Goes through a file's feeds, and remembers where each was met first. */
    private static final class Sorting {
        private final FolderTopics topics;
        private final Set<String> known;
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<Feed> added = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private int alreadyThere;

        Sorting(Optional<Newsletter> newsletter) {
            this.topics = new FolderTopics(newsletter.map(Newsletter::topics).orElse(List.of()));
            this.known = newsletter.stream()
                    .flatMap(some -> some.feeds().stream())
                    .map(feed -> FeedAddresses.identity(feed.url()))
                    .collect(Collectors.toCollection(HashSet::new));
        }

        ImportList of(Opml opml) {
            opml.folders().stream().filter(folder -> folder.topic().isPresent()).forEach(topics::of);
            opml.outlines().forEach(this::sort);
            return new ImportList(new NewFeeds(added, topics.added()), alreadyThere, refused);
        }

        private void sort(Outline outline) {
            if (outline.address().isEmpty()) {
                refuse(outline, "it has no xmlUrl, so it is no feed");
                return;
            }
            try {
                sort(outline, url(outline.address().get()));
            } catch (IllegalArgumentException e) {
                refuse(outline, String.valueOf(e.getMessage()));
            }
        }

        private void sort(Outline outline, URI url) {
            String identity = FeedAddresses.identity(url);
            Integer first = lines.putIfAbsent(identity, outline.line());
            if (first != null) {
                refused.add(new Refused(outline.line(), url + " stands in line " + first + " already", true));
            } else if (known.contains(identity)) {
                alreadyThere++;
            } else {
                Optional<String> name =
                        Optional.of(outline.title()).filter(title -> !title.isEmpty() && !title.equals(url.toString()));
                added.add(Feed.of(url).with(name, outline.folder().map(topics::of)));
            }
        }

        private void refuse(Outline outline, String reason) {
            String title = outline.title().isEmpty() ? "" : "\"" + outline.title() + "\": ";
            refused.add(new Refused(outline.line(), title + reason, false));
        }

        /** As the configuration will read it; what browsers mend is mended. */
        private static URI url(String address) {
            String plain = address.regionMatches(true, 0, "feed:", 0, 5)
                    ? TypedAddress.of(address).stream()
                            .findFirst()
                            .map(URI::toString)
                            .orElse(address)
                    : address;
            boolean web =
                    plain.regionMatches(true, 0, "http://", 0, 7) || plain.regionMatches(true, 0, "https://", 0, 8);
            Optional<URI> mended = web ? Links.resolve(NOWHERE, plain) : Optional.empty();
            return FeedAddresses.web(mended.map(URI::toString).orElse(plain));
        }
    }
}
