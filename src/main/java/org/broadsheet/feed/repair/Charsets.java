package org.broadsheet.feed.repair;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is meant by the names of charsets; as browsers read them (WHATWG Encoding Standard), old names mean their larger heirs. */
final class Charsets {
    private static final Map<String, String> HEIRS = Map.ofEntries(
            Map.entry("utf8", "UTF-8"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("cp1252", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"));

    /** Guesses beside these are no better than windows-1252, which all of the West was written in. */
    private static final Set<String> TELLING =
            Set.of("Shift_JIS", "EUC-JP", "EUC-KR", "Big5", "GB18030", "windows-1251", "KOI8-R", "windows-1256");

    private static final int SURE = 15;
    private static final int SAMPLE = 20_000;

    private Charsets() {}

    /** The charset of that name; empty when there is none. */
    static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(HEIRS.getOrDefault(name.toLowerCase(Locale.ROOT), name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The charset that the letters look like; empty when they look like western ones. */
    static Optional<Charset> guess(ByteBuffer bytes) {
        byte[] sample = new byte[Math.min(SAMPLE, bytes.remaining())];
        bytes.duplicate().get(sample);
        CharsetDetector detector = new CharsetDetector();
        // Tags are of ASCII and tell nothing.
        detector.enableInputFilter(true);
        CharsetMatch match = detector.setText(sample).detect();
        return Optional.ofNullable(match)
                .filter(some -> some.getConfidence() >= SURE && TELLING.contains(some.getName()))
                .flatMap(some -> find(some.getName()));
    }
}
