package org.broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.broadsheet.app.FeedProbe;
import org.broadsheet.feed.FeedDocument;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.FeedLink;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.feed.FetchOutcome;
import org.broadsheet.feed.repair.Repair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a feed yields, before any newsletter has it. */
@Command(
        name = "test",
        description = "Shows what feeds yield, field by field. Stores nothing, and needs no configuration.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet feeds test https://example.org/feed.xml",
            "         broadsheet feeds test --brief feeds/*.xml"
        })
final class FeedsTestCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Option(
            names = "--brief",
            description = "One line a feed, between tabs: source, format or `none`, entries, entries with a title or a "
                    + "link, repairs or `-`.")
    private boolean brief;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many entries are shown; 0 is all. Without it, ${DEFAULT-VALUE}.")
    private int limit;

    @Parameters(
            arity = "1..*",
            paramLabel = "URL|FILE",
            description = "Addresses, files, or folders, of which every file is tried.")
    private List<String> sources = List.of();

    FeedsTestCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /**
     * What was typed, and the address that it means.
     *
     * @param problem why it means none; empty when it does
     */
    private record Source(String typed, URI address, String problem) {
        static Source of(String typed) {
            try {
                return new Source(shown(typed), FeedProbe.address(typed), "");
            } catch (InvalidPathException e) {
                String hint = "it cannot be the name of a file here; for letters beyond ASCII set LC_ALL=C.UTF-8";
                return new Source(shown(typed), URI.create(""), hint);
            } catch (IllegalArgumentException e) {
                return new Source(shown(typed), URI.create(""), String.valueOf(e.getMessage()));
            }
        }

        /** As typed, but for what would break the line or command the terminal. */
        private static String shown(String typed) {
            return typed.replaceAll("\\p{Cntrl}", "\ufffd");
        }

        boolean isFolder() {
            return problem.isEmpty() && FeedUrls.isFile(address) && Files.isDirectory(Path.of(address));
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Source> all = sources.stream().flatMap(FeedsTestCommand::expand).toList();
        List<URI> addresses = all.stream().map(Source::address).toList();
        int unread = 0;
        try (FeedProbe probe = new FeedProbe(options.fetch(), addresses, Clock.systemUTC())) {
            for (Source source : all) {
                unread += show(source, probe) ? 0 : 1;
            }
        }
        return unread == 0 ? Main.DONE : Main.FAILED;
    }

    private static Stream<Source> expand(String typed) {
        Source source = Source.of(typed);
        return source.isFolder()
                ? files(Path.of(source.address())).stream().map(file -> Source.of(file.toString()))
                : Stream.of(source);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean show(Source source, FeedProbe probe) throws IOException {
        FetchOutcome outcome =
                source.problem().isEmpty() ? probe.fetch(source.address()) : new FetchOutcome.Failed(source.problem());
        Optional<FeedDocument> document = document(outcome);
        if (brief) {
            terminal.out()
                    .println(source.typed() + "\t"
                            + document.map(FeedsTestCommand::brief).orElse("none\t0\t0\t-"));
        } else {
            document.ifPresent(found -> new FeedReport(terminal.out(), limit)
                    .print(source.typed(), found, probe.articles(source.address(), found)));
        }
        if (outcome instanceof FetchOutcome.Moved moved) {
            terminal.err().println(source.typed() + ": found at " + moved.to() + "; write that instead");
        }
        Optional<String> problem = outcome.problem();
        if (problem.isPresent()) {
            terminal.err().println(source.typed() + ": " + Terminal.printable(problem.get()));
            showNamed(source, problem.get(), probe);
        }
        return document.isPresent();
    }

    /** A page may name the feeds that were meant. */
    private void showNamed(Source source, String problem, FeedProbe probe) throws IOException {
        if (!brief && problem.contains("web page")) {
            for (FeedLink link : probe.named(source.address())) {
                terminal.out().println("  it names  " + link.url() + "  " + Terminal.printable(link.title()));
            }
        }
    }

    private static Optional<FeedDocument> document(FetchOutcome outcome) {
        if (outcome instanceof FetchOutcome.Moved moved) {
            return Optional.of(moved.found().document());
        }
        return outcome instanceof FetchOutcome.New found ? Optional.of(found.document()) : Optional.empty();
    }

    private static String brief(FeedDocument document) {
        long useful =
                document.entries().stream().filter(FeedsTestCommand::isUseful).count();
        String repairs = document.repairs().isEmpty() ? "-" : Repair.labels(document.repairs());
        return document.format() + "\t" + document.entries().size() + "\t" + useful + "\t" + repairs;
    }

    private static boolean isUseful(FeedEntry entry) {
        return !entry.title().text().isBlank() || entry.link().isPresent();
    }
}
