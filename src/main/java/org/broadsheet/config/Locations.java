package org.broadsheet.config;

import com.ibm.icu.text.IDNA;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands for a place: an {@code http}, {@code https} or {@code file} URL, or the path of a file. */
final class Locations {
    /** Two letters at least: {@code C:\feeds} is a path. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");

    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#]*)(.*)");

    private Locations() {}

    /** An absolute URI; a path is taken relative to {@code base} and need not lead anywhere. */
    static URI parse(String text, Path base) {
        String place = text.strip();
        if (place.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
        Matcher scheme = SCHEME.matcher(place);
        if (!scheme.matches()) {
            return file(place, base);
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "http", "https" -> web(place);
            case "file" -> fileUrl(place);
            default -> throw new IllegalArgumentException(unknownScheme(scheme.group(1)));
        };
    }

    private static String unknownScheme(String scheme) {
        String meant = Suggestion.nearest(scheme, List.of("http", "https", "file"))
                .map(Suggestion::question)
                .orElse(", nor a path");
        return "'" + scheme + ":' is neither http:, https: nor file:" + meant;
    }

    private static URI web(String text) {
        Matcher parts = WEB.matcher(text);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' has no host; write https://HOST/PATH");
        }
        if (UrlSecrets.isIn(text)) {
            throw new IllegalArgumentException("a name or password in a feed's address is not supported");
        }
        return uri(parts.group(1).toLowerCase(Locale.ROOT) + "://" + ascii(parts.group(2)) + parts.group(3));
    }

    /** Where the host has letters that are not ASCII, its A-labels. */
    private static String ascii(String host) {
        if (host.chars().allMatch(letter -> letter < 128)) {
            return host;
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder labels = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).nameToASCII(host, labels, info);
        if (info.hasErrors()) {
            throw new IllegalArgumentException("'" + host + "' is not a host name");
        }
        return labels.toString();
    }

    private static URI fileUrl(String text) {
        URI url = uri(text);
        if (url.isOpaque() || Optional.ofNullable(url.getPath()).orElse("").isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has no absolute path; write the path alone, without file:");
        }
        return url;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a URL; a space is written %20, a quote %22", broken);
        }
    }

    /** Made without {@link Path}, which refuses umlauts where the system's locale is plain ASCII. */
    private static URI file(String text, Path base) {
        String folder = base.toUri().getPath();
        String slash = folder.endsWith("/") ? "" : "/";
        String path = text.startsWith("/") ? text : folder + slash + text;
        try {
            String plain = new URI(null, null, path, null).normalize().getPath();
            return new URI(new URI("file", "", plain, null).toASCIIString());
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("'" + text + "' is not a path", broken);
        }
    }
}
