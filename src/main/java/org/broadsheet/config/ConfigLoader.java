package org.broadsheet.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a configuration folder: {@code broadsheet.yml} and every {@code newsletters/*.yml}. */
public final class ConfigLoader {
    private static final String ID = "[A-Za-z0-9_-]+";

    private final Substitution substitution;
    private final CrossChecks checks;

    /**
     * @param environment what {@code ${NAME}} stands for; its values never appear in a message
     * @param syntaxes judge cron expressions and queries
     */
    public ConfigLoader(Map<String, String> environment, Syntaxes syntaxes) {
        this.substitution = new Substitution(environment);
        this.checks = new CrossChecks(syntaxes);
    }

    /**
     * Reads every file and reports all problems at once; throws nothing on account of what the files hold.
     *
     * <p>A folder without newsletters is sound. Problems name files the way {@code directory} was given.
     */
    public Loading load(Path directory) {
        if (!Files.isDirectory(directory)) {
            String message = "there is no such folder; make it with a broadsheet.yml in it, or name another";
            return rejected(directory, message);
        }
        List<Problem> problems = new ArrayList<>();
        Optional<Installation> installation = installation(directory, problems);
        List<Newsletter> newsletters = newsletters(directory, problems);
        if (installation.isEmpty() || !problems.isEmpty()) {
            return new Loading.Rejected(problems);
        }
        Path absolute = directory.toAbsolutePath().normalize();
        return new Loading.Loaded(new Configuration(absolute, installation.get(), newsletters));
    }

    private static Loading rejected(Path file, String message) {
        return new Loading.Rejected(List.of(problem(file, message)));
    }

    private static Problem problem(Path file, String message) {
        return new Problem(file.toString(), 0, 0, "", message, "");
    }

    private Optional<Installation> installation(Path directory, List<Problem> problems) {
        Path file = ConfigFiles.installation(directory);
        if (Files.notExists(file)) {
            boolean misnamed = Files.exists(directory.resolve("broadsheet.yaml"));
            String rename = "there is no such file; rename broadsheet.yaml to broadsheet.yml";
            String create = "there is no such file; copy the example that comes with Broadsheet and edit it";
            problems.add(problem(file, misnamed ? rename : create));
            return Optional.empty();
        }
        return read(file, Installation.class, problems);
    }

    private List<Newsletter> newsletters(Path directory, List<Problem> problems) {
        List<Newsletter> newsletters = new ArrayList<>();
        Map<String, Path> taken = new HashMap<>();
        for (Path file : newsletterFiles(directory, problems)) {
            String id = ConfigFiles.id(file);
            Path other = taken.putIfAbsent(id.toLowerCase(Locale.ROOT), file);
            if (!id.matches(ID)) {
                problems.add(problem(
                        file, "the file's name is the newsletter's id: rename it, with a-z, 0-9, - and _ only"));
            } else if (other != null) {
                problems.add(problem(file, "is the same newsletter as " + other.getFileName() + "; rename one"));
            }
            read(file, Newsletter.class, problems).ifPresent(newsletters::add);
        }
        newsletters.sort(Comparator.comparing(Newsletter::id));
        return newsletters;
    }

    private static List<Path> newsletterFiles(Path directory, List<Problem> problems) {
        try {
            return ConfigFiles.newsletters(directory);
        } catch (IOException broken) {
            Path folder = directory.resolve(ConfigFiles.NEWSLETTERS);
            problems.add(problem(folder, "cannot be listed; it must be a folder that Broadsheet may read"));
            return List.of();
        }
    }

    private <T extends Record> Optional<T> read(Path file, Class<T> type, List<Problem> all) {
        FileText content = FileText.of(file);
        SourceText source = new SourceText(content instanceof FileText.Read read ? read.text() : "");
        Problems problems = new Problems(file.toString(), source);
        Optional<T> result = Optional.empty();
        if (content instanceof FileText.Unreadable unreadable) {
            problems.add(unreadable.place(), "", unreadable.message());
        } else {
            result = parse(file, type, problems);
        }
        all.addAll(problems.inOrder());
        return result;
    }

    private <T extends Record> Optional<T> parse(Path file, Class<T> type, Problems problems) {
        Optional<Node> root = new YamlReader().read(problems);
        if (root.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(
                        empty(RecordShape.of(type), problems.source().text().isBlank()));
            }
            return Optional.empty();
        }
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        Binder binder = new Binder(new Values(folder), substitution, problems);
        Optional<T> result = binder.bind(type, root.get(), ConfigFiles.id(file));
        if (type == Newsletter.class) {
            checks.newsletter(binder.bound(), problems);
        }
        return result;
    }

    private static String empty(RecordShape shape, boolean blank) {
        List<String> required = shape.parts().stream()
                .filter(RecordShape.Part::required)
                .map(RecordShape.Part::name)
                .toList();
        String state = blank ? "is empty" : "holds only comments";
        return state + "; it needs at least " + String.join(", ", required);
    }
}
