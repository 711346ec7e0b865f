package riskmap.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.IExitCodeExceptionMapper;
import riskmap.app.run.Readiness;
import riskmap.base.RiskMapException;

/** Understands the words of every command, runs it, and helps where help is asked for. */
final class CommandWords {
    private CommandWords() {}

    static int run(String[] arguments, Consumer<String[]> window, Terminal terminal) {
        CommandLine line = Commands.line(new RootCommand(window, terminal), arguments)
                .setResourceBundle(new HelpTexts())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper((IExitCodeExceptionMapper) e -> CommandLineDoor.FAILED);
        line.setParameterExceptionHandler((problem, given) -> {
            terminal.err().println(UsageProblem.of(problem).text());
            return CommandLineDoor.WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((problem, command, parsed) ->
                terminal.fail(problem, command.getCommand() instanceof SharedOptions shared && shared.verbose));
        line.setExecutionStrategy(CommandWords::helpOrRun);
        return line.execute(arguments);
    }

    /** Help where it is asked for, of the command and of what it is given; else the command. */
    private static int helpOrRun(CommandLine.ParseResult parsed) {
        Readiness.await();
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped == null) {
            return new CommandLine.RunLast().execute(parsed);
        }
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (command.getCommand() instanceof SharedOptions shared) {
            helpMore(shared, command);
        }
        return helped;
    }

    private static void helpMore(SharedOptions shared, CommandLine command) {
        PrintWriter out = command.getOut();
        try {
            shared.helpMore(out);
        } catch (RiskMapException e) {
            throw new CommandLine.ExecutionException(command, e.getMessage(), e);
        }
    }
}
