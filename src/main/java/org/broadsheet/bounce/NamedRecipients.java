package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds whom a notice without fields is about. Every program words it otherwise, so each address gets points for where
 * it stands: at the start of a line, behind words such as "deliver to", or in the returned mail's header.
 */
final class NamedRecipients {
    private static final int AT_LINE_START = 8;
    private static final int BEHIND_WORDS = 6;
    private static final int RETURNED_MAIL_WENT_THERE = 3;
    private static final int OWN = -7;
    private static final int DAEMON = -4;
    private static final int ASK_THERE = -7;

    private static final Pattern LINE_START =
            Pattern.compile("^[\\s>*•-]*(?:\\d+[.)]\\s*)?(?i:(?:smtp|rfc822|.{0,60};dda)\\s*[:;]\\s*)?[\"'<(\\[]*$");
    private static final Pattern WORDS =
            Pattern.compile("(?i)(deliver[a-z]*|undeliverable|fail[a-z]*|send|sent|return[a-z]*|"
                    + "recipients?|address(?:es)?|addressee|mail ?box|userid|user|account|rcpt|reach[a-z]*|for|to|empfänger|an|zugestellt"
                    + "|destinataire|destinatario)[^@]{0,25}$");
    private static final Pattern HELP = Pattern.compile(
            "(?i)(contact|assistance|help|questions?|problems?|write|reply|administrator|support|(?<!generated )from|sender)[^@]{0,60}$");

    private final List<String> own;
    private final List<String> returned;

    /**
     * Of one mail.
     *
     * @param own addresses of whoever got the notice, and of whoever wrote it
     * @param returned where the returned mail went
     */
    NamedRecipients(List<String> own, List<String> returned) {
        this.own = own;
        this.returned = returned;
    }

    /** The recipients that a notice names, each with the lines from there to the next. */
    Map<String, String> in(String notice) {
        List<String> lines = notice.lines().toList();
        Map<String, Mention> mentions = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            for (Mention mention : mentions(lines.get(i), i)) {
                mentions.merge(mention.address(), mention, Mention::better);
            }
        }
        int most = mentions.values().stream().mapToInt(Mention::points).max().orElse(0);
        List<Mention> best = mentions.values().stream()
                .filter(mention -> mention.points() == most)
                .sorted(Comparator.comparingInt(Mention::line))
                .toList();
        return sections(lines, most < 0 ? List.of() : best);
    }

    private record Mention(String address, int line, int points) {
        Mention better(Mention other) {
            return other.points > points ? other : this;
        }
    }

    private List<Mention> mentions(String line, int number) {
        List<Mention> mentions = new ArrayList<>();
        String shown = line.length() <= 2000 ? line : line.substring(0, 2000);
        Matcher addresses = Addresses.ADDRESS.matcher(shown);
        while (addresses.find()) {
            String address = Addresses.clean(addresses.group());
            mentions.add(new Mention(address, number, points(address, shown.substring(0, addresses.start()))));
        }
        return mentions;
    }

    private int points(String address, String before) {
        int points = 0;
        if (LINE_START.matcher(before).matches()) {
            points = AT_LINE_START;
        } else if (WORDS.matcher(before).find()) {
            points = BEHIND_WORDS;
        }
        points += HELP.matcher(before).find() ? ASK_THERE : 0;
        points += stands(address, returned) ? RETURNED_MAIL_WENT_THERE : 0;
        points += stands(address, own) && !stands(address, returned) ? OWN : 0;
        return points + (Addresses.isOfDaemon(address) ? DAEMON : 0);
    }

    private static boolean stands(String address, List<String> among) {
        return among.stream().anyMatch(other -> Addresses.same(address, other));
    }

    private static Map<String, String> sections(List<String> lines, List<Mention> mentions) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            int start = mentions.get(i).line();
            int end = i + 1 < mentions.size() ? mentions.get(i + 1).line() : lines.size();
            sections.put(mentions.get(i).address(), String.join("\n", lines.subList(start, Math.max(start + 1, end))));
        }
        return sections;
    }
}
