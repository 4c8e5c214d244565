package org.broadsheet.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

/**
 * Makes sockets that refuse to connect to private addresses.
 *
 * <p>The check is on the address that is connected to, after DNS and at every redirect, so neither a redirect nor a
 * name that resolves differently the second time gets around it.
 */
final class GuardedSocketFactory extends SocketFactory {
    private final Set<String> allowHosts;

    GuardedSocketFactory(Set<String> allowHosts) {
        this.allowHosts =
                allowHosts.stream().map(GuardedSocketFactory::canonical).collect(Collectors.toUnmodifiableSet());
    }

    /** An IPv6 address has many spellings, and brackets in a URL. */
    private static String canonical(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        try {
            return plain.indexOf(':') < 0 ? plain : InetAddress.getByName(plain).getHostAddress();
        } catch (UnknownHostException e) {
            // No address of any host; so it allows none.
            return plain;
        }
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private void check(SocketAddress endpoint) throws PrivateAddressException {
        if (endpoint instanceof InetSocketAddress address
                && address.getAddress() != null
                && PrivateAddresses.contains(address.getAddress())
                && !isAllowed(address)) {
            throw new PrivateAddressException(address.getHostString());
        }
    }

    private boolean isAllowed(InetSocketAddress address) {
        return isAllowed(address.getHostString().toLowerCase(Locale.ROOT), address.getPort())
                || isAllowed(address.getAddress().getHostAddress(), address.getPort());
    }

    private boolean isAllowed(String host, int port) {
        return allowHosts.contains(host) || allowHosts.contains(host + ":" + port);
    }

    private final class GuardedSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            check(endpoint);
            super.connect(endpoint, timeout);
        }
    }

    /** The host is on the inside, and nobody allowed it. */
    static final class PrivateAddressException extends IOException {
        private static final long serialVersionUID = 1L;

        PrivateAddressException(String host) {
            super("refused: " + host + " has a private address; to allow it, add it to fetch.allow-hosts");
        }
    }
}
