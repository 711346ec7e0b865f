package riskmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import riskmap.app.run.Readiness;
import riskmap.cli.CommandLineDoor;
import riskmap.ui.Launch;

/** The door: a command runs in the terminal; nothing, or a project alone, opens the window. */
public final class Main {
    /** Set when the program is installed: a file of commands that are run behind the first, words parted by tabs. */
    private static final String REHEARSED = "riskmap.rehearsal.commands";

    private Main() {}

    /** Starts the program; the exit code is 0 done, 1 failed, 2 wrong usage, 3 checks found something. */
    public static void main(String[] arguments) {
        // Maps and pages are drawn into memory and JavaFX has a screen of its own: a DISPLAY that no longer answers, as
        // in
        // a session that was left, must not end a print.
        System.setProperty("java.awt.headless", "true");
        String[] rest = CommandLineDoor.afterLanguage(arguments);
        boolean project = rest.length == 1
                && rest[0].toLowerCase(Locale.ROOT).endsWith(".gpkg")
                && !Files.isDirectory(Path.of(rest[0]));
        if (rest.length == 0 || project) {
            Readiness.beginForWindow();
            openWindow(rest);
            return;
        }
        Readiness.begin(rest[0]);
        int code = CommandLineDoor.run(rest, Main::openWindow);
        String rehearsed = System.getProperty(REHEARSED);
        if (rehearsed != null) {
            rehearse(Path.of(rehearsed));
        }
        System.exit(code);
    }

    /** Runs the commands in a file, one a line; whether they succeed is all the same, their classes are learnt. */
    private static void rehearse(Path commands) {
        try {
            for (String line : Files.readAllLines(commands)) {
                CommandLineDoor.run(line.split("\t"), Main::openWindow);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void openWindow(String... arguments) {
        Launch.open(arguments.length == 0 ? null : Path.of(arguments[0]));
    }
}
