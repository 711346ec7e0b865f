package riskmap.app.run;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.app.ProgramVersion;
import riskmap.app.project.Workspace;
import riskmap.base.Beside;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.base.UnitText;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.geo.Parallel;
import riskmap.risk.Coefficient;
import riskmap.risk.ContentHash;
import riskmap.risk.Evidence;
import riskmap.risk.InputChecks;
import riskmap.risk.LeftOut;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.RiskResult;

/** Running a model on a project, and repeating a recorded run. */
public final class RiskRuns {
    /** Name of the layer of risk zones, unless a run gives another. */
    public static final String ZONES = "risk_zone";

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
        return run(project, modelId, given, null, progress);
    }

    /** What stands in the way of a run, or should be known before it, without running anything. */
    public static List<InputChecks.Finding> check(
            Workspace project, String modelId, Map<String, String> given, Progress progress) {
        RiskModel model = RiskModels.byId(modelId);
        ParameterValues values = ParameterValues.of(model.allParameters(), given);
        return checked(
                        project,
                        model,
                        ModelInputs.of(project, model, values, progress.part(0, 0.5)),
                        values,
                        progress.part(0.5, 1))
                .findings();
    }

    /**
     * Runs a model as {@link #run(Workspace, String, Map, Progress)} does, with its main layer (the risk zones) under
     * another name; those of earlier runs in other layers stay, and so do the records of these runs.
     *
     * @param main name of the model's main layer, null for the usual one
     */
    public static RunRecord run(
            Workspace project, String modelId, Map<String, String> given, String main, Progress progress) {
        RiskModel model = RiskModels.byId(modelId);
        String usual = model.mainLayer().orElse(model.id());
        String zones = main == null ? usual : main;
        ParameterValues values = ParameterValues.of(model.allParameters(), given);
        if (project.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", project.file());
        }
        ZoneLayerName.check(project, zones, model);
        Inputs inputs = ModelInputs.of(project, model, values, progress.part(0, 0.02));
        // what the inputs hold is read from the other end of the list while they are checked, and summed up
        // whenever the model leaves a processor idle
        try (Beside<Provenance> inputsKnown = Beside.begin(
                "inputs",
                progress,
                (quiet, isAwaited) -> Parallel.patiently(isAwaited, () -> provenance(model, inputs, values, quiet)))) {
            InputChecks checks = checked(project, model, inputs, values, progress.part(0.02, 0.15));
            checks.require();
            checks.findings().forEach(finding -> progress.report(0.15, Message.of("app.step-heed", finding.message())));
            RiskResult result = model.run(inputs, values, progress.part(0.15, 0.85));
            List<Message> notes = notes(model, inputs, values, checks, result);
            return store(project, model, values, zones, notes, inputsKnown.result(), result, progress.part(0.85, 1));
        }
    }

    /** Puts what a run made into the project; what it comes to is summed up while its rows are written. */
    private static RunRecord store(
            Workspace project,
            RiskModel model,
            ParameterValues values,
            String zones,
            List<Message> notes,
            Provenance before,
            RiskResult result,
            Progress progress) {
        progress.report(0, Message.of("app.step-storing"));
        String runId = before.runId();
        setRunId(result, runId);
        String usual = model.mainLayer().orElse(model.id());
        List<String> layers = find(project, runId).map(RunRecord::zones).orElse(List.of());
        Map<String, String> documents = olderRecords(project, model.id(), runId, zones);
        FormerRuns.keep(project, model.id(), runId, documents);
        if (!zones.equals(usual)) {
            documents.put("kind:" + zones, usual);
        }
        try (Beside<RunRecord> record =
                Beside.begin("outputs", progress, quiet -> record(before, result, notes, zones, quiet)
                        .withZones(layers))) {
            new ResultStore(project.store())
                    .replace(
                            model.id(),
                            ZoneLayerName.named(result, usual, zones),
                            () -> {
                                documents.put(
                                        RunRecord.PREFIX + runId,
                                        record.result().toJson());
                                return documents;
                            },
                            progress.part(0.1, 0.95));
            project.updateMap(map -> ResultLayers.added(project, map, model, values, zones, before.time(), result));
            return record.result();
        }
    }

    /**
     * Repeats a recorded run without changing the project and compares what comes out.
     *
     * @throws RiskMapException when there is no such run
     */
    public static Rerun rerun(Workspace project, String runId, Progress progress) {
        return rerun(
                project,
                find(project, runId)
                        .orElseThrow(() -> RiskMapException.of("app.run-missing", runId, NameList.of(runs(project)))),
                progress);
    }

    /** Repeats a run from its record, such as one that was read from a run file, without changing the project. */
    public static Rerun rerun(Workspace project, RunRecord record, Progress progress) {
        Provenance recorded = record.provenance();
        String runId = recorded.runId();
        RiskModel model = RiskModels.byId(recorded.model());
        List<Message> differences = new ArrayList<>();
        if (!model.version().equals(recorded.modelVersion())) {
            differences.add(Message.of("app.rerun-model", model.id(), recorded.modelVersion(), model.version()));
        }
        ParameterValues values = ParameterValues.of(model.allParameters(), recorded.parameters());
        Inputs inputs = ModelInputs.of(project, model, values, progress.part(0, 0.02));
        Provenance now = provenance(model, inputs, values, progress.part(0.02, 0.15));
        compare("app.rerun-input-", recorded.inputs(), now.inputs(), InputChecks::called, differences);
        RiskResult result = model.run(inputs, values, progress.part(0.15, 0.9));
        setRunId(result, recorded.runId());
        compare(
                "app.rerun-output-",
                recorded.outputs(),
                outputs(result, progress.part(0.9, 1)),
                name -> record.table(name).map(table -> (Object) table.title()).orElseGet(() -> Catalogue.called(name)),
                differences);
        return new Rerun(runId, differences);
    }

    /** What a model makes of a project, in sums by which it is compared; nothing is stored. */
    public static List<Provenance.Content> tried(
            Workspace project, RiskModel model, Map<String, String> given, Progress progress) {
        ParameterValues values = ParameterValues.of(model.allParameters(), given);
        Inputs inputs = ModelInputs.of(project, model, values, progress.part(0, 0.05));
        checked(project, model, inputs, values, progress.part(0.05, 0.1)).require();
        return outputs(model.run(inputs, values, progress.part(0.1, 0.9)), progress.part(0.9, 1));
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

    private static Provenance provenance(RiskModel model, Inputs inputs, ParameterValues values, Progress progress) {
        progress.report(0, Message.of("app.step-reading"));
        String time =
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
        return Provenance.before(model, inputs, values, ProgramVersion.text(), time, progress);
    }

    private static InputChecks checked(
            Workspace project, RiskModel model, Inputs inputs, ParameterValues values, Progress progress) {
        progress.report(0, Message.of("app.step-checking"));
        return InputChecks.of(
                model, ModelInputs.withWitnesses(project, model, inputs, values, progress), values, progress);
    }

    /** A value in words: of named numbers each by its title. */
    private static Object shown(Parameter parameter, ParameterValues values) {
        if (parameter.type() != Parameter.Type.WEIGHTS) {
            return values.text(parameter.key());
        }
        Message all = null;
        for (Map.Entry<String, Double> each : values.weights(parameter.key()).entrySet()) {
            Message title = parameter.choiceTitle(each.getKey());
            Message part = Message.of(
                    "app.run-named-value",
                    title.exists() ? title : each.getKey(),
                    BigDecimal.valueOf(each.getValue()).stripTrailingZeros().toPlainString());
            all = all == null ? part : Message.of("app.run-and", all, part);
        }
        return all == null ? "" : all;
    }

    /**
     * What the model told, what the checks warned of, which layers the run did without, and what is to be checked against a
     * standard.
     */
    private static List<Message> notes(
            RiskModel model, Inputs inputs, ParameterValues values, InputChecks checks, RiskResult result) {
        List<Message> notes = new ArrayList<>(result.notes());
        // a model may say in its result what it has warned of
        checks.findings().stream()
                .map(InputChecks.Finding::message)
                .filter(message -> !notes.contains(message))
                .forEach(notes::add);
        Set<String> left = LeftOut.of(model, values);
        for (String name : left) {
            notes.add(Message.of("app.run-left-out", InputChecks.called(name)));
        }
        List<String> absent = model.needs(values).stream()
                .map(RiskModel.LayerNeed::kind)
                .filter(name -> !inputs.has(name) && !left.contains(name))
                .distinct()
                .toList();
        if (!absent.isEmpty()) {
            Object names = absent.stream()
                    .<Object>map(InputChecks::called)
                    .reduce((all, name) -> Message.of("app.run-and", all, name))
                    .orElseThrow();
            notes.add(Message.of("app.run-absent", names, absent.size()));
        }
        for (Parameter parameter : model.parameters()) {
            if (parameter.unverified() && values.has(parameter.key())) {
                notes.add(Message.of(
                        "app.run-unverified",
                        parameter.title(),
                        shown(parameter, values),
                        UnitText.of(parameter.unit())));
            }
        }
        for (Coefficient coefficient : model.coefficients()) {
            if (coefficient.evidence() == Evidence.UNVERIFIED) {
                notes.add(Message.of(
                        "app.run-unverified",
                        coefficient.title(),
                        coefficient.value(),
                        UnitText.of(coefficient.unit())));
            }
        }
        return notes;
    }

    private static RunRecord record(
            Provenance before, RiskResult result, List<Message> notes, String zones, Progress progress) {
        Provenance whole = before.with(outputs(result, progress), result.conservation());
        return new RunRecord(whole, result.tables(), notes, List.of(zones), result.workings(), result.charts());
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
                    layer.getSchema().getTypeName(), ContentHash.of(rows, progress), rows.size(), false));
        }
        for (RiskResult.NamedGrid grid : result.grids()) {
            contents.add(new Provenance.Content(
                    grid.name(),
                    ContentHash.of(grid.grid(), progress),
                    grid.grid().geometry().cellCount(),
                    true));
        }
        for (Table table : result.tables()) {
            String text = table.rows().toString();
            contents.add(new Provenance.Content(
                    table.id(), ContentHash.of(text), table.rows().size(), false));
        }
        return contents;
    }

    private static void compare(
            String key,
            List<Provenance.Content> recorded,
            List<Provenance.Content> now,
            Function<String, Object> title,
            List<Message> differences) {
        Map<String, Provenance.Content> current = keyed(now);
        keyed(recorded).forEach((name, before) -> {
            Provenance.Content after = current.remove(name);
            if (after == null) {
                differences.add(Message.of(key + "gone", named(before, title)));
            } else if (!after.sha256().equals(before.sha256())) {
                differences.add(Message.of(key + "changed", named(before, title), before.size(), after.size()));
            }
        });
        current.values().forEach(content -> differences.add(Message.of(key + "new", named(content, title))));
    }

    /** What a layer or table is called, and the name by which the project has it. */
    private static Object named(Provenance.Content content, Function<String, Object> titles) {
        Object title = titles.apply(content.name());
        return title.equals(content.name()) ? title : Message.of("app.rerun-named", title, content.name());
    }

    /** By name; a layer, a raster and a table may have the same: they are told apart by their order. */
    private static Map<String, Provenance.Content> keyed(List<Provenance.Content> contents) {
        Map<String, Provenance.Content> keyed = new LinkedHashMap<>();
        for (Provenance.Content content : contents) {
            String name = content.name();
            while (keyed.containsKey(name)) {
                name = name + "'";
            }
            keyed.put(name, content);
        }
        return keyed;
    }

    /** Records whose layers are replaced describe nothing any more (null), or only what is left of them. */
    private static Map<String, String> olderRecords(Workspace project, String model, String runId, String zones) {
        Map<String, String> records = new LinkedHashMap<>();
        for (String id : runs(project)) {
            if (id.startsWith(model + "-") && !id.equals(runId)) {
                RunRecord older = find(project, id)
                        .map(record -> record.withoutZones(zones))
                        .orElseThrow();
                records.put(RunRecord.PREFIX + id, older.zones().isEmpty() ? null : older.toJson());
            }
        }
        return records;
    }
}
