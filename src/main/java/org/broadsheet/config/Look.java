package org.broadsheet.config;

import java.net.URI;
import java.util.Optional;

/** What makes a newsletter's mails its own, beside the stories. */
public record Look(
        @Key(
                doc =
                        "The subject: a text with {lead}, {title}, {date} and {count} in it. It is cut after 70 characters.",
                byDefault = "\"" + SubjectPattern.LEAD + "\"")
        SubjectPattern subject,

        @Key(doc = "The colour of the head and of buttons.", byDefault = "\"" + Look.ACCENT + "\"")
        Colour accent,

        @Key(
                doc =
                        "The https address of a square picture for the head, instead of the title's first letter; it is shown 44 pixels wide.",
                example = "https://example.org/logo.png")
        Optional<URI> logo,

        @Key(doc = "A few words between the head and the stories.", example = "Kaffee steht bereit.")
        Optional<String> intro,

        @Key(doc = "A few words below the stories.", example = "Bis morgen!")
        Optional<String> closing) {

    static final String ACCENT = "#9f3d26";

    public Look {
        if (logo.filter(address -> !String.valueOf(address.getScheme()).startsWith("http"))
                .isPresent()) {
            throw new IllegalArgumentException("logo: must begin with https://, as readers' mail programs fetch it");
        }
    }

    /** As it is where the admin says nothing. */
    public static Look usual() {
        return new Look(
                new SubjectPattern(SubjectPattern.LEAD),
                new Colour(ACCENT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
