package org.broadsheet.cli;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * Where the program starts: arguments in, exit status out.
 *
 * <p>0 done; 1 something failed; 2 the command line is wrong; 78 the configuration is wrong (EX_CONFIG of sysexits(3),
 * so that systemd does not restart into it).
 */
@Command(
        name = "broadsheet",
        description = "Pulls articles from feeds, groups them by topic and story, and mails the digest.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Start with:  broadsheet demo        the whole thing on this machine, with sample feeds",
            "then with:   broadsheet preview     your own newsletters, sent to nobody",
            "Help on one: broadsheet help preview"
        })
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int COMMAND_IS_WRONG = 2;
    static final int CONFIG_IS_WRONG = 78;

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("broadsheet.home", ""));
        boolean interactive = Boolean.getBoolean("broadsheet.terminal");
        System.exit(run(home, System.getenv(), new Terminal(System.out, System.err, interactive), args));
    }

    /** Runs one command. */
    static int run(Path home, Map<String, String> environment, Terminal terminal, String... args) {
        Options options = new Options(home, environment);
        CommandLine commands = new CommandLine(new Main(), new Commands(options, terminal))
                .addSubcommand(DemoCommand.class)
                .addSubcommand(PreviewCommand.class)
                .addSubcommand(SendCommand.class)
                .addSubcommand(ServeCommand.class)
                .addSubcommand(CheckCommand.class)
                .addSubcommand(DkimCommand.class)
                .addSubcommand(FeedsCommand.class)
                .addSubcommand(TopicsCommand.class)
                .addSubcommand(ExplainCommand.class)
                .addSubcommand(StatusCommand.class)
                .addSubcommand(SubscribersCommand.class)
                .addSubcommand(BouncesCommand.class)
                .addSubcommand(ReportCommand.class)
                .addSubcommand(WebCommand.class)
                .addSubcommand(new CommandLine.HelpCommand())
                .registerConverter(Instant.class, text -> argument(text, Main::instant))
                .registerConverter(EmailAddress.class, text -> argument(text, EmailAddress::new))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(parsed -> execute(options, parsed))
                .setExecutionExceptionHandler((e, command, parsed) -> report(e, options, terminal));
        if (args.length == 0) {
            commands.usage(terminal.out());
            return DONE;
        }
        return commands.execute(args);
    }

    /** An argument as its type; what the type says against it is for whoever typed it. */
    private static <T> T argument(String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not an instant such as 2026-11-23T06:00:00Z", e);
        }
    }

    private static int execute(Options options, ParseResult parsed) {
        if (options.verbose()) {
            LogConfigurator.show(Level.DEBUG);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** A failure's message is written for the admin; anything else is our bug and says so. */
    private static int report(Exception e, Options options, Terminal terminal) throws Exception {
        if (e instanceof InterruptedException) {
            return FAILED;
        }
        if (e instanceof Failure) {
            terminal.err().println(e.getMessage());
        } else {
            terminal.err()
                    .println("broadsheet: a bug: " + e + "; run it again with --verbose and report what it shows");
        }
        if (options.verbose()) {
            e.printStackTrace(terminal.err());
        }
        return status(e);
    }

    private static int status(Exception e) {
        if (e instanceof InvalidConfiguration) {
            return CONFIG_IS_WRONG;
        }
        return e instanceof WrongCommandLine ? COMMAND_IS_WRONG : FAILED;
    }
}
