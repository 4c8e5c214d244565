package org.broadsheet.config;

/** Where a server listens, as {@code host:port}; port 0 takes any free one. */
public record ListenAddress(String host, int port) {
    public ListenAddress {
        // 0:0:0:0:0:0:0:1 and 0:0:0:0:0:0:0:1:8080 both look right without brackets.
        if (host.isBlank() || (host.indexOf(':') >= 0 && !host.startsWith("["))) {
            throw new IllegalArgumentException("'" + host + "' is not a host; an IPv6 address stands in [ ]");
        }
    }

    static ListenAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String digits = text.substring(colon + 1);
        if (colon <= 0 || !digits.matches("\\d{1,5}") || Integer.parseInt(digits) > 65535) {
            throw new IllegalArgumentException("'" + text + "' is not host:port, such as 127.0.0.1:8080");
        }
        return new ListenAddress(text.substring(0, colon), Integer.parseInt(digits));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
