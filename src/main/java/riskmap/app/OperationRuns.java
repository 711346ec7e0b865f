package riskmap.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.data.gpkg.GeoPackage;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/** Running a tool on files: layers given as {@code FILE#LAYER}, the result written to another. */
public final class OperationRuns {
    private final List<GeoPackage> opened = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();

    private OperationRuns() {}

    /**
     * Runs a tool.
     *
     * @param operationId id of the tool
     * @param inputs input name → {@code FILE#LAYER}
     * @param given parameter values as text; those left out have their default
     * @param target {@code FILE#LAYER} to write to, or null to show a table only
     * @return the table, the target, and the tool's notes
     */
    public static Answer run(
            String operationId,
            Map<String, String> inputs,
            Map<String, String> given,
            String target,
            Progress progress) {
        Operation operation = Operations.byId(operationId);
        ParameterValues values = ParameterValues.of(operation.parameters(), given);
        checkNames(operation, inputs);
        OutputTarget place = target == null ? null : OutputTarget.of(target);
        OperationRuns run = new OperationRuns();
        try {
            Map<String, LayerData> layers = new LinkedHashMap<>();
            for (var input : inputs.entrySet()) {
                layers.put(input.getKey(), run.open(input.getValue(), progress.part(0, 0.3)));
            }
            Output output = operation.run(new Inputs(layers), values, progress.part(0.3, 0.8));
            return run.finish(operation, output, place, progress.part(0.8, 1));
        } finally {
            run.opened.forEach(GeoPackage::close);
        }
    }

    private static void checkNames(Operation operation, Map<String, String> inputs) {
        List<String> known = operation.parameters().stream()
                .filter(Parameter::isInput)
                .map(Parameter::key)
                .toList();
        for (String name : inputs.keySet()) {
            if (!known.contains(name)) {
                throw RiskMapException.of("app.input-unknown", operation.id(), name, String.join(", ", known));
            }
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInput() && !parameter.optional() && !inputs.containsKey(parameter.key())) {
                throw RiskMapException.of("app.input-missing", operation.id(), parameter.key(), parameter.title());
            }
        }
    }

    private LayerData open(String address, Progress progress) {
        LayerAddress at = LayerAddress.ofExisting(address);
        Format format = Formats.reading(at.file());
        if (format instanceof GridFormat) {
            return new LayerData.Raster(Rasters.read(at.file(), notes::add, progress));
        }
        VectorFormat vectors = (VectorFormat) format;
        String layer = layer(at, vectors.layers(at.file(), ReadOptions.standard()));
        try {
            if (format.id().equals("geopackage")) {
                GeoPackage store = GeoPackage.open(at.file(), true);
                opened.add(store);
                return new LayerData.Features(store.dataStore().getFeatureSource(layer));
            }
            return new LayerData.Features(DataUtilities.source(read(at, layer, vectors, progress)));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", at, e.getMessage()), e);
        }
    }

    private static String layer(LayerAddress at, List<String> names) {
        if (!at.layer().isEmpty() && names.contains(at.layer())) {
            return at.layer();
        }
        if (at.layer().isEmpty() && names.size() == 1) {
            return names.get(0);
        }
        if (at.layer().isEmpty() && names.size() > 1) {
            throw RiskMapException.of("app.layer-which", at.file(), String.join(", ", names));
        }
        throw RiskMapException.of("app.layer-missing", at.layer(), at.file(), String.join(", ", names));
    }

    private SimpleFeatureCollection read(LayerAddress at, String layer, VectorFormat format, Progress progress)
            throws IOException {
        ImportLog log = new ImportLog();
        List<SimpleFeature> features = new ArrayList<>();
        try (FeatureStream stream = format.read(at.file(), layer, ReadOptions.standard(), log)) {
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                if ((features.size() & 1023) == 0) {
                    progress.check();
                    progress.report(stream.fraction());
                }
                features.add(feature);
            }
            log.reasons().forEach(reason -> notes.add(reason.example()));
            return new ListFeatureCollection(stream.type(), features);
        }
    }

    private Answer finish(Operation operation, Output output, OutputTarget target, Progress progress) {
        notes.addAll(output.notes());
        StringBuilder text = new StringBuilder();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("operation", operation.id());
        if (output instanceof Output.Rows rows) {
            text.append(TextTable.text(rows.table())).append('\n');
            facts.put("rows", TextTable.facts(rows.table()));
        } else if (target == null) {
            throw RiskMapException.of("app.output-missing", operation.id());
        }
        if (target != null) {
            target.write(output, progress);
            text.append(Message.of("app.output-written", target).text()).append('\n');
            facts.put("written", target.toString());
        }
        notes.forEach(note -> text.append(note.text()).append('\n'));
        facts.put("notes", notes.stream().map(Message::text).toList());
        return new Answer(text.toString(), facts);
    }
}
