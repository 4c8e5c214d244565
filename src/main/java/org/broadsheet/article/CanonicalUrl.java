package org.broadsheet.article;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One spelling per page, so that an article stays one article whichever way its link is decorated. */
final class CanonicalUrl {
    /** Parameters that say who sent the reader, never what the reader sees. */
    private static final Pattern TRACKING = Pattern.compile(
            "(utm_\\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hsenc|_hsmi"
                    + "|wt_?_?mc|wt_zmc|xtor|at_\\w+|mtm_\\w+|pk_(campaign|kwd|source|medium|content)|_ga|_gl|mkt_tok|s_cid"
                    + "|vero_(id|conv)|oly_(enc|anon)_id|cmpid|ocid|ncid|spm|ref_src|referrer|ftag|ns_\\w+|rss|amp)",
            Pattern.CASE_INSENSITIVE);

    /** Parameters that may matter, with values that only say that a feed sent the reader. */
    private static final Pattern SENDER = Pattern.compile(
            "(ref|source|src|from|via|partner|feed|cid|output|outputtype)=(rss\\w*|feeds?|atom|amp|newsletter|(rss|feed)[-_.]\\w+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AMP_CACHE = Pattern.compile("/[a-z]/(s/)?(?<page>[^/]+\\.[^/]+(/.*)?)");

    private CanonicalUrl() {}

    /**
     * The page's key: no scheme, no {@code www.}, no fragment, no tracking parameters, no slash at the end, and never
     * the page's variant for telephones.
     */
    static String of(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        String port = url.getPort() < 0 || url.getPort() == 80 || url.getPort() == 443 ? "" : ":" + url.getPort();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        var cached = AMP_CACHE.matcher(path);
        String page =
                host.endsWith(".cdn.ampproject.org") && cached.matches() ? cached.group("page") : host + port + path;
        return withoutVariant(page) + query(url) + appFragment(url);
    }

    private static String withoutVariant(String page) {
        String plain =
                page.replaceFirst("^(www|m|amp|mobile)\\.(?=[^/]*\\.)", "").replaceFirst("/+$", "");
        if (plain.endsWith(".amp.html")) {
            return plain.substring(0, plain.length() - ".amp.html".length()) + ".html";
        }
        int end = plain.length() - "/amp".length();
        int path = plain.indexOf('/');
        boolean variant = plain.endsWith("/amp") || plain.endsWith(".amp");
        return variant && path >= 0 && path < end ? plain.substring(0, end) : plain;
    }

    /** What of the query says which page it is, in one order; empty or beginning with a question mark. */
    static String query(URI url) {
        if (url.getRawQuery() == null) {
            return "";
        }
        String kept = Stream.of(url.getRawQuery().split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !isTracking(parameter))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        return TRACKING.matcher(parameter.replaceFirst("=.*", "")).matches()
                || SENDER.matcher(parameter).matches();
    }

    /** Some sites keep their pages behind the hash. */
    private static String appFragment(URI url) {
        String fragment = url.getRawFragment();
        return fragment != null && (fragment.startsWith("!") || fragment.startsWith("/")) ? "#" + fragment : "";
    }
}
