package riskmap.app.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.app.importing.ImportedMap;
import riskmap.app.project.OutputTarget;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.io.CellEncoding;
import riskmap.report.TablePage;

/**
 * Running a tool on files: layers given as {@code FILE#LAYER}, the result written to another. A result that goes into a
 * project is recorded there, to be repeated.
 */
public final class OperationRuns {
    private OperationRuns() {}

    /**
     * Runs a tool.
     *
     * @param operationId id of the tool, or what QGIS calls it; the names of what follows are then those of QGIS
     * @param named input name → {@code FILE#LAYER}, with {@code @EPSG:n} where the file does not state its CRS
     * @param parameters parameter values as text; those left out have their default
     * @param target {@code FILE#LAYER} to write to, or null to show a table only
     * @return the table, the target, and the tool's notes
     */
    public static Answer run(
            String operationId,
            Map<String, String> named,
            Map<String, String> parameters,
            String target,
            Progress progress) {
        try (WrittenBeside.Made made =
                make(operationId, named, parameters, target, new SharedReadings(), progress.part(0, 0.8))) {
            return made.write(progress.part(0.8, 1));
        }
    }

    /** Computes the same as one of several runs; what came out is to be written and closed. */
    static WrittenBeside.Made make(
            String operationId,
            Map<String, String> named,
            Map<String, String> parameters,
            String target,
            SharedReadings shared,
            Progress progress) {
        List<QgisNames.Made> all = QgisSplit.made(
                new QgisNames.Call(operationId, named, parameters), target, shared, progress.part(0, 0.05));
        QgisNames.Call call = all.get(0).call();
        Operation operation = Operations.byId(call.operation());
        ToolInputs.checkNames(operation, call.inputs());
        List<ParameterValues> values = new ArrayList<>();
        CellEncoding cells = null;
        for (QgisNames.Made made : all) {
            Map<String, String> given = new LinkedHashMap<>(made.call().parameters());
            cells = CellsAsked.take(operation, call.inputs(), given);
            values.add(ParameterValues.of(operation.parameters(), given));
        }
        List<OutputTarget> places = places(all);
        SourceReader reader = new SourceReader(null, shared);
        try {
            Inputs layers = reader.read(call.inputs(), operation.lattices(), progress.part(0, 0.4));
            // what QGIS's names take is QGIS's affair
            if (operation.id().equals(operationId)) {
                ToolInputs.check(operation, layers, values.get(0));
            }
            // nothing is written before all of it is there
            List<Done> done = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Output output =
                        Operations.run(operation, layers, values.get(i), part(progress.part(0.4, 1), i, all.size()));
                done.add(new Done(
                        operation,
                        call.inputs(),
                        values.get(i),
                        layers,
                        FieldsLeftOut.of(output, all.get(i).leftOut(), Progress.silent()),
                        places.get(i),
                        cells,
                        !operation.id().equals(operationId)));
            }
            reader.finish();
            reader.share();
            return new Results(reader, done);
        } catch (RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    /** All results of a run, and the layers they are made of. */
    private record Results(SourceReader reader, List<Done> done) implements WrittenBeside.Made {
        @Override
        public Answer write(Progress progress) {
            List<Object> facts = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < done.size(); i++) {
                Answer answer = done.get(i).keep(reader, part(progress, i, done.size()));
                text.append(answer.text());
                facts.add(answer.facts());
            }
            return new Answer(text.toString(), facts.size() == 1 ? facts.get(0) : facts);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** Whether values of a name given several times are a list: of tools called by QGIS's names. */
    public static boolean takesLists(String operationId) {
        return !QgisNames.operation(operationId).equals(operationId);
    }

    private static Progress part(Progress progress, int of, int all) {
        return progress.part((double) of / all, (of + 1.0) / all);
    }

    /** Where each result goes, null for one that is only told; says so where one would replace another. */
    private static List<OutputTarget> places(List<QgisNames.Made> all) {
        List<OutputTarget> places = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (QgisNames.Made made : all) {
            OutputTarget place = made.target() == null ? null : OutputTarget.of(made.target());
            if (place != null && !told.add(place.file().toAbsolutePath().normalize() + "#" + place.layerName())) {
                throw RiskMapException.of("app.output-twice", place);
            }
            places.add(place);
        }
        return places;
    }

    /** A result that is to be written and told of. */
    private record Done(
            Operation operation,
            Map<String, String> inputs,
            ParameterValues values,
            Inputs layers,
            Output output,
            OutputTarget place,
            CellEncoding cells,
            boolean named) {
        /** The field or the raster a table is of; in both languages for a program that knows the tool by QGIS's name. */
        private TablePage.Head head() {
            List<Message> lines = new ArrayList<>();
            for (Parameter parameter : operation.parameters()) {
                if (parameter.type() == Parameter.Type.FIELD && values.has(parameter.key())) {
                    lines.add(Message.of("app.page-field", values.text(parameter.key())));
                }
                if (parameter.type() == Parameter.Type.GRID && layers.has(parameter.key())) {
                    Grid grid = layers.grid(parameter.key());
                    lines.add(Message.of(
                            "app.page-cells", Long.toString(grid.geometry().cellCount())));
                    lines.add(Message.of("app.page-cells-without", Long.toString(grid.missing())));
                }
            }
            return new TablePage.Head(lines, named);
        }

        Answer keep(SourceReader reader, Progress progress) {
            Map<String, Object> facts = new LinkedHashMap<>();
            StringBuilder text = new StringBuilder();
            facts.put("operation", operation.id());
            if (output instanceof Output.Rows rows) {
                text.append(TextTable.text(rows.table())).append('\n');
                facts.put("rows", TextTable.facts(rows.table()));
            } else if (place == null) {
                throw RiskMapException.of("app.output-missing", operation.id());
            }
            List<Message> told = List.of();
            if (place != null) {
                OutputTarget.Written written = place.write(
                        output, place.isPage() ? head() : TablePage.Head.NONE, cells, progress.part(0, 0.75));
                told = written.told();
                text.append(written.line(place).text()).append('\n');
                facts.put("written", place.toString());
                if (written.rows() >= 0) {
                    facts.put("written_rows", written.rows());
                }
                if (place.isProject()) {
                    ToolRecord record =
                            record(operation, layers, inputs, values, place, output, progress.part(0.75, 1));
                    OperationRuns.keep(record, place);
                    text.append(Message.of("app.run-stored", record.runId()).text())
                            .append('\n');
                    facts.put("run", record.runId());
                }
            }
            // last: what is found out about the files beside the work has had its time
            List<Message> notes = new ArrayList<>(reader.notes());
            notes.addAll(output.notes());
            notes.addAll(told);
            notes.forEach(note -> text.append(note.text()).append('\n'));
            facts.put("notes", notes.stream().map(Message::text).toList());
            return new Answer(text.toString(), facts);
        }
    }

    private static ToolRecord record(
            Operation operation,
            Inputs layers,
            Map<String, String> inputs,
            ParameterValues values,
            OutputTarget place,
            Output output,
            Progress progress) {
        Map<String, String> sources = new LinkedHashMap<>();
        inputs.forEach(
                (name, address) -> sources.put(name, InputAddress.parse(address).seenFrom(place.file())));
        ToolRecord.Content made = ToolResults.content(output, "#" + place.layerName(), progress.part(0, 0.5));
        return ToolRuns.record(operation, ToolInputs.contents(layers, sources, progress.part(0.5, 1)), values, made);
    }

    /** Keeps the record in the project the result went to, and puts the result on its map. */
    private static void keep(ToolRecord record, OutputTarget place) {
        try (Workspace project = Workspace.open(place.file(), false, Progress.silent())) {
            project.store().putDocument(ToolRecord.PREFIX + record.runId(), record.toJson());
            project.updateMap(map -> ImportedMap.with(project, map, List.of("#" + place.layerName())));
        }
    }
}
