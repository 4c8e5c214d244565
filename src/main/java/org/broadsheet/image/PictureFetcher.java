package org.broadsheet.image;

import java.net.URI;
import java.time.Duration;
import org.broadsheet.net.Http;
import org.broadsheet.net.HttpAnswer;
import org.broadsheet.net.Robots;
import org.broadsheet.net.Validators;

/** Gets a picture from its server and makes it small; every way this can go wrong is an outcome. */
public final class PictureFetcher {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Http http;
    private final PictureMaker maker = new PictureMaker(LONGEST);
    private final Favicons favicons;

    public PictureFetcher(Http http, Robots robots) {
        this.http = http;
        this.favicons = new Favicons(this, robots);
    }

    /** Fetches a picture; never throws for what a server or a picture does. */
    public PictureOutcome fetch(Wanted wanted) {
        return wanted.shape() == Shape.ICON ? favicons.fetch(wanted.source()) : fetch(wanted.source(), wanted.shape());
    }

    PictureOutcome fetch(URI url, Shape shape) {
        HttpAnswer answer = get(url);
        return answer instanceof HttpAnswer.Body body ? maker.make(body.bytes(), shape) : trouble(answer);
    }

    HttpAnswer get(URI url) {
        Duration within = http.timeout().compareTo(LONGEST) < 0 ? http.timeout() : LONGEST;
        return http.get(url, Validators.NONE, within);
    }

    private static PictureOutcome trouble(HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Refused refused) {
            String reason = "the server answered " + refused.status();
            boolean passing = refused.status() >= 500 || refused.status() == 429 || refused.status() == 408;
            return passing ? new PictureOutcome.Unreachable(reason) : new PictureOutcome.Unusable(reason);
        }
        return new PictureOutcome.Unreachable(
                answer instanceof HttpAnswer.Failed failed ? failed.reason() : "no answer");
    }
}
