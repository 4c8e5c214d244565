package org.broadsheet.story;

/** Numbers what texts are compared by, with a hash instead of a table that would have to be kept. */
final class Feature {
    private static final int BITS = 22;
    private static final int BUCKET_BITS = 18;

    /** How many numbers there are. */
    static final int ALL = 1 << BITS;

    /** How many buckets. */
    static final int BUCKETS = 1 << BUCKET_BITS;

    private Feature() {}

    /** The number of a stem or a sequence of letters (MurmurHash3's finalizer over the text's own hash). */
    static int of(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        return hash >>> (Integer.SIZE - BITS);
    }

    /** The bucket that a feature is counted in over many texts, together with a few others. */
    static int bucket(int feature) {
        return feature >>> (BITS - BUCKET_BITS);
    }
}
