package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.buffer.BufferParameters;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Coverage;
import riskmap.geo.Crs;
import riskmap.geo.Parallel;

/**
 * The area within a distance of each feature, or of all together. Circles have so many segments per quarter: with 8 the
 * area is less than 2 % too small. A negative distance shrinks areas.
 */
final class BufferFeatures implements Operation {
    private static final String OWNER = "analysis.buffer";

    @Override
    public String id() {
        return "buffer";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "distance", "m", 100, -1e6, 1e6),
                Parameter.integer(OWNER, "segments", "", 8, 1, 100),
                Parameter.of(OWNER, "dissolve", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        if (Crs.isGeographic(rows.crs())) {
            throw RiskMapException.of("analysis.crs-in-degrees", rows.type().getTypeName());
        }
        double distance = values.number("distance");
        int segments = (int) values.integer("segments");
        boolean dissolve = values.flag("dissolve");
        Geometry[] areas = new Geometry[rows.size()];
        Parallel.items(areas.length, 128, progress.part(0.2, dissolve ? 0.5 : 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry geometry = rows.geometry(row);
                if (geometry != null) {
                    Geometry area = geometry.buffer(distance, segments, BufferParameters.CAP_ROUND);
                    areas[row] = area.isEmpty() ? null : area;
                }
            }
        });
        OutputRows output = new OutputRows("buffer", MultiPolygon.class, rows.crs());
        if (dissolve) {
            List<Geometry> all = new ArrayList<>();
            for (Geometry area : areas) {
                if (area != null) {
                    all.add(area);
                }
            }
            if (!all.isEmpty()) {
                Geometry union = Coverage.union(all, progress.part(0.5, 1));
                for (int i = 0; i < union.getNumGeometries(); i++) {
                    output.add(OutputRows.asMulti(union.getGeometryN(i)));
                }
            }
        } else {
            int[] taken = output.take(rows.type());
            for (int row = 0; row < areas.length; row++) {
                Geometry area = areas[row] == null ? null : OutputRows.asMulti(areas[row]);
                output.add(OutputRows.join(area, OutputRows.values(rows, row, taken)));
            }
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }
}
