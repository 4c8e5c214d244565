package org.broadsheet.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Addresses that share their first bits (RFC 4632), such as {@code 10.0.0.0/8}; one address alone shares all of them.
 *
 * @param start the first address, in hexadecimal
 * @param bits how many of them are shared
 */
public record Network(String start, int bits) {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /** The network that an address or an address with a number of bits names. */
    public static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = address(parts[0]);
        int all = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : BITS.matcher(parts[1]).matches() ? Integer.parseInt(parts[1]) : -1;
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException(
                    "'" + text + "' has no number of bits from 0 to " + all + " after the /");
        }
        return of(address, bits);
    }

    /** The network of that size that an address belongs to. */
    public static Network of(InetAddress address, int bits) {
        byte[] octets = address.getAddress();
        for (int i = 0; i < octets.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            octets[i] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
        return new Network(HexFormat.of().formatHex(octets), bits);
    }

    /**
     * The address that a text spells out; no name is ever looked up.
     *
     * @throws IllegalArgumentException when it is no address
     */
    public static InetAddress address(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address");
        }
        try {
            return InetAddress.getByName(bare);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address", e);
        }
    }

    /** Whether an address belongs to it. */
    public boolean holds(InetAddress address) {
        return address.getAddress().length * 2 == start.length() && equals(of(address, bits));
    }
}
