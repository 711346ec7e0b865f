package riskmap.app;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.map.MapLayer;
import riskmap.risk.ContentHash;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.RiskResult;

/** Running a model on a project, and repeating a recorded run. */
public final class RiskRuns {
    /** Name of the layer of risk zones, unless a run gives another. */
    public static final String ZONES = "risk_zone";

    private static final String DEM = "dem";

    private RiskRuns() {}

    /**
     * What repeating a run found.
     *
     * @param runId the run
     * @param differences what differs, empty when the same came out
     */
    public record Rerun(String runId, List<Message> differences) {
        public boolean same() {
            return differences.isEmpty();
        }
    }

    /**
     * Runs a model on a project and stores its layers (in place of older ones of the same model), its record under
     * {@code run:ID}, and the layers in the map.
     *
     * @param given parameter values as text; those left out have their default
     */
    public static RunRecord run(Workspace project, String modelId, Map<String, String> given, Progress progress) {
        return run(project, modelId, given, ZONES, progress);
    }

    /**
     * Runs a model as {@link #run(Workspace, String, Map, Progress)} does, with the risk zones in a layer of another
     * name; those of earlier runs in other layers stay, and so do the records of these runs.
     *
     * @param zones name of the layer of risk zones
     */
    public static RunRecord run(
            Workspace project, String modelId, Map<String, String> given, String zones, Progress progress) {
        RiskModel model = RiskModels.byId(modelId);
        ParameterValues values = ParameterValues.of(model.parameters(), given);
        if (project.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", project.file());
        }
        ZoneLayerName.check(project, zones);
        Inputs inputs = inputs(project, model, progress.part(0, 0.02));
        Provenance before = provenance(model, inputs, values, progress.part(0.02, 0.15));
        RiskResult result = model.run(inputs, values, progress.part(0.15, 0.85));
        progress.report(0.85, Message.of("app.step-storing"));
        RunRecord record = record(before, result, zones, progress.part(0.85, 0.88));
        RunRecord same = find(project, before.runId()).orElse(record);
        record = record.withZones(same.zones());
        // the record first: layers without a record would be numbers nobody can trace
        project.store().putDocument(RunRecord.PREFIX + before.runId(), record.toJson());
        new ResultStore(project.store())
                .replace(model.id(), ZoneLayerName.named(result, zones), progress.part(0.88, 0.99));
        if (!zones.equals(ZONES)) {
            project.store().putDocument("kind:" + zones, ZONES);
        }
        replaceOlder(project, model.id(), before.runId(), zones);
        project.updateMap(map -> ResultLayers.added(project, map, model.id(), zones));
        return record;
    }

    /**
     * Repeats a recorded run without changing the project and compares what comes out.
     *
     * @throws RiskMapException when there is no such run
     */
    public static Rerun rerun(Workspace project, String runId, Progress progress) {
        Provenance recorded = find(project, runId)
                .orElseThrow(() -> RiskMapException.of("app.run-missing", runId, String.join(", ", runs(project))))
                .provenance();
        RiskModel model = RiskModels.byId(recorded.model());
        List<Message> differences = new ArrayList<>();
        if (!model.version().equals(recorded.modelVersion())) {
            differences.add(Message.of("app.rerun-model", model.id(), recorded.modelVersion(), model.version()));
        }
        ParameterValues values = ParameterValues.of(model.parameters(), recorded.parameters());
        Inputs inputs = inputs(project, model, progress.part(0, 0.02));
        Provenance now = provenance(model, inputs, values, progress.part(0.02, 0.15));
        compare("app.rerun-input-", recorded.inputs(), now.inputs(), differences);
        RiskResult result = model.run(inputs, values, progress.part(0.15, 0.9));
        setRunId(result, recorded.runId());
        compare("app.rerun-output-", recorded.outputs(), outputs(result, progress.part(0.9, 1)), differences);
        return new Rerun(runId, differences);
    }

    /** Ids of the recorded runs. */
    public static List<String> runs(Workspace project) {
        return project.store().documents(RunRecord.PREFIX).stream()
                .map(key -> key.substring(RunRecord.PREFIX.length()))
                .toList();
    }

    /** The record of a run. */
    public static Optional<RunRecord> find(Workspace project, String runId) {
        return project.store().document(RunRecord.PREFIX + runId).map(text -> RunRecord.fromJson(text, runId));
    }

    /** The record of the last run of a model whose results the project holds. */
    public static Optional<RunRecord> latest(Workspace project, String modelId) {
        return runs(project).stream()
                .filter(id -> id.startsWith(modelId + "-"))
                .flatMap(id -> find(project, id).stream())
                .max(Comparator.comparing(record -> record.provenance().time()));
    }

    private static Inputs inputs(Workspace project, RiskModel model, Progress progress) {
        Map<String, LayerData> layers = new LinkedHashMap<>();
        List<String> present = project.layers();
        for (RiskModel.LayerNeed need : model.needs()) {
            String kind = need.kind();
            if (kind.equals(DEM)) {
                dem(project).ifPresent(path -> layers.put(kind, project.data(path, progress)));
            } else {
                present.stream()
                        .filter(layer -> layer.equals(kind))
                        .findFirst()
                        .or(() -> present.stream()
                                .filter(layer -> isKind(project, layer, kind))
                                .findFirst())
                        .ifPresent(layer -> layers.put(kind, new LayerData.Features(project.features(layer))));
            }
            if (need.required() && !layers.containsKey(kind)) {
                throw RiskMapException.of(
                        "app.model-needs-layer",
                        model.title(),
                        kind,
                        project.file().getFileName());
            }
        }
        return new Inputs(layers);
    }

    private static boolean isKind(Workspace project, String layer, String kind) {
        return project.kind(layer).filter(found -> found.key().equals(kind)).isPresent();
    }

    /** The elevation: the raster of that id in the map, or dem.tif beside the project. */
    private static Optional<String> dem(Workspace project) {
        Optional<String> inMap = project.map().layers().stream()
                .filter(layer -> layer.id().equals(DEM) && !layer.source().startsWith("#"))
                .map(MapLayer::source)
                .findFirst();
        return inMap.or(() -> Optional.of("dem.tif"))
                .filter(path -> Files.isRegularFile(project.folder().resolve(path)));
    }

    private static Provenance provenance(RiskModel model, Inputs inputs, ParameterValues values, Progress progress) {
        progress.report(0, Message.of("app.step-reading"));
        String time =
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
        return Provenance.before(model, inputs, values, ProgramVersion.text(), time, progress);
    }

    private static RunRecord record(Provenance before, RiskResult result, String zones, Progress progress) {
        setRunId(result, before.runId());
        Provenance whole = before.with(outputs(result, progress), result.conservation());
        return new RunRecord(whole, result.tables(), result.notes(), List.of(zones));
    }

    private static void setRunId(RiskResult result, String runId) {
        for (SimpleFeatureCollection layer : result.layers()) {
            try (SimpleFeatureIterator rows = layer.features()) {
                while (rows.hasNext()) {
                    SimpleFeature row = rows.next();
                    row.setAttribute("run_id", runId);
                }
            }
        }
    }

    private static List<Provenance.Content> outputs(RiskResult result, Progress progress) {
        List<Provenance.Content> contents = new ArrayList<>();
        for (SimpleFeatureCollection layer : result.layers()) {
            LayerRows rows = LayerRows.read(DataUtilities.source(layer), progress);
            contents.add(new Provenance.Content(
                    layer.getSchema().getTypeName(), ContentHash.of(rows, progress), rows.size()));
        }
        for (RiskResult.NamedGrid grid : result.grids()) {
            contents.add(new Provenance.Content(
                    grid.name(),
                    ContentHash.of(grid.grid(), progress),
                    grid.grid().geometry().cellCount()));
        }
        for (Table table : result.tables()) {
            String text = table.rows().toString();
            contents.add(new Provenance.Content(
                    table.id(), ContentHash.of(text), table.rows().size()));
        }
        return contents;
    }

    private static void compare(
            String key, List<Provenance.Content> recorded, List<Provenance.Content> now, List<Message> differences) {
        Map<String, Provenance.Content> current = new LinkedHashMap<>();
        now.forEach(content -> current.put(content.name(), content));
        for (Provenance.Content before : recorded) {
            Provenance.Content after = current.remove(before.name());
            if (after == null) {
                differences.add(Message.of(key + "gone", before.name()));
            } else if (!after.sha256().equals(before.sha256())) {
                differences.add(Message.of(key + "changed", before.name(), before.rows(), after.rows()));
            }
        }
        current.keySet().forEach(name -> differences.add(Message.of(key + "new", name)));
    }

    /** Records whose layers have been replaced describe nothing any more. */
    private static void replaceOlder(Workspace project, String model, String runId, String zones) {
        for (String id : runs(project)) {
            if (id.startsWith(model + "-") && !id.equals(runId)) {
                RunRecord older = find(project, id)
                        .map(record -> record.withoutZones(zones))
                        .orElseThrow();
                if (older.zones().isEmpty()) {
                    project.store().removeDocument(RunRecord.PREFIX + id);
                } else {
                    project.store().putDocument(RunRecord.PREFIX + id, older.toJson());
                }
            }
        }
    }
}
