package org.broadsheet.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.subscriber.Purpose;
import org.broadsheet.subscriber.SignUp;
import org.broadsheet.subscriber.TokenCheck;
import org.broadsheet.web.SignUps;

/** What the sign-up pages know and do. */
final class SignUpDesk implements SignUps {
    private final Configuration configuration;
    private final Readership readership;
    private final Newsroom newsroom;
    private final Clock clock;
    /** An edition that was made stays, so nobody needs to look for it twice. */
    private final Set<String> appeared = ConcurrentHashMap.newKeySet();

    SignUpDesk(Configuration configuration, Newsroom newsroom, Readership readership, Clock clock) {
        this.configuration = configuration;
        this.newsroom = newsroom;
        this.readership = readership;
        this.clock = clock;
    }

    @Override
    public List<Newsletter> newsletters() {
        return configuration.newsletters();
    }

    @Override
    public Optional<Newsletter> newsletter(String id) {
        return configuration.newsletter(id);
    }

    @Override
    public List<Topic> topics(Newsletter newsletter) {
        return newsroom.topics().topicsOf(newsletter);
    }

    @Override
    public boolean hasAppeared(Newsletter newsletter) {
        String id = newsletter.id();
        if (!appeared.contains(id) && hasEdition(id)) {
            appeared.add(id);
        }
        return appeared.contains(id);
    }

    private boolean hasEdition(String id) {
        EditionStore editions = newsroom.editions();
        Instant now = clock.instant();
        return editions.lastMadeBefore(id, now).isPresent()
                || editions.lastRoundUpBefore(id, now).isPresent();
    }

    @Override
    public String publisher() {
        return configuration.installation().publisher().name();
    }

    @Override
    public void ask(SignUp signUp) {
        Optional<String> from = signUp.from().filter(address -> keepsAddresses());
        readership
                .signUps()
                .ask(new SignUp(
                        signUp.newsletter(),
                        signUp.address(),
                        signUp.name(),
                        signUp.choices(),
                        signUp.consent(),
                        from));
    }

    private boolean keepsAddresses() {
        return configuration.installation().web().keepIp();
    }

    @Override
    public TokenCheck check(String token) {
        return readership.tokens().check(Purpose.CONFIRM, token);
    }

    @Override
    public Optional<SignUp> find(String id) {
        return readership.signUps().find(id);
    }

    @Override
    public Optional<String> confirm(String id, String from) {
        return readership
                .signUps()
                .confirm(id, Optional.of(from).filter(address -> keepsAddresses()))
                .map(readership.links()::preferencesToken);
    }
}
