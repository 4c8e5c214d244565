package org.broadsheet.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.broadsheet.Failure;
import org.broadsheet.config.PasswordHash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Helps to set up the pages. */
@Command(
        name = "web",
        description = "Helps to set up the web server's pages.",
        mixinStandardHelpOptions = true,
        subcommands = WebCommand.Password.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: broadsheet web password"})
final class WebCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new WrongCommandLine("say what to do, such as: broadsheet web password");
    }

    /** Makes the hash of a password. */
    @Command(
            name = "password",
            description =
                    "Asks for a password, or reads it from standard input, and prints its hash for broadsheet.yml.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: broadsheet web password", "         pass show broadsheet | broadsheet web password"
            })
    static final class Password implements Callable<Integer> {
        private static final int SHORTEST = 12;

        private final Terminal terminal;

        Password(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        @SuppressWarnings(
                "SystemConsoleNull") // Since Java 22 there is always one; the terminal tells whether anybody is at it.
        public Integer call() {
            Console console = System.console();
            String password = terminal.interactive() && console != null ? asked(console) : piped();
            if (password.codePointCount(0, password.length()) < SHORTEST) {
                throw new Failure("the password is too short; take " + SHORTEST + " characters or more");
            }
            String hash = PasswordHash.of(password, new SecureRandom()).written();
            terminal.out().println(hash);
            terminal.err()
                    .println("put it into broadsheet.yml:  web: {admin: {username: admin, password-hash: \"…\"}}");
            return Main.DONE;
        }

        private static String asked(Console console) {
            char @Nullable [] first = console.readPassword("Password: ");
            char @Nullable [] second = console.readPassword("Again: ");
            if (first == null || second == null || !Arrays.equals(first, second)) {
                throw new Failure("the two are not the same; run it again");
            }
            return new String(first).strip();
        }

        /** The first line, so that a pipe's line end is no part of the password. */
        private static String piped() {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try {
                String line = input.readLine();
                return line == null ? "" : line.strip();
            } catch (IOException e) {
                throw new Failure("the password cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
