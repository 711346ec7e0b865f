package riskmap.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import riskmap.app.run.Readiness;
import riskmap.base.Language;

/** Runs one command and says how it ended: 0 done, 1 failed, 2 wrong usage, 3 checks found something. */
public final class CommandLineDoor {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int FOUND_SOMETHING = 3;

    private CommandLineDoor() {}

    /** What stands behind a language at the beginning. A language named anywhere goes before the one kept in the settings. */
    public static String[] afterLanguage(String[] arguments) {
        int rest = 0;
        for (int i = 0; i < arguments.length; i++) {
            boolean apart = arguments[i].equals("--language") && i + 1 < arguments.length;
            if (apart || arguments[i].startsWith("--language=")) {
                String code = apart ? arguments[i + 1] : arguments[i].substring("--language=".length());
                System.setProperty(Language.PROPERTY, code);
                rest = i == rest ? i + (apart ? 2 : 1) : rest;
                i += apart ? 1 : 0;
            }
        }
        return Arrays.copyOfRange(arguments, rest, arguments.length);
    }

    /**
     * Runs the command.
     *
     * @param arguments what stands behind the program's name
     * @param window opens the window on a project, for commands that end in one
     */
    public static int run(String[] arguments, Consumer<String[]> window) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(arguments, window, out, err);
    }

    static int run(String[] arguments, Consumer<String[]> window, PrintWriter out, PrintWriter err) {
        chooseLanguage(arguments);
        Terminal terminal = new Terminal(out, err);
        SharedOptions plain = PlainWords.of(arguments);
        return plain == null ? CommandWords.run(arguments, window, terminal) : run(plain, terminal);
    }

    private static int run(SharedOptions command, Terminal terminal) {
        command.terminal = terminal;
        Readiness.await();
        try {
            return command.call();
        } catch (RuntimeException problem) {
            return terminal.fail(problem, command.verbose);
        }
    }

    /** The language must be known before help texts are made. */
    private static void chooseLanguage(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--language=")) {
                Language.use(Language.of(arguments[i].substring("--language=".length())));
            } else if (arguments[i].equals("--language") && i + 1 < arguments.length) {
                Language.use(Language.of(arguments[i + 1]));
            }
        }
    }
}
