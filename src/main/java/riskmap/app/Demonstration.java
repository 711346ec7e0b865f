package riskmap.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import riskmap.app.demo.DemonstrationDistrict;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * The main job in one go: the demonstration district written, its risk zones computed, the A3 one map printed.
 *
 * @param project the project file
 * @param map the printed map
 * @param answer the summary tables and how long each step took
 */
public record Demonstration(Path project, Path map, Answer answer) {
    private static final String MODEL = "combined";
    private static final String LAYOUT = "one-map-a3";

    /**
     * Does the main job.
     *
     * @param folder where the project, the elevation and the map are written
     * @param size {@code small} or {@code district}
     */
    public static Demonstration make(Path folder, String size, Progress progress) {
        DemonstrationDistrict district = new DemonstrationDistrict(size(size));
        long start = System.nanoTime();
        Path project = district.write(folder, progress.part(0, 0.5));
        long written = System.nanoTime();
        Path target = folder.resolve("one-map.pdf");
        RunRecord run;
        long computed;
        try (Workspace workspace = Workspace.open(project, false, progress)) {
            run = RiskRuns.run(workspace, MODEL, Map.of(), progress.part(0.5, 0.8));
            computed = System.nanoTime();
            new ProjectSettings(workspace.map().title(), "", "", "", true).store(workspace);
            Prints.print(workspace, Prints.Request.of(LAYOUT), target, progress.part(0.8, 1));
        }
        long printed = System.nanoTime();
        Answer tables = RiskRequest.answer(run);
        String text = tables.text() + "\n"
                + Message.of(
                                "app.demo-times",
                                seconds(written - start),
                                seconds(computed - written),
                                seconds(printed - computed))
                        .text()
                + "\n" + Message.of("app.demo-project", project).text()
                + "\n" + Message.of("app.demo-map", target).text();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("project", project.toString());
        facts.put("map", target.toString());
        facts.put("run", tables.facts());
        return new Demonstration(project, target, new Answer(text, facts));
    }

    private static DemonstrationDistrict.Size size(String name) {
        for (DemonstrationDistrict.Size size : DemonstrationDistrict.Size.values()) {
            if (size.name().toLowerCase(Locale.ROOT).equals(name)) {
                return size;
            }
        }
        throw RiskMapException.of("app.demo-size", name);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }
}
