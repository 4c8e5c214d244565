package org.broadsheet.cli;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, by constructor, each with the options and the terminal. */
final class Commands implements IFactory {
    private final Map<Class<?>, Supplier<Object>> makers;

    Commands(Options options, Terminal terminal) {
        this.makers = Map.ofEntries(
                Map.entry(PreviewCommand.class, () -> new PreviewCommand(options, terminal)),
                Map.entry(SendCommand.class, () -> new SendCommand(options, terminal)),
                Map.entry(ServeCommand.class, () -> new ServeCommand(options)),
                Map.entry(CheckCommand.class, () -> new CheckCommand(options, terminal)),
                Map.entry(DemoCommand.class, () -> new DemoCommand(options, terminal)),
                Map.entry(StatusCommand.class, () -> new StatusCommand(options, terminal)),
                Map.entry(FeedsCommand.class, () -> new FeedsCommand(options, terminal)),
                Map.entry(FeedsCommand.Resume.class, () -> new FeedsCommand.Resume(options, terminal)),
                Map.entry(FeedsTestCommand.class, () -> new FeedsTestCommand(options, terminal)),
                Map.entry(FeedsTextCommand.class, () -> new FeedsTextCommand(options, terminal)),
                Map.entry(FeedsDiscoverCommand.class, () -> new FeedsDiscoverCommand(options, terminal)),
                Map.entry(FeedsImportCommand.class, () -> new FeedsImportCommand(options, terminal)),
                Map.entry(FeedsExportCommand.class, () -> new FeedsExportCommand(options, terminal)),
                Map.entry(ExplainCommand.class, () -> new ExplainCommand(options, terminal)),
                Map.entry(TopicsCommand.class, () -> new TopicsCommand(options, terminal)),
                Map.entry(TopicsCommand.Suggest.class, () -> new TopicsCommand.Suggest(options, terminal)),
                Map.entry(DkimCommand.class, DkimCommand::new),
                Map.entry(DkimCommand.Keygen.class, () -> new DkimCommand.Keygen(options, terminal)),
                Map.entry(SubscribersCommand.class, SubscribersCommand::new),
                Map.entry(BouncesCommand.class, BouncesCommand::new),
                Map.entry(BouncesCommand.Read.class, () -> new BouncesCommand.Read(options, terminal)),
                Map.entry(BouncesCommand.Fetch.class, () -> new BouncesCommand.Fetch(options, terminal)),
                Map.entry(SubscribersListCommand.class, () -> new SubscribersListCommand(options, terminal)),
                Map.entry(SubscribersShowCommand.class, () -> new SubscribersShowCommand(options, terminal)),
                Map.entry(SubscribersAddCommand.class, () -> new SubscribersAddCommand(options, terminal)),
                Map.entry(SubscribersRemoveCommand.class, () -> new SubscribersRemoveCommand(options, terminal)),
                Map.entry(SubscribersImportCommand.class, () -> new SubscribersImportCommand(options, terminal)),
                Map.entry(SubscribersExportCommand.class, () -> new SubscribersExportCommand(options, terminal)),
                Map.entry(SubscribersSuppressCommand.class, () -> new SubscribersSuppressCommand(options, terminal)),
                Map.entry(
                        SubscribersUnsuppressCommand.class, () -> new SubscribersUnsuppressCommand(options, terminal)),
                Map.entry(ReportCommand.class, () -> new ReportCommand(options, terminal)),
                Map.entry(WebCommand.class, WebCommand::new),
                Map.entry(WebCommand.Password.class, () -> new WebCommand.Password(terminal)),
                Map.entry(Version.class, Version::new));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> maker = makers.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }
}
