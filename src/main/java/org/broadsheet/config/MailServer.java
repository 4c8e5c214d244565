package org.broadsheet.config;

import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Installation.Security;
import org.broadsheet.config.Installation.Smtp;

/**
 * One of several mail servers in {@code config/broadsheet.yml}.
 *
 * @param weight its share of the connections, beside the others' weights
 */
public record MailServer(
        @Key(doc = "The server's name.", example = "smtp.example.org")
        String host,

        @Key(doc = "Its port; 587, 465 or 25 by the security chosen.", min = 1, max = 65535)
        Optional<Integer> port,

        @Key(doc = "starttls, tls or none; starttls is never given up silently.", byDefault = "starttls")
        Security security,

        @Key(doc = "The account, where the server wants one.")
        Optional<String> username,

        @Key(doc = "Its password; write ${SMTP_PASSWORD} and keep it in the environment.")
        Optional<Secret> password,

        @Key(doc = "How to log in; by default as the server prefers, with the password.")
        Optional<Login> auth,

        @Key(doc = "Its share of the connections, beside the others' weights.", byDefault = "1", min = 1, max = 100)
        int weight) {

    /** How to tell a mail server who we are. */
    public enum Login {
        PLAIN,
        LOGIN,
        /** With an access token (OAuth 2.0) as the password. */
        XOAUTH2
    }

    public MailServer {
        requirePair(username, password, auth);
    }

    static void requirePair(Optional<String> username, Optional<Secret> password, Optional<Login> auth) {
        if (username.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("username and password go together");
        }
        if (auth.isPresent() && username.isEmpty()) {
            throw new IllegalArgumentException("auth: needs a username and a password");
        }
    }

    /** This server, used as those settings tell. */
    Smtp within(Smtp smtp) {
        return new Smtp(
                host,
                port,
                security,
                username,
                password,
                auth,
                smtp.connections(),
                smtp.mailsPerConnection(),
                smtp.idle(),
                smtp.timeout(),
                smtp.outbox(),
                List.of());
    }
}
