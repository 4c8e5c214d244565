package org.broadsheet.subscriber;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.reply.ReplyJudge;

/** A bounce that needs no mail: the mail server refuses the recipient while a mail is being delivered. */
public final class BounceAtOnce {
    /** Without a reply code it was not the server who refused. */
    private static final Pattern PERMANENT = Pattern.compile("^5\\d\\d\\b.*", Pattern.DOTALL);

    private final BounceStore bounces;
    private final ReplyJudge judge;
    private final Clock clock;

    /** What is refused is noted in that store. */
    public BounceAtOnce(BounceStore bounces, ReplyJudge judge, Clock clock) {
        this.bounces = bounces;
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * Judges a refusal, and suppresses the address when it is hard.
     *
     * @param edition of which a mail was refused
     * @param reply the server's, with its code (RFC 5321 section 4.2)
     */
    public void refused(String edition, String newsletter, EmailAddress address, String reply) {
        if (PERMANENT.matcher(reply).matches()) {
            bounces.note(new Bounce(
                    "edition:" + edition,
                    address.canonical(),
                    Optional.of(newsletter),
                    Bounce.What.BOUNCE,
                    Optional.of(judge.judge(reply)),
                    clock.instant()));
        }
    }
}
