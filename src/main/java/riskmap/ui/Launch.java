package riskmap.ui;

import java.nio.file.Path;
import javafx.application.Application;

/**
 * Opens the window. A class of its own because a main class that extends {@link Application} cannot be started from the
 * class path.
 */
public final class Launch {
    private Launch() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param project the project to open at once, or null for the start page
     */
    public static void open(Path project) {
        String[] arguments = project == null
                ? new String[0]
                : new String[] {project.toAbsolutePath().toString()};
        Application.launch(RiskMapApplication.class, arguments);
    }
}
