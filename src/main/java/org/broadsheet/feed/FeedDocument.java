package org.broadsheet.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.feed.repair.Repair;

/**
 * What one fetch of a feed held.
 *
 * @param title of the feed; empty when it has none
 * @param base what relative links are relative to
 * @param format the format and its version, such as {@code RSS 2.0}
 * @param repairs what had to be mended before it could be read
 */
public record FeedDocument(
        String title,
        URI base,
        Optional<Locale> language,
        String format,
        List<Repair> repairs,
        List<FeedEntry> entries) {
    public FeedDocument {
        repairs = List.copyOf(repairs);
        entries = List.copyOf(entries);
    }
}
