package org.broadsheet.cli;

import ch.qos.logback.classic.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.broadsheet.app.Server;
import org.broadsheet.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the service until it is told to stop. */
@Command(
        name = "serve",
        description = "The service: makes every edition at its time, delivers it, and serves the pages.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: broadsheet serve --config /etc/broadsheet",
            "Reads changed YAML while it runs; Ctrl-C or SIGTERM ends it in good order."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Mixin
    private final Options options;

    ServeCommand(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = options.configuration();
        LogConfigurator.show(options.verbose() ? Level.DEBUG : Level.INFO);
        return StopOnSignal.guard(PATIENCE, signal -> {
            Server server = new Server(options.layout(), options.loader(), Clock.systemUTC());
            signal.calls(server::stop);
            server.run(configuration);
            return Main.DONE;
        });
    }
}
