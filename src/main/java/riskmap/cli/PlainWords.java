package riskmap.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words of {@code riskmap run}, {@code risk} and {@code info} as they mostly are: what the command is about, then
 * options each with a plain value behind it. Understood so, the library for command lines, which takes a quarter of a
 * second of processor time to load, is not needed; whatever else is said, also what is wrong, is left to it.
 */
final class PlainWords {
    /** What the library may take for more than it is: quotes, and what escapes them. */
    private static final String SPECIAL = "\"'\\";

    private PlainWords() {}

    /** The command; null where it is not one of these. */
    static SharedOptions of(String... arguments) {
        String[] words = apart(arguments);
        if (words.length % 2 != 0 || words.length < 2 || !isPlain(words[1])) {
            return null;
        }
        return switch (words[0]) {
            case "run" -> run(words);
            case "risk" -> risk(words);
            case "info" -> info(words);
            default -> null;
        };
    }

    /** {@code --name=value} as two words. */
    private static String[] apart(String... arguments) {
        List<String> words = new ArrayList<>();
        for (String word : arguments) {
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            words.add(equals < 0 ? word : word.substring(0, equals));
            if (equals >= 0) {
                words.add(word.substring(equals + 1));
            }
        }
        return words.toArray(String[]::new);
    }

    private static RunCommand run(String... arguments) {
        RunCommand command = new RunCommand();
        command.operation = arguments[1];
        boolean understood = eachOption(arguments, (option, value) -> switch (option) {
            case "--in" -> put(command.inputs, value);
            case "-p" -> put(command.parameters, value);
            case "--out" -> {
                boolean first = command.output == null;
                command.output = value;
                yield first;
            }
            case "--rows" -> {
                boolean first = command.rows == null;
                command.rows = path(value);
                yield first && command.rows != null;
            }
            default -> false;
        });
        return understood ? command : null;
    }

    private static RiskCommand risk(String... arguments) {
        RiskCommand command = new RiskCommand();
        command.model = arguments[1];
        boolean understood = eachOption(arguments, (option, value) -> switch (option) {
            case "--project" -> {
                boolean first = command.project == null;
                command.project = path(value);
                yield first && command.project != null;
            }
            case "-p" -> put(command.parameters, value);
            case "--out" -> {
                boolean first = command.zones == null;
                command.zones = value;
                yield first;
            }
            case "--rows" -> {
                boolean first = command.rows == null;
                command.rows = path(value);
                yield first && command.rows != null;
            }
            default -> false;
        });
        return understood && command.project != null ? command : null;
    }

    private static InfoCommand info(String... arguments) {
        InfoCommand command = new InfoCommand();
        command.address = arguments[1];
        return arguments.length == 2 ? command : null;
    }

    /** Takes an option with the plain word behind it; false where it is not understood so. */
    private interface Taker {
        boolean take(String option, String value);
    }

    private static boolean eachOption(String[] arguments, Taker taker) {
        for (int i = 2; i < arguments.length; i += 2) {
            if (!isPlain(arguments[i + 1]) || !taker.take(arguments[i], arguments[i + 1])) {
                return false;
            }
        }
        return true;
    }

    private static boolean put(Map<String, String> map, String value) {
        int equals = value.indexOf('=');
        if (equals <= 0 || equals == value.length() - 1) {
            return false;
        }
        map.put(value.substring(0, equals), value.substring(equals + 1));
        return true;
    }

    /** A file by its name, null where it can be none. */
    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Whether a word is no option, no file of words, and means what it says. */
    private static boolean isPlain(String word) {
        if (word.isEmpty() || word.charAt(0) == '-' || word.charAt(0) == '@') {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (SPECIAL.indexOf(word.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
