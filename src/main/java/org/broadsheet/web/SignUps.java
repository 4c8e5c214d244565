package org.broadsheet.web;

import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.subscriber.SignUp;
import org.broadsheet.subscriber.TokenCheck;

/** What the sign-up pages know and do. */
public interface SignUps {
    /** Those that one can subscribe to. */
    List<Newsletter> newsletters();

    /** One of them. */
    Optional<Newsletter> newsletter(String id);

    /** What a newsletter has sections about. */
    List<Topic> topics(Newsletter newsletter);

    /** Whether there are editions of a newsletter to read. */
    boolean hasAppeared(Newsletter newsletter);

    /** Who publishes them. */
    String publisher();

    /** Has a mail sent that asks back. The same happens here whatever is known of the address. */
    void ask(SignUp signUp);

    /** What the link in that mail is worth; it says the id of a sign-up. */
    TokenCheck check(String token);

    /** A sign-up, confirmed or not. */
    Optional<SignUp> find(String id);

    /**
     * Subscribes whoever signed up. A second time changes nothing.
     *
     * @param from the reader's IP address
     * @return the token of the reader's preferences; empty when the sign-up is used up or gone
     */
    Optional<String> confirm(String id, String from);
}
