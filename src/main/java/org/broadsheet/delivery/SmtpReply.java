package org.broadsheet.delivery;

import java.util.regex.Pattern;

/** A mail server's reply (RFC 5321 section 4.2); code 0 or -1 where there was none, or none that could be understood. */
record SmtpReply(int code, String text) {
    private static final int READY_FOR_MAIL = 354;
    private static final int CLOSING = 421;
    private static final int AUTHENTICATION_REQUIRED = 530;
    /** Servers word it in many ways; it says that the admin's set-up is wrong, and nothing about the recipient. */
    private static final Pattern RELAYS_NOT = Pattern.compile(
            "(?i)relay(ing)?( access)? (is )?(denied|not permitted|not allowed|prohibited)|unable to relay"
                    + "|authentication (is )?required");

    /** The code 4.7.0 and its like, or words for it: what large providers answer to who sends too fast. */
    private static final Pattern TOO_MUCH = Pattern.compile(
            "(?i)^4[25][0-9]\\b.*(too (many|much|fast|quick)|rate.?limit|rate (is )?exceed|exceed\\w* .{0,40}(rate|limit)"
                    + "|throttl|slow(ing)? down|try again later.{0,40}volume|unusual (rate|volume)|4\\.7\\.(28|650)"
                    + "|deferred due to .{0,40}(volume|complaints)|temporarily (deferred|rate))");

    private static final Pattern BREAKS = Pattern.compile("\\s+");

    /** Puts a reply of several lines on one. */
    static SmtpReply of(int code, String response) {
        String text = response.strip();
        return new SmtpReply(
                code, text.indexOf('\n') < 0 ? text : BREAKS.matcher(text).replaceAll(" "));
    }

    boolean isPositive() {
        return code >= 200 && code < 300;
    }

    /** Whether the server waits for the mail itself. */
    boolean isReadyForMail() {
        return code == READY_FOR_MAIL;
    }

    boolean isGoingOn() {
        return isPositive() || isReadyForMail();
    }

    /** Whether nothing more is to be had over this connection. */
    boolean isLost() {
        return isClosing() || !(isGoingOn() || isTransient() || isPermanent());
    }

    boolean isTransient() {
        return code >= 400 && code < 500 && code != CLOSING;
    }

    boolean isPermanent() {
        return code >= 500 && code < 600;
    }

    /** Whether the server answered and took nothing, although it may have closed the connection then. */
    boolean isClosing() {
        return code == CLOSING;
    }

    /** Whether no mail at all would get through. */
    boolean concernsEverything() {
        return code == AUTHENTICATION_REQUIRED
                || (isPermanent() && RELAYS_NOT.matcher(text).find());
    }

    /** Whether a reply says that mails come too fast. */
    static boolean asksForLess(String reply) {
        return TOO_MUCH.matcher(reply).find();
    }

    String shown() {
        if (text.isEmpty() || text.equals("[EOF]")) {
            return "the mail server closed the connection";
        }
        return code <= 0 ? "the mail server's reply makes no sense: " + text : text;
    }
}
