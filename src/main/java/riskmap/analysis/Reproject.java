package riskmap.analysis;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/** The same features in another coordinate reference system. */
final class Reproject implements Operation {
    private static final String OWNER = "analysis.reproject";

    @Override
    public String id() {
        return "reproject";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "crs", Parameter.Type.CRS, null));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        CoordinateReferenceSystem target = Crs.of(values.text("crs"));
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        if (rows.crs() == null) {
            throw RiskMapException.of("analysis.crs-unknown", rows.type().getTypeName());
        }
        LayerRows moved = rows.in(target, progress.part(0.4, 0.9));
        OutputRows output = new OutputRows(
                "reprojected",
                (Class<? extends Geometry>)
                        rows.type().getGeometryDescriptor().getType().getBinding(),
                target);
        int[] taken = output.take(rows.type());
        for (int row = 0; row < moved.size(); row++) {
            output.add(OutputRows.join(moved.geometry(row), OutputRows.values(moved, row, taken)));
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }
}
