package org.broadsheet.net;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.Lazy;

/**
 * Asks a site's robots.txt (RFC 9309) before a page of it is fetched; feeds are made for programs and need no such leave.
 *
 * <p>The answer of a site is kept for an hour. Safe for use by many threads.
 */
public final class Robots {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_SITES = 500;

    /** Browsers' names come first for old servers' sake; the program's own stands in the comment after them. */
    private static final Pattern TOKEN = Pattern.compile("(?:Mozilla/\\S+ \\(compatible; )?([A-Za-z_-]+)");

    private final Http http;
    private final List<String> names;
    private final Clock clock;
    private final Map<String, Site> sites = new LinkedHashMap<>(16, 0.75f, true);

    /** @param userAgent as it is sent to servers; its first word is the name that robots.txt knows us by */
    public Robots(Http http, String userAgent, Clock clock) {
        this.http = http;
        this.names = List.of(token(userAgent).toLowerCase(Locale.ROOT));
        this.clock = clock;
    }

    /** What a site says to our coming. */
    public enum Answer {
        ALLOWED,
        REFUSED,
        /** Nobody knows: the site could not be asked, and so it is left alone for now. */
        UNKNOWN
    }

    /** What a site made of our asking. */
    private sealed interface Rules {
        record None() implements Rules {}

        record Unreachable() implements Rules {}

        record Told(BaseRobotRules rules) implements Rules {}
    }

    private record Site(Instant asked, Lazy<Rules> rules) {}

    static String token(String userAgent) {
        Matcher matcher = TOKEN.matcher(userAgent.strip());
        return matcher.lookingAt() ? matcher.group(1) : "broadsheet";
    }

    /** Whether the site of this page lets us read it. */
    public Answer ask(URI page) {
        Rules rules = site(page).rules().get();
        if (rules instanceof Rules.Told told) {
            return told.rules().isAllowed(page.toString()) ? Answer.ALLOWED : Answer.REFUSED;
        }
        return rules instanceof Rules.None ? Answer.ALLOWED : Answer.UNKNOWN;
    }

    private Site site(URI page) {
        String origin = page.getScheme() + "://" + page.getRawAuthority();
        Instant now = clock.instant();
        synchronized (sites) {
            Site known = sites.get(origin);
            if (known == null || !known.asked().plus(KEPT).isAfter(now)) {
                known = new Site(now, new Lazy<>(() -> fetch(URI.create(origin + "/robots.txt"))));
                sites.put(origin, known);
                if (sites.size() > MOST_SITES) {
                    sites.remove(sites.keySet().iterator().next());
                }
            }
            return known;
        }
    }

    private Rules fetch(URI robots) {
        HttpAnswer answer = http.get(robots, Validators.NONE);
        if (answer instanceof HttpAnswer.Body body) {
            return new Rules.Told(new SimpleRobotRulesParser()
                    .parseContent(robots.toString(), body.bytes().toByteArray(), "text/plain", names));
        }
        // RFC 9309 section 2.3.1: a site without rules allows everything, one that is down allows nothing for now.
        boolean none =
                answer instanceof HttpAnswer.Refused refused && refused.status() < 500 && refused.status() != 429;
        return none ? new Rules.None() : new Rules.Unreachable();
    }
}
