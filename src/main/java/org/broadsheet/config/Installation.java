package org.broadsheet.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.MailServer.Login;

/** {@code config/broadsheet.yml}: what is the same for every newsletter of this installation. */
public record Installation(
        @Key(doc = "Who publishes the newsletters.") Publisher publisher,

        @Key(doc = "The pages that readers reach.", byDefault = "{}")
        Web web,

        @Key(doc = "The mail server that takes the editions.", byDefault = "{}")
        Smtp smtp,

        @Key(doc = "How mails are signed, so that receivers know that they are yours.")
        Optional<Dkim> dkim,

        @Key(doc = "Where everything is stored.", byDefault = "{}")
        Database database,

        @Key(doc = "How feeds are fetched.", byDefault = "{}")
        Fetch fetch,

        @Key(doc = "How long and how often a mail is tried.", byDefault = "{}")
        Retry retry,

        @Key(doc = "How fast mails may go out.", byDefault = "{}")
        Pace pace,

        @Key(doc = "What comes back: bounces, complaints and mailed unsubscribes.", byDefault = "{}")
        Bounces bounces,

        @Key(doc = "The weekly mail to the admin; none without it.")
        Optional<WeeklyReport> report) {

    /** The name, postal address and sender of every mail. */
    public record Publisher(
            @Key(doc = "The name in the footer.", example = "Broadsheet")
            String name,

            @Key(
                    doc = "The postal address in the footer; the law of many countries asks for it.",
                    example = "\"Musterstraße 1, 10115 Berlin\"")
            String address,

            @Key(doc = "The sender.", example = "\"Broadsheet <news@example.org>\"")
            Mailbox from,

            @Key(doc = "Where answers go, if not to the sender.", example = "editors@example.org")
            Optional<EmailAddress> replyTo) {}

    /**
     * The web server.
     *
     * @param url how readers reach it, without a slash at its end
     * @param listen the address and port it listens on
     * @param indexed whether search engines may list the pages of editions
     * @param proxies whose word about the addresses of readers is believed
     * @param keepIp whether a proof of consent holds the reader's IP address
     * @param secret signs the links in mails; one made and kept in the database when empty
     */
    public record Web(
            @Key(doc = "How readers reach these pages: an http or https URL.", byDefault = "http://localhost:8080")
            URI url,

            @Key(doc = "The address and port to listen on.", byDefault = "127.0.0.1:8080")
            ListenAddress listen,

            @Key(doc = "Whether search engines may list the pages of editions.", byDefault = "false")
            boolean indexed,

            @Key(
                    doc = "The addresses of reverse proxies, whose X-Forwarded-For and X-Forwarded-Proto are believed.",
                    byDefault = "[127.0.0.1, \"::1\"]",
                    example = "[10.0.0.0/8]")
            List<Network> proxies,

            @Key(
                    doc = "Whether the proof of a reader's consent holds the IP address of the reader's machine.",
                    byDefault = "false")
            boolean keepIp,

            @Key(doc = "Signs the links in mails; made and kept in the database when empty.", byDefault = "\"\"")
            Secret secret,

            @Key(doc = "Who may see the admin's page; without it, there is none.")
            Optional<AdminAccess> admin,

            @Key(
                    doc = "An address and port where `/metrics` is told without a password; keep it off the internet.",
                    example = "\"127.0.0.1:9464\"")
            Optional<ListenAddress> metrics) {

        public Web {
            proxies = List.copyOf(proxies);
            if (url.getScheme() == null || !url.getScheme().startsWith("http")) {
                throw new IllegalArgumentException("url: must begin with http:// or https://");
            }
            url = URI.create(url.toString().replaceFirst("/+$", ""));
        }
    }

    /** How the link to the mail server is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /**
     * The mail server.
     *
     * @param timeout for connecting, and for each answer
     */
    public record Smtp(
            @Key(doc = "The server's name.", byDefault = "127.0.0.1")
            String host,

            @Key(doc = "Its port; 587, 465 or 25 by the security chosen.", min = 1, max = 65535)
            Optional<Integer> port,

            @Key(doc = "starttls, tls or none; starttls is never given up silently.", byDefault = "starttls")
            Security security,

            @Key(doc = "The account, where the server wants one.")
            Optional<String> username,

            @Key(doc = "Its password; write ${SMTP_PASSWORD} and keep it in the environment.")
            Optional<Secret> password,

            @Key(doc = "How to log in: plain, login or xoauth2, which takes an access token for the password.")
            Optional<Login> auth,

            @Key(doc = "How many connections are open at once.", byDefault = "8", min = 1, max = 64)
            int connections,

            @Key(
                    doc = "How many mails go over a connection before another is opened.",
                    byDefault = "1000",
                    min = 1,
                    max = 1000000)
            int mailsPerConnection,

            @Key(doc = "A connection that was not used for so long is opened anew.", byDefault = "30s")
            Duration idle,

            @Key(doc = "How long to wait for a connection and for each answer.", byDefault = "30s")
            Duration timeout,

            @Key(
                    doc = "A folder, relative to this file, that gets the mails (a Maildir) instead of any server.",
                    example = "../outbox")
            Optional<Path> outbox,

            @Key(
                    doc = "Several servers in place of the one above, which share the work by their weights.",
                    byDefault = "[]",
                    example = "[{host: a.example.org, weight: 2}, {host: b.example.org}]")
            List<MailServer> relays) {
        private static final int MAILS = 1000;
        private static final Duration IDLE = Duration.ofSeconds(30);

        public Smtp {
            MailServer.requirePair(username, password, auth);
            relays = List.copyOf(relays);
        }

        /** One server, or the folder in place of it, and what is usual for the rest. */
        public Smtp(
                String host,
                Optional<Integer> port,
                Security security,
                Optional<String> username,
                Optional<Secret> password,
                int connections,
                Duration timeout,
                Optional<Path> outbox) {
            this(
                    host,
                    port,
                    security,
                    username,
                    password,
                    Optional.empty(),
                    connections,
                    MAILS,
                    IDLE,
                    timeout,
                    outbox,
                    List.of());
        }

        /** The settings for one of the {@code relays} alone. */
        public Smtp at(MailServer server) {
            return server.within(this);
        }

        /** The port given, or the usual one of the chosen security. */
        public int effectivePort() {
            return port.orElseGet(() -> switch (security) {
                case STARTTLS -> 587;
                case TLS -> 465;
                case NONE -> 25;
            });
        }
    }

    /** The database. */
    public record Database(
            @Key(
                    doc = "A JDBC address, SQLite or PostgreSQL; an SQLite path is relative to this file.",
                    byDefault = "\"jdbc:sqlite:data/broadsheet.db\"")
            DatabaseUrl url,

            @Key(doc = "The PostgreSQL account.") Optional<String> username,

            @Key(doc = "Its password; write ${DATABASE_PASSWORD}.")
            Optional<Secret> password) {}

    /** Limits and manners of fetching. */
    public record Fetch(
            @Key(doc = "How Broadsheet names itself to servers.", byDefault = "\"" + Fetch.USER_AGENT + "\"")
            String userAgent,

            @Key(doc = "The longest one fetch may take, redirects and all.", byDefault = "20s")
            Duration timeout,

            @Key(doc = "The largest feed, unpacked.", byDefault = "10MB")
            DataSize maxSize,

            @Key(doc = "How many feeds are fetched at once.", byDefault = "16", min = 1, max = 256)
            int parallel,

            @Key(
                    doc = "Hosts that may be fetched although their address is private, such as localhost.",
                    byDefault = "[]",
                    example = "[intranet.example.org]")
            List<String> allowHosts) {
        private static final String USER_AGENT = "Broadsheet/0.1 (newsletter digest; +https://example.org)";

        public Fetch {
            allowHosts = List.copyOf(allowHosts);
        }

        /** What holds where there is no configuration. */
        public static Fetch byDefault() {
            return new Fetch(USER_AGENT, Duration.ofSeconds(20), DataSize.parse("10MB"), 16, List.of());
        }
    }

    /** How deliveries that failed for now are tried again. */
    public record Retry(
            @Key(doc = "The wait after the first failure; it doubles each time.", byDefault = "5m")
            Duration first,

            @Key(doc = "The longest wait between two tries.", byDefault = "4h")
            Duration longest,

            @Key(doc = "When a delivery is given up.", byDefault = "24h")
            Duration expires) {

        public Retry {
            if (first.compareTo(longest) > 0) {
                throw new IllegalArgumentException("first: must not be longer than `longest`");
            }
        }
    }
}
