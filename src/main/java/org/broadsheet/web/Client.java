package org.broadsheet.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Network;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the machine that connected or, when that is one of our reverse proxies, the machine that the proxy saw.
 *
 * @param secure whether the reader's own connection is encrypted, as far as is known
 */
record Client(InetAddress address, boolean secure) {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int IPV4_NETWORK = 24;
    private static final int IPV6_NETWORK = 56;
    private static final int IPV6_MACHINE = 64;

    /** The client of a request; headers are believed only as far as they were written by those proxies. */
    static Client of(Context context, List<Network> proxies) {
        InetAddress peer = Network.address(context.req().getRemoteAddr());
        if (!isProxy(peer, proxies)) {
            return new Client(peer, false);
        }
        boolean secure = "https".equalsIgnoreCase(context.header("X-Forwarded-Proto"));
        return new Client(behind(peer, context.header(FORWARDED_FOR), proxies), secure);
    }

    /** Each proxy appends whom it saw, so the list is read from its end, up to the first that is no proxy of ours. */
    private static InetAddress behind(InetAddress peer, @Nullable String forwarded, List<Network> proxies) {
        InetAddress client = peer;
        String[] hops = forwarded == null ? new String[0] : forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && isProxy(client, proxies); i--) {
            Optional<InetAddress> hop = address(hops[i].strip());
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(Network.address(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static boolean isProxy(InetAddress address, List<Network> proxies) {
        return proxies.stream().anyMatch(network -> network.holds(address));
    }

    /** What one machine is taken for: it chooses the second half of an IPv6 address by itself, as often as it likes. */
    String machine() {
        return isIpv4()
                ? address.getHostAddress()
                : Network.of(address, IPV6_MACHINE).toString();
    }

    private boolean isIpv4() {
        return address.getAddress().length == 4;
    }

    /** What one household or company is taken for: changing the last bits of an address costs nothing. */
    String network() {
        return Network.of(address, isIpv4() ? IPV4_NETWORK : IPV6_NETWORK).toString();
    }
}
