package riskmap.cli;

/**
 * The words of {@code riskmap run} as they mostly are: the tool, then {@code --in}, {@code -p} and {@code --out} each with a
 * plain value behind it. Understood so, the library for command lines, which takes a tenth of a second to load, is not
 * needed; whatever else is said, also what is wrong, is left to it.
 */
final class PlainRun {
    /** What the library may take for more than it is: quotes, and what escapes them. */
    private static final String SPECIAL = "\"'\\";

    private PlainRun() {}

    /** The command; null where it is not one of these. */
    static RunCommand of(String... arguments) {
        if (arguments.length % 2 != 0
                || arguments.length < 2
                || !arguments[0].equals("run")
                || !isPlain(arguments[1])) {
            return null;
        }
        RunCommand command = new RunCommand();
        command.operation = arguments[1];
        for (int i = 2; i < arguments.length; i += 2) {
            if (!isPlain(arguments[i + 1]) || !take(command, arguments[i], arguments[i + 1])) {
                return null;
            }
        }
        return command;
    }

    private static boolean take(RunCommand command, String option, String value) {
        int equals = value.indexOf('=');
        switch (option) {
            case "--in", "-p" -> {
                if (equals <= 0 || equals == value.length() - 1) {
                    return false;
                }
                (option.equals("-p") ? command.parameters : command.inputs)
                        .put(value.substring(0, equals), value.substring(equals + 1));
                return true;
            }
            case "--out" -> {
                boolean first = command.output == null;
                command.output = value;
                return first;
            }
            default -> {
                return false;
            }
        }
    }

    /** Whether a word is no option, no file of words, and means what it says. */
    private static boolean isPlain(String word) {
        return !word.isEmpty()
                && word.charAt(0) != '-'
                && word.charAt(0) != '@'
                && word.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }
}
