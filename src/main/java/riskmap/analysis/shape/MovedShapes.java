package riskmap.analysis.shape;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.analysis.Operation;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.geo.shape.Ordinates;

/** Tools that put shapes elsewhere as a whole, in units of the coordinates; the CRS of the layer stays what it is. */
public final class MovedShapes {
    private MovedShapes() {}

    /** Easting and northing changed for each other: of places whose latitude was written first. */
    public static Operation swapped() {
        AffineTransformation swap = new AffineTransformation(0, 1, 0, 1, 0, 0);
        return new ShapeOfEach("swap-xy", null, (shape, values) -> swap.transform(shape)).sameType();
    }

    /** Single shapes as features of one part; nothing is moved. */
    public static Operation promoted() {
        return new ShapeOfEach("promote-to-multipart", null, (shape, values) -> shape);
    }

    /** Scaled about the origin, then turned about it (anticlockwise), then moved; heights and measures scaled, then moved. */
    public static Operation transformed() {
        String owner = "analysis.affine-transform";
        return new ShapeOfEach(
                        "affine-transform",
                        null,
                        MovedShapes::transformed,
                        Parameter.number(owner, "east", "", 0, -1e9, 1e9),
                        Parameter.number(owner, "north", "", 0, -1e9, 1e9),
                        Parameter.number(owner, "rotation", "°", 0, -360, 360),
                        Parameter.number(owner, "scale-x", "", 1, -1e6, 1e6),
                        Parameter.number(owner, "scale-y", "", 1, -1e6, 1e6),
                        Parameter.number(owner, "up", "", 0, -1e9, 1e9),
                        Parameter.number(owner, "scale-z", "", 1, -1e6, 1e6),
                        Parameter.number(owner, "measure", "", 0, -1e9, 1e9),
                        Parameter.number(owner, "scale-m", "", 1, -1e6, 1e6))
                .sameType();
    }

    private static Geometry transformed(Geometry shape, ParameterValues values) {
        Geometry moved = AffineTransformation.scaleInstance(values.number("scale-x"), values.number("scale-y"))
                .rotate(Math.toRadians(values.number("rotation")))
                .translate(values.number("east"), values.number("north"))
                .transform(shape);
        return raised(moved, new double[] {values.number("scale-z"), values.number("scale-m")}, new double[] {
            values.number("up"), values.number("measure")
        });
    }

    /** A shape moved by its {@code east}, {@code north}, {@code up} and {@code measure}. */
    static Geometry moved(Geometry shape, Map<String, Double> by) {
        return raised(
                AffineTransformation.translationInstance(by.get("east"), by.get("north"))
                        .transform(shape),
                new double[] {1, 1},
                new double[] {by.get("up"), by.get("measure")});
    }

    /** Changes heights and measures; where there are none and they are to be raised, they are taken to be 0. */
    private static Geometry raised(Geometry moved, double[] scales, double[] shifts) {
        boolean changed = scales[0] != 1 || scales[1] != 1 || shifts[0] != 0 || shifts[1] != 0;
        return !changed
                ? moved
                : Ordinates.map(
                        moved,
                        place -> Ordinates.at(
                                place.x,
                                place.y,
                                changed(place.getZ(), scales[0], shifts[0]),
                                changed(place.getM(), scales[1], shifts[1])));
    }

    private static double changed(double value, double scale, double shift) {
        return (Double.isNaN(value) && shift != 0 ? 0 : value) * scale + shift;
    }
}
