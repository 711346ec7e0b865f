package riskmap.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Amount;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;

/**
 * Where numbers come from: stored with the layers a model computed, printed in the report, and enough to repeat the run.
 *
 * @param runId made from model, version, parameters and the content of the inputs: the same run has the same id
 * @param model id of the model
 * @param modelVersion its version
 * @param programVersion version of the program
 * @param parameters all values, also those left at their default
 * @param crs authority code of the CRS computed in
 * @param inputs what was read
 * @param outputs what was made
 * @param conservation the proofs that counting lost nothing
 * @param sources standards and papers of the model
 * @param time when it ran, ISO 8601; not part of the id
 */
public record Provenance(
        String runId,
        String model,
        String modelVersion,
        String programVersion,
        Map<String, String> parameters,
        String crs,
        List<Content> inputs,
        List<Content> outputs,
        List<Conservation> conservation,
        List<String> sources,
        String time) {

    /**
     * A layer or raster by its content.
     *
     * @param name key of the layer kind, or name of the layer
     * @param sha256 {@link ContentHash}
     * @param rows rows of a layer, cells of a raster
     * @param raster whether it is a raster; records of earlier versions do not say so
     */
    public record Content(String name, String sha256, long rows, boolean raster) {
        /** How much it holds, in words. */
        public Message size() {
            return Amount.of(rows, raster);
        }
    }

    public Provenance {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        conservation = List.copyOf(conservation);
        sources = List.copyOf(sources);
    }

    /** What is known before a model runs: everything but outputs and proofs. */
    public static Provenance before(
            RiskModel model,
            Inputs inputs,
            ParameterValues values,
            String programVersion,
            String time,
            Progress progress) {
        List<Content> contents = new ArrayList<>();
        String crs = null;
        List<RiskModel.LayerNeed> needs = model.needs(values);
        // from the last to the first: what else begins to read the same inputs begins at the first
        for (int i = needs.size() - 1; i >= 0; i--) {
            String name = needs.get(i).kind();
            if (!inputs.has(name)) {
                continue;
            }
            progress.check();
            if (inputs.isGrid(name)) {
                Grid grid = inputs.grid(name);
                contents.add(new Content(
                        name, ContentHash.of(grid, progress), grid.geometry().cellCount(), true));
            } else {
                LayerRows rows = inputs.rows(name, progress);
                contents.add(new Content(name, ContentHash.of(rows, progress), rows.size(), false));
                String code = Crs.code(rows.crs());
                crs = code == null ? crs : code;
            }
        }
        Collections.reverse(contents);
        Map<String, String> parameters = values.asText();
        StringBuilder canonical = new StringBuilder(model.id() + '\n' + model.version() + '\n');
        parameters.forEach(
                (key, value) -> canonical.append(key).append('=').append(value).append('\n'));
        contents.forEach(content -> canonical
                .append(content.name())
                .append(' ')
                .append(content.sha256())
                .append('\n'));
        String runId = model.id() + "-" + ContentHash.of(canonical.toString()).substring(0, 12);
        return new Provenance(
                runId,
                model.id(),
                model.version(),
                programVersion,
                parameters,
                crs == null ? "" : crs,
                contents,
                List.of(),
                List.of(),
                model.sources(),
                time);
    }

    /** The same run with what it made and proved. */
    public Provenance with(List<Content> made, List<Conservation> proofs) {
        return new Provenance(
                runId, model, modelVersion, programVersion, parameters, crs, inputs, made, proofs, sources, time);
    }
}
