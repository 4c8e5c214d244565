package org.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.Failure;
import org.broadsheet.app.FeedProbe;
import org.broadsheet.article.PageFetcher;
import org.broadsheet.article.PageOutcome;
import org.broadsheet.article.PageText;
import org.broadsheet.feed.FeedUrls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what full text would take from an article's page. */
@Command(
        name = "text",
        description = "Shows what full text would take from an article's page: title, lead, paragraphs.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet feeds text https://example.org/articles/1"})
final class FeedsTextCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "URL|FILE", description = "The article's address, or a saved page.")
    private String page = "";

    FeedsTextCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PageOutcome outcome;
        try (FeedProbe probe = new FeedProbe(options.fetch(), List.of(FeedProbe.address(page)), Clock.systemUTC())) {
            outcome = read(probe.pages());
        } catch (IllegalArgumentException e) {
            throw new WrongCommandLine(page + ": " + e.getMessage());
        }
        if (outcome instanceof PageOutcome.Found found) {
            show(found.text());
            return Main.DONE;
        }
        terminal.err().println(page + ": " + reason(outcome));
        return Main.FAILED;
    }

    private static String reason(PageOutcome outcome) {
        return outcome instanceof PageOutcome.None none ? none.reason() : ((PageOutcome.Later) outcome).reason();
    }

    private PageOutcome read(PageFetcher fetcher) {
        URI address = FeedProbe.address(page);
        return FeedUrls.isFile(address) ? readFile(fetcher) : fetcher.fetch(address);
    }

    private PageOutcome readFile(PageFetcher fetcher) {
        Path file = Path.of(page);
        try {
            return fetcher.read(file.toUri(), Files.readAllBytes(file), Optional.empty());
        } catch (IOException e) {
            throw new Failure(page + ": cannot be read; name an address that begins with http, or a file", e);
        }
    }

    private void show(PageText text) {
        String shown = Stream.concat(Stream.of(text.title(), text.lead()), text.paragraphs().stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n\n"));
        terminal.out().println(shown);
    }
}
