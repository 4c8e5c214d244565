package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what a server said within a text that tells more: lines with a code, and those that go on from there. */
final class SaidLines {
    private static final Pattern WITH_CODE = Pattern.compile(
            "(?:^|[\\s:;(<\\[\"'>#])(?:[45][0-5]\\d[ -](?!\\d)|[45]\\.[0-7]\\.\\d{1,3}(?![.\\d]))|[45][0-5]\\d$");
    private static final int MOST = 12;

    private SaidLines() {}

    /** Those lines; empty when there is no code. */
    static String in(String text) {
        List<String> said = new ArrayList<>();
        boolean goesOn = false;
        for (String line : text.lines().toList()) {
            boolean code = WITH_CODE.matcher(line).find();
            goesOn = code || (goesOn && !line.isBlank());
            if (goesOn && said.size() < MOST) {
                said.add(line.strip());
            }
        }
        return String.join("\n", said);
    }
}
