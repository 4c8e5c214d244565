package org.broadsheet.subscriber;

/**
 * A place in the list of subscriptions, which is ordered by canonical address and newsletter.
 *
 * @param canonical the address there
 * @param newsletter the newsletter there
 */
public record ListPosition(String canonical, String newsletter) {
    /** Before everything. */
    public static final ListPosition START = new ListPosition("", "");

    /** Reads what {@link #toString} wrote; an address alone is the place before its first newsletter. */
    public static ListPosition parse(String text) {
        int between = text.indexOf('/', text.lastIndexOf('@') + 1);
        return between < 0
                ? new ListPosition(text, "")
                : new ListPosition(text.substring(0, between), text.substring(between + 1));
    }

    @Override
    public String toString() {
        return canonical + '/' + newsletter;
    }
}
