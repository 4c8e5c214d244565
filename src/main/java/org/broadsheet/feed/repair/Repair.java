package org.broadsheet.feed.repair;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What had to be mended before a feed could be read, in the order in which it is tried. */
public enum Repair {
    GZIP("gzip", "was packed although nothing said so"),
    CHARSET("charset", "is written in another charset than it claims"),
    BYTES("bytes", "holds bytes that are no characters of its charset"),
    JSON("json", "is no sound JSON"),
    JUNK("junk", "has something before its beginning or after its end"),
    SECTIONS("sections", "has CDATA sections, comments or instructions that are not closed"),
    DOCTYPE("doctype", "has a DOCTYPE, which is never resolved"),
    CHARACTERS("characters", "holds characters that XML forbids"),
    ENTITIES("entities", "uses names for characters that it does not declare"),
    AMPERSANDS("ampersands", "has bare ampersands"),
    BRACKETS("brackets", "has bare angle brackets"),
    ATTRIBUTES("attributes", "has attributes without quotes, or twice"),
    PREFIXES("prefixes", "uses prefixes that it does not declare"),
    BALANCE("balance", "has elements that are not closed, or is cut off"),
    NAMESPACES("namespaces", "gives namespaces by other addresses than theirs"),
    ROOT("root", "has its elements where no feed has them"),
    MARKUP("markup", "has tags inside its texts"),
    EXTENSIONS("extensions", "has extensions that cannot be read, and are left out");

    private final String label;
    private final String reason;

    Repair(String label, String reason) {
        this.label = label;
        this.reason = reason;
    }

    /** One word, for lists and the store. */
    public String label() {
        return label;
    }

    /** What is wrong with the feed, to go on after "it". */
    public String reason() {
        return reason;
    }

    /** Repairs as the store and the command line write them; empty for none. */
    public static String labels(List<Repair> repairs) {
        return repairs.stream().map(Repair::label).collect(Collectors.joining(","));
    }

    /** The opposite of {@link #labels}; words that are no repairs any more are left out. */
    public static List<Repair> ofLabels(String labels) {
        return Stream.of(labels.split(","))
                .flatMap(label -> find(label).stream())
                .toList();
    }

    private static Optional<Repair> find(String label) {
        return Arrays.stream(values())
                .filter(repair -> repair.label.equals(label))
                .findFirst();
    }
}
