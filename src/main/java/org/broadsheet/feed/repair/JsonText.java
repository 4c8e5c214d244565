package org.broadsheet.feed.repair;

import java.util.ArrayDeque;
import java.util.Deque;

/** Makes the best of JSON that was wrapped in something else, or cut off: everything up to the last whole value. */
public final class JsonText {
    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();
    private int wholeEnd;
    private String wholeClosing = "";

    private JsonText(String text) {
        this.text = text;
    }

    /** The first object of a text; when it does not end, it is closed after its last whole value. */
    public static String complete(String text) {
        int start = text.indexOf('{');
        return start < 0 ? text : new JsonText(text.substring(start)).complete();
    }

    private String complete() {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                i = endOfString(i);
            } else if (letter == '{' || letter == '[') {
                open.push(letter == '{' ? '}' : ']');
            } else if ((letter == '}' || letter == ']') && !open.isEmpty()) {
                open.pop();
                if (open.isEmpty()) {
                    return text.substring(0, i + 1);
                }
                whole(i + 1);
            } else if (letter == ',') {
                whole(i);
            }
        }
        return text.substring(0, wholeEnd) + wholeClosing;
    }

    /** Up to here nothing is cut. */
    private void whole(int end) {
        wholeEnd = end;
        StringBuilder closing = new StringBuilder();
        // Thousands of brackets are an attack, and closing them for every comma would be its success.
        if (open.size() < 100) {
            open.forEach(closing::append);
        }
        wholeClosing = closing.toString();
    }

    private int endOfString(int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
