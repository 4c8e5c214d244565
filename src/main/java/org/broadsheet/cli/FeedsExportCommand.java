package org.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.Failure;
import org.broadsheet.app.FeedExport;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Newsletter;
import org.broadsheet.feed.FeedUrls;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands the feeds over to another program. */
@Command(
        name = "export",
        description = "Writes the feeds of newsletters as OPML 2.0, with a folder for each topic.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: broadsheet feeds export morning --out morning.opml"})
final class FeedsExportCommand implements Callable<Integer> {
    @Mixin
    private final Options options;

    private final Terminal terminal;

    @Parameters(paramLabel = "NEWSLETTER", description = "The ids of newsletters; all of them without it.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; to standard output without it.")
    private @Nullable Path out;

    FeedsExportCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        List<Newsletter> newsletters = options.newsletters(configuration, ids);
        FeedExport export = FeedExport.of(newsletters);
        for (URI file : export.leftOut()) {
            terminal.err().println(FeedUrls.shown(file) + ": left out, as it is a file of this machine");
        }
        String title = newsletters.size() == 1
                ? newsletters.get(0).title()
                : configuration.installation().publisher().name();
        write(export.opml(title, Clock.systemUTC().instant()));
        return Main.DONE;
    }

    private void write(String opml) {
        byte[] bytes = opml.getBytes(StandardCharsets.UTF_8);
        if (out == null) {
            // As the file says, whatever the terminal is set to.
            terminal.out().writeBytes(bytes);
            terminal.out().flush();
            return;
        }
        try {
            Files.write(out, bytes);
        } catch (IOException e) {
            throw new Failure(out + ": cannot be written; check that its folder is there", e);
        }
    }
}
