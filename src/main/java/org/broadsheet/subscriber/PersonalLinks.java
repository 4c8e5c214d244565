package org.broadsheet.subscriber;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;

/** The links in a reader's mails that are this reader's own: one leaves the newsletter (RFC 8058), one opens the preferences. */
public final class PersonalLinks {
    private static final char BETWEEN = '\n';

    private final SignedTokens tokens;
    private final String web;
    private final Optional<EmailAddress> mailbox;

    /**
     * Links with those tokens.
     *
     * @param web how readers reach the pages
     */
    public PersonalLinks(SignedTokens tokens, URI web) {
        this(tokens, web, Optional.empty());
    }

    /**
     * Links with those tokens, of which one may be mailed back.
     *
     * @param mailbox the address whose mails are read; empty when nobody reads them
     */
    public PersonalLinks(SignedTokens tokens, URI web, Optional<EmailAddress> mailbox) {
        this.tokens = tokens;
        this.web = web.toString().replaceAll("/+$", "");
        this.mailbox = mailbox;
    }

    /** Where a mail with an unsubscribe token is read by a program; empty when it is read by people. */
    public Optional<EmailAddress> mailbox() {
        return mailbox;
    }

    /** The link that leaves a newsletter. */
    public URI unsubscribe(String newsletter, String subscriberId) {
        return unsubscribe(unsubscribeToken(newsletter, subscriberId));
    }

    /** The link that such a token makes. */
    public URI unsubscribe(String token) {
        return URI.create(web + "/u/" + token);
    }

    /** The part of that link that says who and what, for links of another kind. */
    public String unsubscribeToken(String newsletter, String subscriberId) {
        return tokens.sign(Purpose.UNSUBSCRIBE, newsletter + BETWEEN + subscriberId);
    }

    /** The link that opens the preferences, at those of a newsletter. */
    public URI preferences(String newsletter, String subscriberId) {
        return URI.create(web + "/p/" + preferencesToken(new Subscription(newsletter, subscriberId)));
    }

    /** The part of that link that says whose they are. */
    public String preferencesToken(Subscription of) {
        return tokens.sign(Purpose.PREFERENCES, of.newsletter() + BETWEEN + of.subscriberId());
    }

    /** The subscription that a token of such a link was made for; empty when it was not made here for that purpose. */
    public Optional<Subscription> subscription(Purpose purpose, String token) {
        if (!(tokens.check(purpose, token) instanceof TokenCheck.Genuine genuine)) {
            return Optional.empty();
        }
        int between = genuine.content().lastIndexOf(BETWEEN);
        return Optional.of(new Subscription(
                genuine.content().substring(0, between), genuine.content().substring(between + 1)));
    }
}
