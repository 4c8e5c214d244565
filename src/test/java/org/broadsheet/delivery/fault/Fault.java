package org.broadsheet.delivery.fault;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What goes wrong with one mail. */
enum Fault {
    NONE,
    /** Never, for this recipient: 550. */
    REFUSED,
    /** Not now: 450 to the recipient. */
    GREYLISTED,
    /** Not now: 451 to the whole mail. */
    DEFERRED,
    /** The connection is cut in the middle of the mail. */
    CUT_IN_DATA,
    /** The connection is cut when the mail is there, and the mail is forgotten. */
    CUT_BEFORE_TAKING,
    /** The connection is cut when the mail is taken, before the sender hears of it. */
    CUT_AFTER_TAKING,
    /** The mail is taken, and the answer makes no sense. */
    GARBAGE,
    /** The mail is there, and no answer comes. */
    STALL;

    /** So many of 10,000 recipients meet each; a stall takes as long as the sender's patience, so there are few. */
    private static final Map<Fault, Integer> SHARES = new TreeMap<>(Map.of(
            REFUSED, 10,
            GREYLISTED, 60,
            DEFERRED, 60,
            CUT_IN_DATA, 15,
            CUT_BEFORE_TAKING, 15,
            CUT_AFTER_TAKING, 15,
            GARBAGE, 10,
            STALL, 3));

    /** What this recipient meets: the first time only, but for the one that never changes. */
    static Fault of(long seed, String recipient, int earlierTries) {
        int lot = new Random(seed ^ recipient.hashCode() * 0x9E3779B97F4A7C15L).nextInt(10_000);
        for (Map.Entry<Fault, Integer> share : SHARES.entrySet()) {
            lot -= share.getValue();
            if (lot < 0) {
                return earlierTries == 0 || share.getKey() == REFUSED ? share.getKey() : NONE;
            }
        }
        return NONE;
    }

    /** Whether the server has the mail and the sender cannot know. */
    boolean leavesInDoubt() {
        return this == CUT_AFTER_TAKING || this == GARBAGE;
    }
}
