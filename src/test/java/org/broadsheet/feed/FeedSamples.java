package org.broadsheet.feed;

import java.nio.charset.StandardCharsets;

/** Small feeds for tests. */
public final class FeedSamples {
    private FeedSamples() {}

    /** An RSS feed with the given items. */
    public static byte[] rss(String... items) {
        return utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                     xmlns:media="http://search.yahoo.com/mrss/">
                <channel><title>Küstenblatt</title><link>https://kuestenblatt.example/</link><language>de-DE</language>
                %s
                </channel></rss>
                """.formatted(String.join("\n", items)));
    }

    /** An item with a title, a path and a date in RFC 822 form. */
    public static String item(String title, String path, String date, String more) {
        return "<item><title>%s</title><link>https://kuestenblatt.example%s</link><pubDate>%s</pubDate>%s</item>"
                .formatted(title, path, date, more);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
