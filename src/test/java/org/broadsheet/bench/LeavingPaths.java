package org.broadsheet.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.SignedTokens;

/**
 * Prints the path of every reader's link that leaves a newsletter, as the mails carry them, for a bench to leave with.
 *
 * <p>Usage: {@code LeavingPaths DATABASE SECRET}, an SQLite file and what {@code web.secret} says.
 */
final class LeavingPaths {
    private LeavingPaths() {}

    public static void main(String[] args) {
        SignedTokens tokens = new SignedTokens(() -> args[1].getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
        PersonalLinks links = new PersonalLinks(tokens, URI.create("http://127.0.0.1"));
        StringBuilder paths = new StringBuilder();
        Path file = Path.of(args[0]).toAbsolutePath();
        try (Database database = Database.open("jdbc:sqlite:" + file, "", "")) {
            List<URI> all =
                    database.read(handle -> handle.createQuery("select newsletter, subscriber_id from subscription")
                            .map((row, context) -> links.unsubscribe(row.getString(1), row.getString(2)))
                            .list());
            all.forEach(link -> paths.append(link.getPath()).append('\n'));
        }
        System.out.print(paths);
    }
}
