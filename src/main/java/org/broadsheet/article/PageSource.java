package org.broadsheet.article;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Reads the bytes of a page into a tree of bounded size, in the charset that browsers would choose. */
final class PageSource {
    /** Twenty times the longest page of a newspaper; what follows is not its article. */
    private static final int MOST_BYTES = 5_000_000;

    private static final int MOST_ELEMENTS = 150_000;
    private static final int DEEPEST = 256;

    /** Browsers look for the declaration in the first 1024 bytes; some pages write it later. */
    private static final int DECLARED_WITHIN = 16_384;

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile("<meta[^>]{0,500}>", Pattern.CASE_INSENSITIVE);

    private PageSource() {}

    static Document parse(byte[] bytes, Optional<String> contentType, URI url) {
        byte[] read = bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
        String html = new String(read, charset(read, contentType));
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        try (StreamParser stream = new StreamParser(parser).parse(html, url.toString())) {
            Iterator<Element> elements = stream.iterator();
            for (int i = 0; i < MOST_ELEMENTS && elements.hasNext(); i++) {
                elements.next();
            }
            return stream.document();
        }
    }

    /** By byte order mark, HTTP header, declaration in the page; else UTF-8 where it is sound, or windows-1252. */
    static Charset charset(byte[] bytes, Optional<String> contentType) {
        Optional<Charset> marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Charset said = contentType
                .flatMap(PageSource::declared)
                .or(() -> declaredInPage(bytes))
                .orElseGet(PageSource::windows1252);
        // Servers say Latin-1 of whatever they have; what is sound UTF-8 was never meant as anything else.
        return said.equals(windows1252()) && isUtf8(bytes) ? StandardCharsets.UTF_8 : said;
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> declaredInPage(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        // What can be read as ASCII cannot be UTF-16, whatever it says of itself.
        return META.matcher(start)
                .results()
                .flatMap(meta -> declared(meta.group()).stream())
                .map(some -> some.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : some)
                .findFirst();
    }

    private static Optional<Charset> declared(String text) {
        Matcher matcher = CHARSET.matcher(text);
        return matcher.find() ? named(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Latin-1 means windows-1252, on the web (WHATWG Encoding). */
    private static Optional<Charset> named(String name) {
        if (name.matches("(iso[-_]?8859-1|latin-?1|us-ascii|ascii)")) {
            return Optional.of(windows1252());
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Charset windows1252() {
        return Charset.forName("windows-1252");
    }

    private static boolean isUtf8(byte[] bytes) {
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false);
        return !result.isError();
    }
}
