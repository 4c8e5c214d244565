package org.broadsheet.cli;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, by constructor, each with the options and the terminal. */
final class Commands implements IFactory {
    private final Map<Class<?>, Supplier<Object>> makers;

    Commands(Options options, Terminal terminal) {
        this.makers = Map.of(
                PreviewCommand.class, () -> new PreviewCommand(options, terminal),
                SendCommand.class, () -> new SendCommand(options, terminal),
                ServeCommand.class, () -> new ServeCommand(options),
                CheckCommand.class, () -> new CheckCommand(options, terminal),
                DemoCommand.class, () -> new DemoCommand(options, terminal),
                StatusCommand.class, () -> new StatusCommand(options, terminal),
                SubscribersCommand.class, SubscribersCommand::new,
                SubscribersCommand.Import.class, () -> new SubscribersCommand.Import(options, terminal),
                Version.class, Version::new);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> maker = makers.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }
}
