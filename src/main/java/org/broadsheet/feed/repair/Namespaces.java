package org.broadsheet.feed.repair;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;

/** The namespaces of feeds, by the prefixes that everybody uses for them, and by the addresses that many get wrong. */
final class Namespaces {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String ATOM_03 = "http://purl.org/atom/ns#";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String RSS_10 = "http://purl.org/rss/1.0/";
    static final String RSS_090 = "http://my.netscape.com/rdf/simple/0.9/";
    static final String MEDIA = "http://search.yahoo.com/mrss/";

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("atom", ATOM),
            Map.entry("rdf", RDF),
            Map.entry("rss", RSS_10),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("media", MEDIA),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("georss", "http://www.georss.org/georss"),
            Map.entry("thr", "http://purl.org/syndication/thread/1.0"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("xhtml", "http://www.w3.org/1999/xhtml"));

    private static final Map<String, String> BY_KEY = Stream.concat(
                    BY_PREFIX.values().stream(), Stream.of(ATOM_03, RSS_090))
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Namespaces::key, Function.identity()));

    private Namespaces() {}

    /** The namespace that a prefix stands for; for a prefix of nobody else's, one that nobody else has. */
    static String of(String prefix) {
        return BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), "urn:undeclared:" + prefix);
    }

    /**
     * The namespace that is meant by an address: some write https, forget the slash, or have the letters in other cases.
     *
     * @param prefix what stands for it in the feed; tells what is meant when the address does not
     */
    static Optional<String> meantBy(String prefix, String address) {
        String known = BY_KEY.get(key(address));
        return Optional.ofNullable(known)
                .or(() -> Optional.ofNullable(BY_PREFIX.get(prefix)).filter(uri -> !prefix.equals("rss")));
    }

    static boolean isAtom(String uri) {
        return uri.equals(ATOM) || uri.equals(ATOM_03);
    }

    /** Whether elements with that prefix belong to a feed, and not to the HTML inside of it. */
    static boolean isExtension(String prefix) {
        return BY_PREFIX.containsKey(prefix) && !prefix.equals("xhtml");
    }

    /** Whether an element can have a namespace: what it declares, and its attributes, must not use the prefix for another. */
    static boolean fits(Namespace namespace, Element element) {
        return Verifier.checkNamespaceCollision(namespace, element.getAdditionalNamespaces()) == null
                && Verifier.checkNamespaceCollision(namespace, element.getAttributes()) == null;
    }

    private static String key(String address) {
        return address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("[/#]+$", "");
    }
}
