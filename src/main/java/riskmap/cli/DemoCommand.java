package riskmap.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.demo.Demonstration;

/** {@code riskmap demo}: the main job in one go. */
@Command(name = "demo")
final class DemoCommand extends SharedOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "riskmap-demo",
            descriptionKey = "demo-folder")
    Path folder;

    @Option(names = "--size", paramLabel = "small|district", defaultValue = "small", descriptionKey = "demo-size")
    String size;

    @Option(names = "--no-window", descriptionKey = "no-window")
    boolean noWindow;

    @Override
    public Integer call() {
        Demonstration demonstration = Demonstration.make(folder, size, progress());
        int code = say(demonstration.answer(), false);
        String display = System.getenv("DISPLAY");
        boolean screen = display != null && !display.isEmpty()
                || System.getenv("WAYLAND_DISPLAY") != null
                || System.getProperty("os.name").startsWith("Windows")
                || System.getProperty("os.name").startsWith("Mac");
        if (!noWindow && screen) {
            root.openWindow(demonstration.project().toString());
        }
        return code;
    }
}
