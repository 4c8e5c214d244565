package org.broadsheet.net;

import java.time.Duration;
import java.util.Set;

/**
 * What a fetch may cost, and how it introduces itself.
 *
 * @param timeout for the whole fetch: names, connecting, redirects, and every byte of the body
 * @param maxBytes the largest body, unpacked
 * @param allowHosts hosts that may be fetched although their address is private, or with a port that one
 *     server of them
 */
public record HttpLimits(String userAgent, Duration timeout, long maxBytes, Set<String> allowHosts) {
    public HttpLimits {
        allowHosts = Set.copyOf(allowHosts);
    }

    /** The largest size, for messages. */
    public String shownSize() {
        return maxBytes >= 1_000_000 ? maxBytes / 1_000_000 + " MB" : maxBytes + " bytes";
    }
}
