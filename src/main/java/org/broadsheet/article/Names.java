package org.broadsheet.article;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.net.Domains;

/**
 * Gives the entries of one document the names by which they are known again: the page, the guid within its publisher,
 * and the title with the last part of the path, for feeds of one publisher whose links differ in the section only.
 *
 * <p>A name that several entries of the document claim says nothing, and is not given: feeds with one guid or one link
 * for all their entries exist.
 */
final class Names {
    /** A shorter guid, or a mere number, is a counter that every feed of a publisher may have. */
    private static final int SHORTEST_GUID = 10;

    private static final int SHORTEST_TITLE = 15;
    private static final int SHORTEST_PATH_END = 8;
    private static final int LONGEST = 700;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    private final URI feed;
    private final Map<String, Set<String>> titlesOfLink = new HashMap<>();
    private final Map<String, Set<String>> linksOfGuid = new HashMap<>();
    private final Map<String, Set<String>> linksOfTitle = new HashMap<>();
    private final Map<String, Integer> guids = new HashMap<>();

    Names(URI feed, List<Draft> drafts) {
        this.feed = feed;
        for (Draft draft : drafts) {
            String page = CanonicalUrl.of(draft.link());
            titlesOfLink.computeIfAbsent(page, key -> new HashSet<>()).add(draft.title());
            draft.entry().guid().ifPresent(guid -> guids.merge(guid, 1, Integer::sum));
            guid(draft)
                    .ifPresent(guid -> linksOfGuid
                            .computeIfAbsent(guid, key -> new HashSet<>())
                            .add(page));
            titled(draft)
                    .ifPresent(titled -> linksOfTitle
                            .computeIfAbsent(titled, key -> new HashSet<>())
                            .add(page));
        }
    }

    /** The names of an entry, the surest first; never none. */
    List<String> of(Draft draft) {
        List<String> names = new ArrayList<>();
        String page = CanonicalUrl.of(draft.link());
        names.add(isShared(draft, page) ? page + " " + ownName(draft) : page);
        guid(draft)
                .filter(guid -> linksOfGuid.getOrDefault(guid, Set.of()).size() == 1)
                .ifPresent(names::add);
        titled(draft)
                .filter(titled -> linksOfTitle.getOrDefault(titled, Set.of()).size() == 1)
                .ifPresent(names::add);
        return names.stream().map(Names::shortened).distinct().toList();
    }

    /** A link to a whole site, or one that several entries have, does not say which article it is. */
    private boolean isShared(Draft draft, String page) {
        return draft.own().isEmpty()
                || isWholeSite(draft.link())
                || titlesOfLink.getOrDefault(page, Set.of()).size() > 1;
    }

    private static boolean isWholeSite(URI link) {
        String path = link.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/"))
                && link.getRawQuery() == null
                && link.getRawFragment() == null;
    }

    /** A guid that is but the link again, or that of another entry too, names nothing. */
    private String ownName(Draft draft) {
        return draft.entry()
                .guid()
                .filter(guid -> !draft.entry().link().equals(Optional.of(guid)))
                .filter(guid -> guids.getOrDefault(guid, 0) == 1)
                .orElse(draft.title());
    }

    private Optional<String> guid(Draft draft) {
        return draft.entry()
                .guid()
                .map(String::strip)
                .filter(guid -> !guid.isEmpty() && guids.getOrDefault(guid, 0) <= 1)
                .filter(guid -> !draft.entry().link().equals(Optional.of(guid)))
                .flatMap(guid -> named(draft, guid));
    }

    private Optional<String> named(Draft draft, String guid) {
        if (guid.startsWith("http://") || guid.startsWith("https://")) {
            return Optional.of("guid:" + domain(draft) + " " + guid.replaceFirst("^https?://(www\\.)?", ""));
        }
        boolean counter =
                guid.length() < SHORTEST_GUID || !NO_DIGITS.matcher(guid).find();
        return Optional.of("guid:" + (counter ? feed.toString() : domain(draft)) + " " + guid);
    }

    private String domain(Draft draft) {
        return Domains.registrable(draft.own().orElse(feed));
    }

    /** Recurring titles differ in the day, or in the numbers of their path. */
    private Optional<String> titled(Draft draft) {
        String title = NO_LETTERS
                .matcher(draft.title().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String path = draft.own().map(URI::getRawPath).orElse("");
        String end = path.replaceFirst("/+$", "").replaceFirst(".*/", "");
        boolean telling = title.length() >= SHORTEST_TITLE && title.contains(" ") && end.length() >= SHORTEST_PATH_END;
        if (!telling || draft.entry().published().isEmpty()) {
            return Optional.empty();
        }
        String day = draft.entry()
                .published()
                .map(date -> date.atZone(ZoneOffset.UTC).toLocalDate().toString())
                .orElse("");
        String numbers =
                NO_DIGITS.splitAsStream(path).filter(some -> !some.isEmpty()).collect(Collectors.joining("-"));
        String query = draft.own().map(CanonicalUrl::query).orElse("");
        return Optional.of("title:" + domain(draft) + " " + day + " " + numbers + " " + end + query + " " + title);
    }

    /** Databases do not index texts without end. */
    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 70) + " " + Digest.of(name);
    }
}
