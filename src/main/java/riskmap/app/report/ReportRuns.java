package riskmap.app.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import riskmap.app.project.Workspace;
import riskmap.app.run.FormerRuns;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;

/** The runs a report can be about or be compared with: those whose results the project holds, and former ones. */
public final class ReportRuns {
    private ReportRuns() {}

    /**
     * A run to choose.
     *
     * @param id its id
     * @param model id of its model
     * @param time when it ran, ISO 8601
     */
    public record Choice(String id, String model, String time) {
        /** What it is called in lists: model and time. */
        public String text() {
            String title = ReportContext.model(model)
                    .map(known -> known.title().text())
                    .orElse(model);
            return title + " " + local();
        }

        private String local() {
            try {
                return Instant.parse(time)
                        .atZone(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
            } catch (DateTimeParseException unreadable) {
                return time;
            }
        }
    }

    /** The runs recorded in a project, the newest first. */
    public static List<Choice> of(Workspace workspace) {
        List<RunRecord> records = new ArrayList<>();
        RiskRuns.runs(workspace).forEach(id -> RiskRuns.find(workspace, id).ifPresent(records::add));
        FormerRuns.ids(workspace).forEach(id -> FormerRuns.find(workspace, id).ifPresent(records::add));
        return records.stream()
                .map(RunRecord::provenance)
                .sorted(Comparator.comparing((riskmap.risk.Provenance from) -> from.time())
                        .reversed())
                .map(from -> new Choice(from.runId(), from.model(), from.time()))
                .toList();
    }
}
