package org.broadsheet.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.Failure;
import org.broadsheet.config.ConfigLoader;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Loading;
import org.broadsheet.config.NewFeeds;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.NewsletterEdit;
import org.broadsheet.config.NewsletterText;
import org.broadsheet.config.Problem;
import org.broadsheet.feed.opml.Opml;
import org.broadsheet.feed.opml.OpmlReader;

/** Puts the feeds of an OPML file into a newsletter's file, and leaves everything there as it was or adds to it alone. */
public final class FeedImport {
    private static final int LARGEST = 20_000_000;

    private final Path directory;
    private final ConfigLoader loader;

    /** @param directory the folder of the configuration */
    public FeedImport(Path directory, ConfigLoader loader) {
        this.directory = directory;
        this.loader = loader;
    }

    /** What became of it; nothing is written but with {@link Written}. */
    public sealed interface Outcome {
        /** What was found in the OPML file. */
        ImportList list();

        /** The newsletter has them now. */
        record Written(ImportList list, Path file, boolean created) implements Outcome {}

        /** There is nothing that it does not have. */
        record Nothing(ImportList list) implements Outcome {}

        /** Its file is not laid out in a way that can be added to safely. */
        record NotSafe(ImportList list, Path file) implements Outcome {}

        /** With them the configuration would be wrong. */
        record Wrong(ImportList list, List<Problem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Imports a file.
     *
     * @param configuration as it is now
     * @param id of the newsletter, which need not exist
     * @param language of a newsletter that does not exist
     */
    public Outcome run(Path opml, Configuration configuration, String id, Locale language) {
        Opml read = OpmlReader.read(bytes(opml));
        Optional<Newsletter> newsletter = configuration.newsletter(id);
        ImportList list = ImportList.of(read, newsletter);
        boolean useless = newsletter.isEmpty() && list.added().feeds().isEmpty();
        if (useless || list.added().isEmpty()) {
            return new Outcome.Nothing(list);
        }
        Path file = file(id);
        Optional<String> before = newsletter.map(known -> text(file));
        String title = read.title().isEmpty() ? id : read.title();
        Optional<String> after = newsletter.isPresent()
                ? before.flatMap(text -> NewsletterEdit.add(text, list.added()))
                : Optional.of(NewsletterText.file(title, language, list.added(), "an OPML file"));
        return after.map(text -> write(text, new Target(file, before, newsletter, id), list))
                .orElseGet(() -> new Outcome.NotSafe(list, file));
    }

    /** A newsletter's file, and what it and the newsletter were before; empty when there was none. */
    private record Target(Path file, Optional<String> text, Optional<Newsletter> newsletter, String id) {}

    private Outcome write(String text, Target target, ImportList list) {
        SafeFile file = new SafeFile(target.file());
        file.write(text);
        Loading loading = loader.load(directory);
        if (loading instanceof Loading.Loaded loaded && isAsWanted(loaded.configuration(), target, list.added())) {
            return new Outcome.Written(list, target.file(), target.text().isEmpty());
        }
        target.text().ifPresentOrElse(file::write, file::remove);
        return loading instanceof Loading.Rejected rejected
                ? new Outcome.Wrong(list, rejected.problems())
                : new Outcome.NotSafe(list, target.file());
    }

    /** Whatever the file is up to with anchors and the like: all that was there is there, and what was added. */
    private static boolean isAsWanted(Configuration now, Target target, NewFeeds added) {
        Optional<Newsletter> written = now.newsletter(target.id());
        if (target.newsletter().isEmpty()) {
            return written.filter(some -> some.feeds().equals(added.feeds())).isPresent();
        }
        Newsletter old = target.newsletter().get();
        Newsletter wanted = new Newsletter(
                old.id(),
                old.title(),
                old.language(),
                old.schedule(),
                old.roundUp(),
                old.window(),
                Stream.concat(old.feeds().stream(), added.feeds().stream()).toList(),
                Stream.concat(old.topics().stream(), added.topics().stream()).toList(),
                old.stories(),
                old.storiesPerTopic(),
                old.images(),
                old.look(),
                old.subscribers());
        return written.filter(wanted::equals).isPresent();
    }

    private Path file(String id) {
        Path folder = directory.resolve("newsletters");
        Path usual = folder.resolve(id + ".yml");
        Path other = folder.resolve(id + ".yaml");
        return Files.notExists(usual) && Files.exists(other) ? other : usual;
    }

    private static byte[] bytes(Path opml) {
        try (var in = Files.newInputStream(opml)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Failure(opml + ": larger than " + LARGEST / 1_000_000 + " MB; split it");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new Failure(opml + ": there is no such file", e);
        } catch (IOException e) {
            throw new Failure(opml + ": cannot be read; check that it is a file and may be read", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read any more: " + e.getMessage(), e);
        }
    }
}
