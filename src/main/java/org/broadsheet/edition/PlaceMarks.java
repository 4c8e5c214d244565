package org.broadsheet.edition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has each element of a template carry its file and line, so that what is wrong with the result leads back to the template. */
final class PlaceMarks {
    /** Comments are passed over; a tag is matched whole, since values of attributes may hold signs of tags. */
    private static final Pattern TAGS =
            Pattern.compile("(?s)<!--.*?-->|<(?!th:)([a-zA-Z][\\w-]*)(?=[\\s/>])(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>");

    private PlaceMarks() {}

    /** The template with {@link Templates#PLACE} on each element but those of Thymeleaf itself. */
    static String in(String html, String file) {
        StringBuilder marked = new StringBuilder();
        Matcher tag = TAGS.matcher(html);
        int line = 1;
        int copied = 0;
        while (tag.find()) {
            if (tag.group(1) == null) {
                continue;
            }
            String before = html.substring(copied, tag.end(1));
            line += lines(before);
            marked.append(before).append(' ').append(Templates.PLACE).append("=\"");
            marked.append(file.replace("&", "&amp;").replace("\"", "&quot;"))
                    .append(':')
                    .append(line)
                    .append('"');
            copied = tag.end(1);
        }
        return marked.append(html, copied, html.length()).toString();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(letter -> letter == '\n').count();
    }
}
