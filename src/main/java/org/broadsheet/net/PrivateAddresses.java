package org.broadsheet.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the inside (loopback, private, link-local, reserved) from those of the internet. */
final class PrivateAddresses {
    /** RFC 6890 and its updates: no public server has an address in these. */
    private static final List<Block> IPV4 = blocks(
            "00000000/8", // this network
            "0a000000/8", // private
            "64400000/10", // shared by carriers
            "7f000000/8", // loopback
            "a9fe0000/16", // link-local, and with it the cloud's metadata service
            "ac100000/12", // private
            "c0000000/24", // protocol assignments
            "c0a80000/16", // private
            "c6120000/15", // benchmarks
            "e0000000/3"); // multicast and reserved

    private static final List<Block> IPV6 = blocks(
            "00000000000000000000000000000000/96", // unspecified, loopback, IPv4-compatible
            "00000000000000000000ffff00000000/96", // IPv4-mapped: Java makes these IPv4, where it gets to see them
            "0064ff9b000000000000000000000000/32", // NAT64: whatever lies behind it
            "20010000000000000000000000000000/32", // Teredo: the same
            "20020000000000000000000000000000/16", // 6to4: the same
            "fc000000000000000000000000000000/7", // unique local
            "fe800000000000000000000000000000/9", // link-local, site-local
            "ff000000000000000000000000000000/8"); // multicast

    private PrivateAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == 4 ? IPV4 : IPV6).stream().anyMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    /** Addresses that share their first bits, written as hex digits and the number of those bits. */
    private static final class Block {
        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String text) {
            int slash = text.indexOf('/');
            byte[] start = HexFormat.of().parseHex(text.substring(0, slash));
            return new Block(start, Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(byte[] address) {
            int whole = bits / 8;
            if (!Arrays.equals(start, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || ((start[whole] ^ address[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
        }
    }
}
