package riskmap.app.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import riskmap.app.Answer;
import riskmap.app.print.Prints;
import riskmap.app.project.ProjectSettings;
import riskmap.app.project.Workspace;
import riskmap.app.report.ReportRequest;
import riskmap.app.report.Reports;
import riskmap.app.run.RiskRequest;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * The main job in one go: the demonstration district written, its risk zones computed, the A3 one map printed, the briefing
 * written.
 *
 * @param project the project file
 * @param map the printed map
 * @param briefing the briefing
 * @param answer the summary tables and how long each step took
 */
public record Demonstration(Path project, Path map, Path briefing, Answer answer) {
    private static final String MODEL = "combined";
    private static final String LAYOUT = "one-map-a3";
    private static final String BRIEFING = "bulletin";

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
        Path briefing = folder.resolve("briefing.pdf");
        RunRecord run;
        long computed;
        long printed;
        try (Workspace workspace = Workspace.open(project, false, progress)) {
            run = RiskRuns.run(workspace, MODEL, Map.of(), progress.part(0.5, 0.8));
            computed = System.nanoTime();
            new ProjectSettings(workspace.map().title(), "", "", "", true).store(workspace);
            Prints.print(workspace, Prints.Request.of(LAYOUT), target, progress.part(0.8, 0.9));
            printed = System.nanoTime();
            Reports.write(workspace, ReportRequest.of(BRIEFING), briefing, progress.part(0.9, 1));
        }
        long reported = System.nanoTime();
        Answer tables = RiskRequest.answer(run);
        String text = tables.text() + "\n"
                + Message.of(
                                "app.demo-times",
                                seconds(written - start),
                                seconds(computed - written),
                                seconds(printed - computed),
                                seconds(reported - printed))
                        .text()
                + "\n" + Message.of("app.demo-project", project).text()
                + "\n" + Message.of("app.demo-map", target).text()
                + "\n" + Message.of("app.demo-briefing", briefing).text();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("project", project.toString());
        facts.put("map", target.toString());
        facts.put("briefing", briefing.toString());
        facts.put("run", tables.facts());
        return new Demonstration(project, target, briefing, new Answer(text, facts));
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
