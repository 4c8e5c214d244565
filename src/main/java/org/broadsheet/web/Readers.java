package org.broadsheet.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.subscriber.AddressChange;
import org.broadsheet.subscriber.Choices;
import org.broadsheet.subscriber.Preferences;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.subscriber.TokenCheck;

/** What the pages of one reader know and do. */
public interface Readers {
    /** Whose preferences a link opens; empty for one that was not made here. */
    Optional<Subscription> find(String token);

    /** What is known of them; empty when they are gone. */
    Optional<Preferences> preferences(Subscription subscription);

    /** The newsletter of that id, while it is configured. */
    Optional<Newsletter> newsletter(String id);

    /** What a newsletter has sections about. */
    List<Topic> topics(Newsletter newsletter);

    /** The token that leaves a newsletter. */
    String leaving(Subscription subscription);

    /** Keeps what a reader chose. */
    void change(Subscription subscription, Optional<String> name, Choices choices);

    /** Has a mail sent to a new address that asks whether it is right. */
    void askToMove(Subscription subscription, EmailAddress to, Locale language);

    /** What the link in that mail is worth; it says the id of a change. */
    TokenCheck checkMove(String token);

    /** A change of address, done or not. */
    Optional<AddressChange> move(String id);

    /** Changes the address. A second time changes nothing. */
    AddressChange.Outcome completeMove(String id, Locale language);

    /** All that is kept about a reader, for a JSON file. */
    Map<String, Object> data(Subscription subscription);

    /** Deletes a reader and all that is kept. */
    void forget(Subscription subscription);
}
