package riskmap.cli;

import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code riskmap}: what stands before the {@link Commands commands}. */
@Command(
        name = "riskmap",
        version = "riskmap 0.1.0",
        customSynopsis = {"riskmap [--language=zh|en] [PROJECT.gpkg]", "      riskmap [-hV] [--language=zh|en] COMMAND"
        })
final class RootCommand implements Runnable {
    @Option(names = "--language", paramLabel = "zh|en", descriptionKey = "language")
    String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "version")
    boolean version;

    @Spec
    CommandSpec spec;

    private final Consumer<String[]> window;
    private final Terminal terminal;

    RootCommand(Consumer<String[]> window, Terminal terminal) {
        this.window = window;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                riskmap.base.Message.of("cli.usage-no-command").text());
    }

    void openWindow(String... arguments) {
        window.accept(arguments);
    }

    Terminal terminal() {
        return terminal;
    }
}
