package riskmap.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import riskmap.app.Answer;
import riskmap.app.tool.RowRuns;
import riskmap.base.Progress;

/** What every command can be told, and how every command answers. */
abstract class SharedOptions implements Callable<Integer> {
    @Option(names = "--language", paramLabel = "zh|en", descriptionKey = "language")
    String language;

    @Option(names = "--verbose", descriptionKey = "verbose")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;

    @ParentCommand
    RootCommand root;

    @Spec
    CommandSpec spec;

    /** Where it says what it has to say; that of the line it is part of when not given. */
    Terminal terminal;

    /** Does it, and gives the exit code. */
    @Override
    public abstract Integer call();

    Terminal terminal() {
        return terminal == null ? root.terminal() : terminal;
    }

    /** Prints an answer and gives the exit code. */
    int say(Answer answer, boolean json) {
        return terminal().say(answer, json);
    }

    /** Prints what became of each row, names those that failed, and gives the exit code. */
    int say(RowRuns.Told told, boolean json) {
        int code = say(told.answer(), json);
        told.failures().forEach(failure -> terminal().err().println(failure.text()));
        return told.failures().isEmpty() ? code : CommandLineDoor.FAILED;
    }

    /** What its help says beside what there is to say of every command; nothing for most. */
    void helpMore(PrintWriter out) {}

    /** Where the command says how far it is. */
    Progress progress() {
        return terminal().progress();
    }
}
