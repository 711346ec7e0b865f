package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;

/** A layer of one point at a place given by its coordinates: where an accident is, to be buffered, joined or routed from. */
public final class PointAtPlace implements Operation {
    private static final String OWNER = "analysis.point-at-place";

    @Override
    public String id() {
        return "point-at-place";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "place", Parameter.Type.PLACE, null));
        all.add(Parameter.of(OWNER, "crs", Parameter.Type.CRS, "EPSG:4490"));
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        double[] place = values.numbers("place");
        CoordinateReferenceSystem crs = Crs.of(values.text("crs"));
        OutputRows output = new OutputRows("place", Point.class, crs);
        output.attribute("id", Long.class);
        output.add(new GeometryFactory().createPoint(new Coordinate(place[0], place[1])), 1L);
        return new Output.Features(output.features(), List.of());
    }
}
