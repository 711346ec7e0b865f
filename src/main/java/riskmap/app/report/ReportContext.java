package riskmap.app.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.app.style.ColourSchemes;
import riskmap.app.style.MapColours;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.map.MapDocument;
import riskmap.print.ChartColours;
import riskmap.report.Block;
import riskmap.report.Grids;
import riskmap.report.ReportTemplate;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.style.ColourScheme;

/** What the sections of one report draw from: the project, the run it is about and the one before, the fields. */
final class ReportContext {
    private final Workspace workspace;
    private final ReportTemplate template;
    private final ReportRequest request;
    private final RunRecord run;
    private final RunRecord former;
    private final List<RunRecord> runs;
    private final ReportFields fields;
    private final ChartColours colours;
    private final List<String> gaps = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int tables;
    private int figures;

    ReportContext(Workspace workspace, ReportTemplate template, ReportRequest request) {
        this.workspace = workspace;
        this.template = template;
        this.request = request;
        RunChoice choice = RunChoice.of(workspace, template, request);
        this.run = choice.run();
        this.former = choice.former();
        this.runs = RiskRuns.runs(workspace).stream()
                .flatMap(id -> RiskRuns.find(workspace, id).stream())
                .sorted(Comparator.comparing(
                                (RunRecord record) -> record.provenance().time())
                        .thenComparing(record -> record.provenance().runId()))
                .toList();
        this.colours = colours(workspace, request.colours());
        this.fields = ReportFields.of(this);
    }

    Workspace workspace() {
        return workspace;
    }

    ReportTemplate template() {
        return template;
    }

    ReportRequest request() {
        return request;
    }

    Language language() {
        return request.language();
    }

    /** The colours of charts, as the map of the report has them. */
    ChartColours colours() {
        return colours;
    }

    private static ChartColours colours(Workspace workspace, ColourScheme asked) {
        MapDocument map = asked == null
                ? workspace.map()
                : ColourSchemes.of(workspace, asked.id(), null).of(workspace.map());
        return MapColours.beside(workspace, map, asked);
    }

    /** The run the report is about. */
    Optional<RunRecord> run() {
        return Optional.ofNullable(run);
    }

    /** The run it is compared with. */
    Optional<RunRecord> former() {
        return Optional.ofNullable(former);
    }

    /** All runs whose results the project holds, the oldest first. */
    List<RunRecord> runs() {
        return runs;
    }

    /** The last run of a model, which may be the one the report is about. */
    Optional<RunRecord> latest(String model) {
        if (run != null && run.provenance().model().equals(model)) {
            return run();
        }
        return runs.stream()
                .filter(record -> record.provenance().model().equals(model))
                .reduce((before, after) -> after);
    }

    ReportFields fields() {
        return fields;
    }

    /** What the report could not say, section by section. */
    List<String> gaps() {
        return gaps;
    }

    String text(String key, Object... arguments) {
        return Message.of(key, arguments).text(language());
    }

    /** A table of the run the report is about, by its id. */
    Optional<Table> table(String id) {
        return run == null ? Optional.empty() : run.table(id);
    }

    /** A result table with a number. */
    Block.Grid grid(Table table, List<String> columns) {
        return unique(Grids.of(table, columns, caption(table.title().text(language())), language()));
    }

    /** A table of the report's own with a number. */
    Block.Grid grid(String id, String title, List<Block.Column> columns, List<Block.Row> rows) {
        return unique(new Block.Grid(id, caption(title), columns, rows));
    }

    /** A table that stands in the report a second time has a number behind its name. */
    private Block.Grid unique(Block.Grid grid) {
        int times = names.merge(grid.id(), 1, Integer::sum);
        return times == 1 ? grid : new Block.Grid(grid.id() + "-" + times, grid.caption(), grid.columns(), grid.rows());
    }

    private String caption(String title) {
        return text("report.table-number", ++tables, title);
    }

    String figure(String title) {
        return text("report.figure-number", ++figures, title);
    }

    Block body(String key, Object... arguments) {
        return new Block.Paragraph(Block.Tone.BODY, text(key, arguments));
    }

    Block note(String key, Object... arguments) {
        return new Block.Paragraph(Block.Tone.NOTE, text(key, arguments));
    }

    Block warning(String key, Object... arguments) {
        return new Block.Paragraph(Block.Tone.WARNING, text(key, arguments));
    }

    /**
     * Says in the report, and to whoever asked for it, what is missing and how to get it. A report goes to others: files
     * are told by their place in the project's folder, not on this machine.
     */
    Block gap(String key, Object... arguments) {
        Path folder = workspace().folder();
        String text = text(key, arguments)
                .replace(folder + folder.getFileSystem().getSeparator(), "")
                .replace(folder.toString(), String.valueOf(folder.getFileName()));
        gaps.add(text);
        return new Block.Paragraph(Block.Tone.WARNING, text);
    }

    Block.Column words(String key) {
        return new Block.Column(text(key), false, 0);
    }

    Block.Column number(String key) {
        return new Block.Column(text(key), true, 0);
    }

    /** What a model is called; its id when this program does not know it. */
    String modelTitle(String id) {
        return model(id).map(model -> model.title().text(language())).orElse(id);
    }

    static Optional<RiskModel> model(String id) {
        return RiskModels.all().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** What a layer is called: by its kind in the catalogue, else its name. */
    String layerTitle(String name) {
        return Catalogue.standard()
                .find(name)
                .or(() -> workspace.layers().contains(name) ? workspace.kind(name) : Optional.empty())
                .map(kind -> kind.title().in(language()))
                .orElse(name);
    }

    /** A moment of a run in the time zone of the report. */
    String time(String instant) {
        try {
            ZonedDateTime moment =
                    Instant.parse(instant).atZone(request.created().getZone());
            return moment.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        } catch (DateTimeParseException unreadable) {
            return instant;
        }
    }
}
