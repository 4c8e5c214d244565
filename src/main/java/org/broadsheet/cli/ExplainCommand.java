package org.broadsheet.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.broadsheet.app.App;
import org.broadsheet.app.Explainer;
import org.broadsheet.article.StoredArticle;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Feed;
import org.broadsheet.feed.Links;
import org.broadsheet.feed.discovery.TypedAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why an article is, or is not, in the next edition. */
@Command(
        name = "explain",
        description = "Tells why an article is, or is not, in the next edition: how its feed was fetched, window, "
                + "topic, story, rank and cut. It asks no feed and changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet explain https://example.org/2026/11/an-article.html",
            "         broadsheet explain https://example.org/feed.xml"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final URI NOWHERE = URI.create("https://typed.invalid/");

    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "URL",
            description = "The link of an article, in whatever way it is decorated, or the address of a feed.")
    private String typed = "";

    @Option(names = "--at", paramLabel = "INSTANT", description = "As if it were then, such as 2026-11-23T06:00:00Z.")
    private @Nullable Instant at;

    ExplainCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        Clock clock = Clock.systemUTC();
        try (App app = options.app(configuration, clock)) {
            Explainer explainer = app.explainer();
            Explanation explanation =
                    new Explanation(explainer, Optional.ofNullable(at).orElseGet(clock::instant));
            List<URI> addresses = addresses();
            Optional<Feed> feed = first(addresses, explainer::feed);
            Optional<StoredArticle> article =
                    feed.isPresent() ? Optional.empty() : first(addresses, explainer::article);
            feed.map(explanation::of).ifPresent(this::print);
            article.map(explanation::of).ifPresent(this::print);
            if (feed.isPresent() || article.isPresent()) {
                return Main.DONE;
            }
        }
        terminal.err()
                .println(Terminal.printable(typed) + ": no feed that was read carries it; read the feeds with "
                        + "`broadsheet preview`, or find the site's feed with `broadsheet feeds discover URL`");
        return Main.FAILED;
    }

    /** What is known of an article's link, a fact on each line; empty when no feed that was read carries it. */
    static List<String> explanation(Explainer explainer, String link) {
        Explanation explanation = new Explanation(explainer, Clock.systemUTC().instant());
        return first(Links.resolve(NOWHERE, link).stream().toList(), explainer::article)
                .map(explanation::of)
                .orElse(List.of());
    }

    private void print(List<String> lines) {
        lines.forEach(line -> terminal.out().println(line));
    }

    /** What may be meant: links keep their fragments, behind which some sites have their pages. */
    private List<URI> addresses() {
        Stream<URI> web = typed.matches("(?i)https?://.*")
                ? Links.resolve(NOWHERE, typed).stream()
                : TypedAddress.of(typed).stream();
        return Stream.concat(web, file().stream()).toList();
    }

    private Optional<URI> file() {
        try {
            return Optional.of(Path.of(typed))
                    .filter(Files::exists)
                    .map(path -> path.toAbsolutePath().normalize().toUri());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> first(List<URI> addresses, Function<URI, Optional<T>> find) {
        return addresses.stream()
                .flatMap(address -> find.apply(address).stream())
                .findFirst();
    }
}
