package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * The two layers between whose features distances are measured, in the CRS of the first.
 *
 * @param metres whether distances are in metres, which the CRS of the first then is; else in its units
 * @param same whether both are the same layer, of which no feature is measured to itself
 */
record DistanceInputs(LayerRows features, LayerRows others, boolean metres, boolean same) {
    /** Reads the layers of parameters {@code features} and {@code others}; refuses degrees where metres are asked for. */
    static DistanceInputs read(Inputs inputs, String others, ParameterValues values, Progress progress) {
        DistanceInputs read = readAny(inputs, others, values, progress);
        if (read.metres) {
            MetresNeeded.require(read.features);
        }
        return read;
    }

    /** Reads the layers in whatever units they are. */
    static DistanceInputs readAny(Inputs inputs, String others, ParameterValues values, Progress progress) {
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.6));
        // whatever else they are told in is worked out from metres
        boolean metres = !values.text("unit").equals("layer");
        LayerRows rows =
                LayerRows.read(inputs.features(others), progress.part(0.6, 1)).in(features.crs(), progress);
        return new DistanceInputs(features, rows, metres, features.isSameLayer(rows));
    }

    /** What is said of a result: of how many features, in which unit, and what of the layers was not taken. */
    List<Message> notes(Message result) {
        List<Message> notes = new ArrayList<>();
        if (same) {
            notes.add(Message.of("analysis.note-not-itself"));
        }
        notes.add(result);
        notes.add(unitNote());
        notes.addAll(features.notes("features"));
        notes.addAll(others.notes("others"));
        return notes;
    }

    /** In which unit distances are. */
    Message unitNote() {
        return Message.of(metres ? "analysis.note-distance-metres" : "analysis.note-distance-layer");
    }
}
