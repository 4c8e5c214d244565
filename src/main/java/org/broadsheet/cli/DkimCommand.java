package org.broadsheet.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.broadsheet.app.KeyFile;
import org.broadsheet.config.Dkim;
import org.broadsheet.config.DkimKey;
import org.broadsheet.mail.DkimRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Helps with signing mails. */
@Command(
        name = "dkim",
        description = "Makes the keys that mails are signed with (DKIM).",
        mixinStandardHelpOptions = true,
        subcommands = DkimCommand.Keygen.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: broadsheet dkim keygen example.org"})
final class DkimCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new WrongCommandLine("say what to do, such as: broadsheet dkim keygen example.org");
    }

    /** Makes a key and says what to publish; needs no configuration, which may name the key already. */
    @Command(
            name = "keygen",
            description = "Makes a key, and prints the DNS record and the configuration that go with it.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: broadsheet dkim keygen example.org",
                "A key that is there already is never overwritten; a new one takes a new selector."
            })
    static final class Keygen implements Callable<Integer> {
        @Mixin
        private final Options options;

        private final Terminal terminal;

        @Parameters(paramLabel = "DOMAIN", description = "The domain of the sender, publisher.from.")
        private @Nullable String domain;

        @Option(
                names = "--selector",
                paramLabel = "NAME",
                description = "The key's name in the DNS; year and month without it.")
        private @Nullable String selector;

        @Option(names = "--ed25519", description = "A key for a second signature, beside the one with RSA.")
        private boolean ed25519;

        Keygen(Options options, Terminal terminal) {
            this.options = options;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            String signing = name(Objects.requireNonNull(domain));
            String chosen = selector == null ? byDefault() : name(selector);
            DkimKey key = DkimKey.generate(ed25519 ? DkimKey.Algorithm.ED25519 : DkimKey.Algorithm.RSA);
            Path config = options.layout().config();
            Path file = config.resolve("dkim").resolve(chosen + ".pem");
            new KeyFile(file).write(key.pem());
            show(file, config, chosen, DkimRecord.of(chosen, signing, key));
            return Main.DONE;
        }

        private static String name(String text) {
            if (!Dkim.isName(text)) {
                throw new WrongCommandLine("'" + text + "' is not a name of the DNS, such as example.org");
            }
            return text.toLowerCase(Locale.ROOT);
        }

        private String byDefault() {
            String month = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT)
                    .withZone(ZoneOffset.UTC)
                    .format(Clock.systemUTC().instant());
            return month + (ed25519 ? "e" : "");
        }

        private void show(Path file, Path config, String chosen, DkimRecord record) {
            String relative = config.relativize(file).toString().replace('\\', '/');
            String settings = ed25519
                    ? "  ed25519:\n    selector: \"%s\"\n    private-key: %s"
                    : "  selector: \"%s\"\n  private-key: %s";
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "Made %s, which only you may read. Keep it secret.%n%n"
                                    + "1. Publish this record in the DNS:%n%n%s%n%n"
                                    + "   Where a form asks for them: the name is %s, the type TXT, and the text%n%n%s%n%n"
                                    + "2. Write in %s:%n%ndkim:%n%s%n%n"
                                    + "3. Run: broadsheet check%n",
                            file,
                            record.zoneLine(),
                            record.name(),
                            record.value(),
                            config.resolve("broadsheet.yml"),
                            String.format(Locale.ROOT, settings, chosen, relative));
        }
    }
}
