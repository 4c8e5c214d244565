package org.broadsheet.feed.opml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.feed.opml.Opml.Folder;
import org.broadsheet.feed.opml.Opml.Outline;
import org.broadsheet.feed.repair.Decoder;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Reads OPML the way programs really write it: bare ampersands, wrong charsets, odd spellings, nothing closed.
 *
 * <p>Nothing that the file declares is ever resolved, and there is no file that cannot be read; at worst there is no
 * feed in it.
 */
public final class OpmlReader {
    private static final int LONGEST_TITLE = 200;

    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200c\\u200d\\s]]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\h\\v]+");

    /** What the attribute that holds a folder's topic may look like; other programs put other things there. */
    private static final Pattern TOPIC = Pattern.compile("[\\p{L}\\p{N}_-]+");

    private OpmlReader() {}

    /** Reads a file. */
    public static Opml read(byte[] bytes) {
        String text = Decoder.decode(bytes, Optional.empty()).text();
        Document document = Parser.xmlParser().setTrackPosition(true).parseInput(text, "");
        Outlines outlines = new Outlines();
        document.traverse(outlines);
        return new Opml(
                line(document.select("head > title").text()), outlines.found, new ArrayList<>(outlines.folders));
    }

    /** Goes through the file with the folders that are open. */
    private static final class Outlines implements NodeVisitor {
        private final Deque<Optional<Folder>> open = new ArrayDeque<>();
        private final List<Outline> found = new ArrayList<>();
        private final Set<Folder> folders = new LinkedHashSet<>();

        @Override
        public void head(Node node, int depth) {
            if (isOutline(node)) {
                Element outline = (Element) node;
                Optional<Folder> around = open.isEmpty() ? Optional.empty() : open.peek();
                Optional<String> address = address(outline);
                boolean isFolder = address.isEmpty() && !isLink(outline);
                open.push(isFolder ? folder(outline).or(() -> around) : around);
                if (!isFolder) {
                    int line = outline.sourceRange().start().lineNumber();
                    found.add(new Outline(line, title(outline), address, around));
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isOutline(node)) {
                open.pop();
            }
        }

        private static boolean isOutline(Node node) {
            return node instanceof Element element && element.normalName().equals("outline");
        }

        private Optional<Folder> folder(Element outline) {
            Optional<String> topic = Optional.of(attribute(outline, "category"))
                    .filter(category -> TOPIC.matcher(category).matches());
            Optional<Folder> folder = Optional.of(title(outline))
                    .filter(title -> !title.isEmpty())
                    .map(title -> new Folder(title, topic));
            // A folder that holds nothing and says nothing would become a topic without any use.
            folder.filter(some -> topic.isPresent() || outline.childrenSize() > 0)
                    .ifPresent(folders::add);
            return folder;
        }
    }

    /** Old programs write {@code url}. */
    private static Optional<String> address(Element outline) {
        boolean feed = attribute(outline, "type").toLowerCase(Locale.ROOT).matches("rss|atom|feed|pie");
        return Stream.of(attribute(outline, "xmlurl"), feed ? attribute(outline, "url") : "")
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    /** Whether it stands for something on the web, and so is no folder. */
    private static boolean isLink(Element outline) {
        boolean hasChildren = outline.childrenSize() > 0;
        return !hasChildren
                && Stream.of("type", "url", "htmlurl")
                        .anyMatch(name -> !attribute(outline, name).isEmpty());
    }

    private static String title(Element outline) {
        String title = line(attribute(outline, "title"));
        return title.isEmpty() ? line(attribute(outline, "text")) : title;
    }

    private static String attribute(Element outline, String name) {
        return outline.attributes().getIgnoreCase(name).strip();
    }

    /** On one line, without characters that do not show. */
    private static String line(String text) {
        String line = SPACE.matcher(UNWANTED.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        int longest = line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())));
        return line.substring(0, longest).strip();
    }
}
