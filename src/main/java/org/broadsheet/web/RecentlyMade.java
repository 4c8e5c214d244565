package org.broadsheet.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Texts that take long to make and are the same for many readers: those asked for last are kept, and no more than a few.
 * Safe for use by many threads.
 *
 * @param <K> what a text depends on, all of it
 */
final class RecentlyMade<K> {
    private static final int KEPT = 50;

    private final Map<K, String> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, String> eldest) {
            return size() > KEPT;
        }
    };

    /** The text for a key; two who ask at once may both make it, and neither waits for the other. */
    String get(K key, Function<K, String> made) {
        synchronized (kept) {
            String known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        String fresh = made.apply(key);
        synchronized (kept) {
            kept.put(key, fresh);
        }
        return fresh;
    }
}
