package riskmap.analysis.shape;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;

/**
 * Points with their easting (longitude) and northing (latitude) as fields {@code x} and {@code y}, in the CRS of the layer
 * or another. Of several points in one feature there is no one place, and so none is written.
 */
public final class AddCoordinates implements Operation {
    private static final String OWNER = "analysis.add-coordinates";

    @Override
    public String id() {
        return "add-coordinates";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional(),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.only(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.6));
        LayerRows placed = values.has("crs") ? rows.in(Crs.of(values.text("crs")), progress) : rows;
        OutputRows output = new OutputRows("coordinates", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        String prefix = values.has("prefix") ? values.text("prefix") : "";
        output.attribute(prefix + "x", Double.class);
        output.attribute(prefix + "y", Double.class);
        for (int row = 0; row < rows.size(); row++) {
            Geometry place = placed.geometry(row);
            boolean one = place != null && place.getNumGeometries() == 1 && place.getGeometryN(0) instanceof Point;
            Object[] xy = one ? new Object[] {place.getCoordinate().x, place.getCoordinate().y} : new Object[2];
            output.add(OutputRows.join(rows.geometry(row), OutputRows.values(rows, row, taken), xy));
        }
        return new Output.Features(output.features(), placed.notes("features"));
    }
}
