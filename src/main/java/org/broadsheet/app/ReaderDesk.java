package org.broadsheet.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.subscriber.AddressChange;
import org.broadsheet.subscriber.Choices;
import org.broadsheet.subscriber.Preferences;
import org.broadsheet.subscriber.Purpose;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.subscriber.TokenCheck;
import org.broadsheet.web.Readers;

/** What the pages of one reader know and do. */
final class ReaderDesk implements Readers {
    private final Configuration configuration;
    private final Readership readership;
    private final Function<Newsletter, List<Topic>> topics;

    ReaderDesk(Configuration configuration, Readership readership, Function<Newsletter, List<Topic>> topics) {
        this.configuration = configuration;
        this.readership = readership;
        this.topics = topics;
    }

    @Override
    public Optional<Subscription> find(String token) {
        return readership.links().subscription(Purpose.PREFERENCES, token);
    }

    @Override
    public Optional<Preferences> preferences(Subscription subscription) {
        return readership.preferences().find(subscription);
    }

    @Override
    public Optional<Newsletter> newsletter(String id) {
        return configuration.newsletter(id);
    }

    @Override
    public List<Topic> topics(Newsletter newsletter) {
        return topics.apply(newsletter);
    }

    @Override
    public String leaving(Subscription subscription) {
        return readership.links().unsubscribeToken(subscription.newsletter(), subscription.subscriberId());
    }

    @Override
    public void change(Subscription subscription, Optional<String> name, Choices choices) {
        readership.preferences().change(subscription, name, choices);
    }

    @Override
    public void askToMove(Subscription subscription, EmailAddress to, Locale language) {
        readership.addressChanges().ask(new AddressChange(subscription, to), language);
    }

    @Override
    public TokenCheck checkMove(String token) {
        return readership.tokens().check(Purpose.MOVE, token);
    }

    @Override
    public Optional<AddressChange> move(String id) {
        return readership.addressChanges().find(id);
    }

    @Override
    public AddressChange.Outcome completeMove(String id, Locale language) {
        return readership.addressChanges().complete(id, language);
    }

    @Override
    public Map<String, Object> data(Subscription subscription) {
        return readership.data().all(subscription.subscriberId());
    }

    @Override
    public void forget(Subscription subscription) {
        readership.data().forget(subscription.subscriberId());
    }
}
