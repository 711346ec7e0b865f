package riskmap.analysis.shape;

import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.GivenExtent;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.overlay.Overlay;

/**
 * The features that meet a box along the axes, given in the coordinates of the layer or of another CRS as least and greatest easting, least
 * and greatest northing; whole, or on demand only what lies in it.
 */
public final class SelectInExtent implements Operation {
    private static final String OWNER = "analysis.select-in-extent";

    @Override
    public String id() {
        return "select-in-extent";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "extent", Parameter.Type.NUMBERS, null),
                Parameter.of(OWNER, "extent-crs", Parameter.Type.CRS, null).asOptional(),
                Parameter.of(OWNER, "cut", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        SimpleFeatureSource source = inputs.features("features");
        Geometry box = GivenExtent.box(values, source.getSchema().getCoordinateReferenceSystem());
        boolean cut = values.flag("cut");
        LayerRows rows = LayerRows.meeting(source, box.getEnvelopeInternal(), progress.part(0, 0.5));
        LayerRows valid = rows.valid(progress.part(0.5, 0.7));
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("in_extent", cut ? OutputRows.multi(type) : type, rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            progress.check();
            Geometry shape = valid.geometry(row);
            if (shape == null || !shape.intersects(box)) {
                continue;
            }
            Geometry kept = cut
                    ? Overlay.ofDimension(Overlay.intersection(shape, box), shape.getDimension())
                    : rows.geometry(row);
            if (kept != null && !kept.isEmpty()) {
                output.add(OutputRows.join(cut ? OutputRows.asMulti(kept) : kept, OutputRows.values(rows, row, taken)));
            }
        }
        return new Output.Features(output.features(), valid.notes("features"));
    }
}
