package org.broadsheet.feed.repair;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares the prefixes that a feed uses and does not declare, on its outermost element. */
final class Prefixes {
    private static final Pattern START =
            Pattern.compile("<(?:([\\p{L}_][\\p{L}\\p{N}_.-]*+):)?+[\\p{L}_][\\p{L}\\p{N}_.-]*+");

    /** Each prefix is looked up for each element. */
    private static final int MOST = 200;

    private Prefixes() {}

    static String declare(String text) {
        Usage usage = new Usage();
        Segments.mend(text, (kind, piece) -> {
            if (kind == Segments.Kind.TAG) {
                usage.look(piece);
            }
            return piece;
        });
        String declarations = usage.missing();
        return declarations.isEmpty() ? text : insert(text, declarations);
    }

    private static String insert(String text, String declarations) {
        boolean[] done = new boolean[1];
        return Segments.mend(text, (kind, piece) -> {
            Matcher start = START.matcher(piece);
            if (done[0] || kind != Segments.Kind.TAG || !start.lookingAt()) {
                return piece;
            }
            done[0] = true;
            return piece.substring(0, start.end()) + declarations + piece.substring(start.end());
        });
    }

    /** Which prefixes the tags of a feed use, and which its outermost one declares. */
    private static final class Usage {
        private final TreeSet<String> used = new TreeSet<>();
        private final Map<String, String> root = new LinkedHashMap<>();
        private boolean rooted;

        void look(String tag) {
            Matcher start = START.matcher(tag);
            if (!start.lookingAt()) {
                return;
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            Attributes.read(tag, start.end(), attributes);
            if (used.size() > MOST) {
                return;
            }
            if (start.group(1) != null) {
                used.add(start.group(1));
            }
            attributes.keySet().stream()
                    .filter(Usage::isPrefixed)
                    .forEach(name -> used.add(name.substring(0, name.indexOf(':'))));
            if (!rooted) {
                root.putAll(attributes);
                rooted = true;
            }
        }

        private static boolean isPrefixed(String attribute) {
            return attribute.indexOf(':') > 0 && !attribute.startsWith("xmlns:") && !attribute.startsWith("xml:");
        }

        String missing() {
            StringBuilder declarations = new StringBuilder();
            for (String prefix : used) {
                if (!root.containsKey("xmlns:" + prefix)
                        && !prefix.toLowerCase(Locale.ROOT).startsWith("xml")) {
                    declarations
                            .append(" xmlns:")
                            .append(prefix)
                            .append("=\"")
                            .append(Namespaces.of(prefix))
                            .append('"');
                }
            }
            return declarations.toString();
        }
    }
}
