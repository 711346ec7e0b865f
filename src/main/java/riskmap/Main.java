package riskmap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import riskmap.app.Readiness;
import riskmap.cli.CommandLineDoor;
import riskmap.ui.Launch;

/** The door: a command runs in the terminal; nothing, or a project alone, opens the window. */
public final class Main {
    private Main() {}

    /** Starts the program; the exit code is 0 done, 1 failed, 2 wrong usage, 3 checks found something. */
    public static void main(String[] arguments) {
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
        System.exit(CommandLineDoor.run(rest, Main::openWindow));
    }

    private static void openWindow(String... arguments) {
        Launch.open(arguments.length == 0 ? null : Path.of(arguments[0]));
    }
}
