package riskmap.analysis;

import org.locationtech.jts.geom.Geometry;
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
        LayerRows features = LayerRows.read(inputs.features("features"), progress.part(0, 0.6));
        // whatever else they are told in is worked out from metres
        boolean metres = !values.text("unit").equals("layer");
        if (metres) {
            MetresNeeded.require(features);
        }
        LayerRows rows =
                LayerRows.read(inputs.features(others), progress.part(0.6, 1)).in(features.crs(), progress);
        return new DistanceInputs(features, rows, metres, same(features, rows));
    }

    /** In which unit distances are. */
    Message unitNote() {
        return Message.of(metres ? "analysis.note-distance-metres" : "analysis.note-distance-layer");
    }

    /** Whether both sides are the same layer: the same rows with the same shapes. */
    private static boolean same(LayerRows features, LayerRows others) {
        if (features.size() != others.size()
                || !features.type().getTypeName().equals(others.type().getTypeName())) {
            return false;
        }
        for (int row = 0; row < features.size(); row++) {
            Geometry one = features.geometry(row);
            Geometry other = others.geometry(row);
            if (!features.id(row).equals(others.id(row))
                    || (one == null ? other != null : other == null || !one.equalsExact(other))) {
                return false;
            }
        }
        return true;
    }
}
