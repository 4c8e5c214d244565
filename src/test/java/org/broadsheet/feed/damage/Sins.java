package org.broadsheet.feed.damage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.feed.damage.HealthyFeed.Damaged;

/** What was seen on the web, and what is one step further. */
final class Sins {
    private static final String DECLARATION = "^\\s*<\\?xml[^>]*\\?>";
    private static final String ROOT = "<(rss|feed|rdf:RDF)([\\s>])";

    private static final Pattern WHOLE_TITLE =
            Pattern.compile("<(item|entry)[\\s>](?:(?!<(item|entry)[\\s>]).)*?</title>", Pattern.DOTALL);

    private Sins() {}

    /** The sins that other parsers were measured with. */
    static final List<Sin> KNOWN = List.of(
            new Sin("cut off at 70 %", feed -> cut(feed, 0.7)),
            new Sin("blank line first", feed -> feed.as("\n" + feed.text())),
            new Sin(
                    "warning of a script first",
                    feed -> feed.as(
                            "<br />\n<b>Warning</b>:  Cannot modify header in <b>/var/www/x.php</b> on line <b>9</b><br />\n"
                                    + feed.text())),
            new Sin("words first", feed -> feed.as("Notice: all is well\n" + feed.text())),
            new Sin("HTML after the end", feed -> feed.as(feed.text() + "\n<script>track()</script><p>Bye<br>")),
            new Sin("&nbsp; in a title", feed -> feed.inFirstTitle("&nbsp;x", " x")),
            new Sin("&bigstar; in a title", feed -> feed.inFirstTitle("&bigstar;", "\u2605")),
            new Sin("bare & in a title", feed -> feed.inFirstTitle(" & Co", " & Co")),
            new Sin(
                    "bare & in a link",
                    feed -> feed.as(feed.text().replaceFirst("(<link>[^<]*)(</link>)", "$1?a=1&b=2&copy=3$2"))),
            new Sin("control character", feed -> feed.inFirstTitle("\u0008", "")),
            new Sin("reference to a control character", feed -> feed.inFirstTitle("&#x1F;", "")),
            new Sin(
                    "unescaped <br> in a description",
                    feed -> feed.as(feed.text().replaceFirst("(<description>|<summary[^>]*>)(?!<!)", "$1one<br>two"))),
            new Sin("unclosed item", feed -> feed.as(feed.text().replaceFirst("</(item|entry)>", ""))),
            new Sin(
                    "no namespace declared",
                    feed -> feed.as(feed.text().replaceAll(" xmlns:\\w+=(\"[^\"]*\"|'[^']*')", ""))),
            new Sin(
                    "DOCTYPE",
                    feed -> feed.as(afterDeclaration(feed, "<!DOCTYPE rss SYSTEM \"http://dtd.example/rss.dtd\">\n"))),
            new Sin("latin-1 labelled UTF-8", feed -> inLatin(feed, "UTF-8")),
            new Sin("UTF-8 labelled latin-1", feed -> beyondAscii(feed, "ISO-8859-1", StandardCharsets.UTF_8)),
            new Sin("one byte that is no UTF-8", feed -> brokenByte(feed)),
            new Sin(
                    "byte-order mark and another label",
                    feed -> beyondAscii(feed, "ISO-8859-1", StandardCharsets.UTF_8)
                            .map(damaged -> new Damaged(
                                    join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, damaged.bytes()),
                                    damaged.titles()))),
            new Sin(
                    "UTF-16 with a mark",
                    feed -> feed.as(join(
                            new byte[] {(byte) 0xff, (byte) 0xfe}, feed.text().getBytes(StandardCharsets.UTF_16LE)))),
            new Sin(
                    "unknown charset",
                    feed -> feed.as(labelled(feed, "x-unknown-8").getBytes(StandardCharsets.UTF_8))),
            new Sin(
                    "blank line first, latin-1",
                    feed -> inLatin(feed, "ISO-8859-1")
                            .map(damaged -> new Damaged(join(new byte[] {'\n'}, damaged.bytes()), damaged.titles()))),
            new Sin(
                    "rss without version",
                    feed -> feed.as(feed.text().replaceFirst("(<rss[^>]*?) version=(\"[^\"]*\"|'[^']*')", "$1"))),
            new Sin(
                    "rss version 2",
                    feed -> feed.as(
                            feed.text().replaceFirst("(<rss[^>]*?) version=(\"[^\"]*\"|'[^']*')", "$1 version=\"2\""))),
            new Sin(
                    "rss in a foreign namespace",
                    feed -> feed.as(feed.text().replaceFirst("<rss ", "<rss xmlns=\"http://feeds.example/ns\" "))),
            new Sin(
                    "Atom without namespace",
                    feed -> feed.as(feed.text().replace(" xmlns=\"http://www.w3.org/2005/Atom\"", ""))),
            new Sin(
                    "attribute without quotes",
                    feed -> feed.as(
                            feed.text().replaceFirst(" (version|rel|type|isPermaLink)=\"([^\"/ ]*)\"", " $1=$2"))));

    /** One step further. */
    static final List<Sin> FURTHER = List.of(
            new Sin("cut off at 30 %", feed -> cut(feed, 0.3)),
            new Sin("cut off at 97 %", feed -> cut(feed, 0.97)),
            new Sin(
                    "twice in one file",
                    feed -> feed.as(feed.text() + feed.text()).map(twice -> new Damaged(twice.bytes(), both(feed)))),
            new Sin(
                    "inside a web page",
                    feed -> feed.as("<!DOCTYPE html><html><head><title>x</title></head><body>" + feed.text()
                            + "</body></html>")),
            new Sin("declaration twice", feed -> feed.as("<?xml version=\"1.0\"?>\n" + feed.text())),
            new Sin(
                    "declaration without quotes",
                    feed -> feed.as(feed.text().replaceFirst(DECLARATION, "<?xml version=1.0?>"))),
            new Sin(
                    "XML 1.1",
                    feed -> feed.as(feed.text().replaceFirst("<\\?xml version=\"1.0\"", "<?xml version=\"1.1\""))),
            new Sin("bare < in a title", feed -> feed.inFirstTitle(" < 3", " < 3")),
            new Sin("<3 in a title", feed -> feed.inFirstTitle(" <3 x", " <3 x")),
            new Sin("]]> in a title", feed -> feed.inFirstTitle("]]>", "]]>")),
            new Sin("unfinished reference", feed -> feed.inFirstTitle("&#160 x", " x")),
            new Sin("reference to half a character", feed -> feed.inFirstTitle("&#xD83D;", "")),
            new Sin("reference beyond Unicode", feed -> feed.inFirstTitle("&#9999999;", "")),
            new Sin("unknown name of a character", feed -> feed.inFirstTitle("&nosuchname;", "&nosuchname;")),
            new Sin("zero byte", feed -> feed.inFirstTitle("\u0000", "")),
            new Sin("character that is none", feed -> feed.inFirstTitle("\ufffe", "")),
            new Sin("title not closed", feed -> feed.as(inEntries(feed, "</title>", ""))),
            new Sin("title closed in other letters", feed -> feed.as(inEntries(feed, "</title>", "</Title>"))),
            new Sin("no item closed", feed -> feed.as(feed.text().replaceAll("</(item|entry)>", ""))),
            new Sin("channel not closed", feed -> feed.as(feed.text().replace("</channel>", ""))),
            new Sin(
                    "nothing closed at the end",
                    feed -> feed.as(feed.text().replaceAll("</(channel|rss|feed|rdf:RDF)>", ""))),
            new Sin("end tag too many", feed -> feed.as(feed.text().replaceFirst("</(item|entry)>", "</$1></$1>"))),
            new Sin(
                    "end tags crossed",
                    feed -> feed.as(
                            feed.text().replaceFirst("(<description>|<summary[^>]*>)(?!<!)", "$1<b><i>x</b></i>"))),
            new Sin("bracket missing", feed -> feed.as(feed.text().replaceFirst("</link>\\s*<", "</link\n<"))),
            new Sin(
                    "attribute twice",
                    feed -> feed.as(feed.text().replaceFirst(" (version|rel|href)=(\"[^\"]*\")", " $1=$2 $1=$2"))),
            new Sin(
                    "typographic quotes",
                    feed -> feed.as(
                            feed.text().replaceFirst(" (version|rel|type)=\"([^\"/ ]*)\"", " $1=\u201c$2\u201d"))),
            new Sin(
                    "bare & in an attribute",
                    feed -> feed.as(feed.text().replaceFirst("(<(?:rss|feed|rdf:RDF))", "$1 x=\"a&b\""))),
            new Sin("comment with two hyphens", feed -> feed.as(afterDeclaration(feed, "<!-- a -- b -->"))),
            new Sin("UTF-16 without a mark", feed -> feed.as(feed.text().getBytes(StandardCharsets.UTF_16BE))),
            new Sin(
                    "UTF-32 with a mark",
                    feed -> feed.as(join(
                            new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0},
                            feed.text().getBytes(Charset.forName("UTF-32LE"))))),
            new Sin("labelled UTF-16", feed -> feed.as(labelled(feed, "UTF-16"))),
            new Sin("two byte-order marks", feed -> feed.as("\ufeff\ufeff" + feed.text())),
            new Sin("packed", feed -> feed.as(gzip(feed.text().getBytes(StandardCharsets.UTF_8)))),
            new Sin(
                    "root in capitals",
                    feed -> feed.as(feed.text().replace("<rss", "<RSS").replace("</rss>", "</RSS>"))),
            new Sin("all tags in capitals", feed -> feed.as(upperTags(feed))),
            new Sin(
                    "items outside the channel",
                    feed -> feed.as(feed.text().replace("</channel>", "").replaceFirst("<item", "</channel><item"))),
            new Sin(
                    "channel missing",
                    feed -> feed.as(
                            feed.text().contains("<rss")
                                    ? feed.text().replaceAll("</?channel[^>]*>", "")
                                    : feed.text())),
            new Sin("root missing", feed -> feed.as(feed.text().replaceAll("</?rss[^>]*>", ""))),
            new Sin(
                    "namespaces by https",
                    feed -> feed.as(feed.text().replaceAll("xmlns(:\\w+)?=\"http://", "xmlns$1=\"https://"))),
            new Sin(
                    "namespace without slash",
                    feed -> feed.as(
                            feed.text().replace("mrss/\"", "mrss\"").replace("elements/1.1/\"", "elements/1.1\""))),
            new Sin(
                    "internal DOCTYPE",
                    feed -> feed.as(afterDeclaration(feed, "<!DOCTYPE rss [<!ENTITY a \"b\"><!ELEMENT rss ANY>]>\n"))),
            new Sin(
                    "extension that nobody knows",
                    feed -> feed.as(feed.text().replaceFirst("</(item|entry)>", "<x:y a:b='c'>z</x:y></$1>"))));

    private static Optional<Damaged> cut(HealthyFeed feed, double share) {
        String rest = feed.text().substring(0, (int) (feed.text().length() * share));
        long whole = WHOLE_TITLE.matcher(rest).results().count();
        return whole == 0
                ? Optional.empty()
                : Optional.of(new Damaged(
                        rest.getBytes(StandardCharsets.UTF_8), feed.titles().subList(0, (int) whole)));
    }

    private static List<String> both(HealthyFeed feed) {
        return java.util.stream.Stream.concat(feed.titles().stream(), feed.titles().stream())
                .toList();
    }

    private static String labelled(HealthyFeed feed, String charset) {
        return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n"
                + feed.text().replaceFirst(DECLARATION, "");
    }

    private static String afterDeclaration(HealthyFeed feed, String inserted) {
        return feed.text().replaceFirst(ROOT, inserted.replace("$", "\\$") + "<$1$2");
    }

    private static String inEntries(HealthyFeed feed, String from, String to) {
        int start = Math.max(feed.text().indexOf("<item"), feed.text().indexOf("<entry"));
        return start < 0
                ? feed.text()
                : feed.text().substring(0, start) + feed.text().substring(start).replaceFirst(from, to);
    }

    private static String upperTags(HealthyFeed feed) {
        return feed.text().contains("<rss")
                ? Pattern.compile("</?(item|title|link|description|channel|pubDate|guid)[\\s>]")
                        .matcher(feed.text())
                        .replaceAll(tag -> tag.group().toUpperCase(java.util.Locale.ROOT))
                : feed.text();
    }

    private static Optional<Damaged> inLatin(HealthyFeed feed, String label) {
        return beyondAscii(feed, label, StandardCharsets.ISO_8859_1)
                .filter(damaged -> StandardCharsets.ISO_8859_1.newEncoder().canEncode(feed.text()));
    }

    private static Optional<Damaged> beyondAscii(HealthyFeed feed, String label, Charset charset) {
        boolean tells = feed.text().chars().anyMatch(letter -> letter > 0x7f);
        return tells ? feed.as(labelled(feed, label).getBytes(charset)) : Optional.empty();
    }

    private static Optional<Damaged> brokenByte(HealthyFeed feed) {
        HealthyFeed utf8 = new HealthyFeed(feed.name(), labelled(feed, "UTF-8"), feed.titles());
        return utf8.inFirstTitle("\u0001", "").map(damaged -> {
            byte[] bytes = damaged.bytes();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == 1 ? (byte) 0xff : bytes[i];
            }
            return new Damaged(bytes, damaged.titles());
        });
    }

    private static byte[] join(byte[] start, byte[] rest) {
        byte[] joined = java.util.Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, joined, start.length, rest.length);
        return joined;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
