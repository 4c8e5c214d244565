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
            "(utm_\\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hsenc|_hsmi|wt_?_?mc|wt_zmc|xtor|at_\\w+"
                    + "|cmpid|ocid|spm|ref_src|referrer|ftag|ns_\\w+|rss)",
            Pattern.CASE_INSENSITIVE);

    private CanonicalUrl() {}

    /** The page's key: no scheme, no {@code www.}, no fragment, no tracking parameters, no slash at the end. */
    static String of(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getRawPath() == null ? "" : url.getRawPath().replaceFirst("/+$", "");
        return host.replaceFirst("^(www|m)\\.", "") + port + path + query(url) + appFragment(url);
    }

    private static String query(URI url) {
        if (url.getRawQuery() == null) {
            return "";
        }
        String kept = Stream.of(url.getRawQuery().split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter ->
                        !TRACKING.matcher(parameter.replaceFirst("=.*", "")).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** Some sites keep their pages behind the hash. */
    private static String appFragment(URI url) {
        String fragment = url.getRawFragment();
        return fragment != null && (fragment.startsWith("!") || fragment.startsWith("/")) ? "#" + fragment : "";
    }
}
