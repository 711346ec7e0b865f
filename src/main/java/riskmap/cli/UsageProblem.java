package riskmap.cli;

import picocli.CommandLine;
import riskmap.base.Message;
import riskmap.base.NameList;

/** What is wrong with the words of a command, in the user's language, and where to look. */
final class UsageProblem {
    private UsageProblem() {}

    static Message of(CommandLine.ParameterException problem) {
        String help = problem.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        if (problem instanceof CommandLine.MissingParameterException missing) {
            NameList names = NameList.of(missing.getMissing().stream()
                    .map(CommandLine.Model.ArgSpec::paramLabel)
                    .toList());
            NameList options = NameList.of(missing.getMissing().stream()
                    .filter(CommandLine.Model.ArgSpec::isOption)
                    .map(arg -> ((CommandLine.Model.OptionSpec) arg).longestName())
                    .toList());
            return Message.of("cli.usage-missing", options.named().isEmpty() ? names : options, help);
        }
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return Message.of("cli.usage-unknown", String.join(" ", unmatched.getUnmatched()), help);
        }
        return problem.getArgSpec() != null && problem.getValue() != null
                ? Message.of(
                        "cli.usage-value",
                        name(problem.getArgSpec()),
                        problem.getValue(),
                        help,
                        problem.getArgSpec().paramLabel())
                : Message.of("cli.usage-wrong", problem.getMessage(), help);
    }

    private static String name(CommandLine.Model.ArgSpec arg) {
        return arg instanceof CommandLine.Model.OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
