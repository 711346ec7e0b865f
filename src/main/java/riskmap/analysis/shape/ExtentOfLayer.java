package riskmap.analysis.shape;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.shape.Outlines;

/**
 * The box along the axes around a whole layer, with its sides, centre and measures in units of the coordinates; on demand
 * moved outwards to multiples of a number. The fields are called as QGIS calls them.
 */
public final class ExtentOfLayer implements Operation {
    private static final String OWNER = "analysis.layer-extent";

    @Override
    public String id() {
        return "layer-extent";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "round-to", Parameter.COORDINATE_UNIT, 0, 0, 1e9));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        boolean raster = inputs.isGrid("features");
        LayerRows rows = raster ? null : LayerRows.read(inputs.features("features"), progress);
        GridGeometry cells = raster ? inputs.lattice("features") : null;
        OutputRows output = new OutputRows("extent", Polygon.class, raster ? cells.crs() : rows.crs());
        for (String field :
                List.of("MINX", "MINY", "MAXX", "MAXY", "CNTX", "CNTY", "AREA", "PERIM", "HEIGHT", "WIDTH")) {
            output.attribute(field, Double.class);
        }
        Envelope box = rounded(raster ? cells.envelope() : rows.extent(), values.number("round-to"));
        if (!box.isNull()) {
            double width = box.getWidth();
            double height = box.getHeight();
            output.add(OutputRows.join(Outlines.box(box, new GeometryFactory()), new Object[] {
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                box.getMinX() + width / 2,
                box.getMinY() + height / 2,
                width * height,
                2 * (width + height),
                height,
                width
            }));
        }
        return new Output.Features(output.features(), raster ? List.of() : rows.notes("features"));
    }

    private static Envelope rounded(Envelope box, double to) {
        return to == 0 || box.isNull()
                ? box
                : new Envelope(
                        Math.floor(box.getMinX() / to) * to,
                        Math.ceil(box.getMaxX() / to) * to,
                        Math.floor(box.getMinY() / to) * to,
                        Math.ceil(box.getMaxY() / to) * to);
    }
}
