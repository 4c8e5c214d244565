package org.broadsheet.feed;

/** Counts the elements of a feed before a tree is made of it, because each costs memory however small it is. */
final class Elements {
    /** A hundred thousand entries with all that belongs to one; the tree of these fits into half a gigabyte. */
    static final int MOST = 600_000;

    private static final byte[] CDATA = {'!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] CDATA_END = {']', ']', '>'};

    private Elements() {}

    /** Whether there are more than {@link #MOST}; text that only looks like elements, in CDATA, does not count. */
    static boolean areTooMany(byte[] feed) {
        int lastEnd = lastEndOfCdata(feed);
        int count = 0;
        for (int i = 0; i < feed.length - 1 && count <= MOST; i++) {
            // One that does not end hides nothing, and looking for its end again and again would take for ever.
            if (i < lastEnd && feed[i] == '<' && startsWith(feed, i + 1, CDATA)) {
                i = endOfCdata(feed, i);
            } else if (feed[i] == '{' || (feed[i] == '<' && Character.isLetter(feed[i + 1]))) {
                count++;
            }
        }
        return count > MOST;
    }

    private static boolean startsWith(byte[] feed, int at, byte[] what) {
        int i = 0;
        while (i < what.length && at + i < feed.length && feed[at + i] == what[i]) {
            i++;
        }
        return i == what.length;
    }

    private static int endOfCdata(byte[] feed, int from) {
        int i = from;
        while (!startsWith(feed, i, CDATA_END)) {
            i++;
        }
        return i;
    }

    private static int lastEndOfCdata(byte[] feed) {
        int i = feed.length - CDATA_END.length;
        while (i >= 0 && !startsWith(feed, i, CDATA_END)) {
            i--;
        }
        return i;
    }
}
