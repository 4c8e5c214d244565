package org.broadsheet.feed.repair;

import java.util.List;

/**
 * The characters of a feed, and what it took to get them.
 *
 * @param text without a byte-order mark
 */
public record Decoded(String text, List<Repair> repairs) {
    public Decoded {
        repairs = List.copyOf(repairs);
    }
}
