package riskmap.analysis.shape;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;

/** Each feature turned clockwise about its centroid, or all about one place, in the plane of the coordinates. */
public final class RotateShapes implements Operation {
    private static final String OWNER = "analysis.rotate";

    @Override
    public String id() {
        return "rotate";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "angle", "°", 90, -360, 360),
                Parameter.of(OWNER, "about", Parameter.Type.PLACE, null).asOptional(),
                Parameter.of(OWNER, "about-crs", Parameter.Type.CRS, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        double[] about = values.has("about") ? values.numbers("about") : null;
        CoordinateReferenceSystem crs = inputs.features("features").getSchema().getCoordinateReferenceSystem();
        if (about != null && crs != null && values.has("about-crs")) {
            Crs.transform(Crs.of(values.text("about-crs")), crs).apply(about, 1);
        }
        double angle = -Math.toRadians(values.number("angle"));
        ShapeOfEach.Kernel turn = (shape, none) -> {
            Coordinate centre =
                    about == null ? shape.getCentroid().getCoordinate() : new Coordinate(about[0], about[1]);
            return AffineTransformation.rotationInstance(angle, centre.x, centre.y)
                    .transform(shape);
        };
        return new ShapeOfEach(id(), null, turn).run(inputs, values, progress);
    }
}
