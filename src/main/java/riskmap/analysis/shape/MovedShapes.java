package riskmap.analysis.shape;

import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.analysis.Operation;
import riskmap.base.Parameter;

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

    /** Scaled about the origin, then turned about it (anticlockwise), then moved. */
    public static Operation transformed() {
        String owner = "analysis.affine-transform";
        return new ShapeOfEach(
                        "affine-transform",
                        null,
                        (shape, values) -> AffineTransformation.scaleInstance(
                                        values.number("scale-x"), values.number("scale-y"))
                                .rotate(Math.toRadians(values.number("rotation")))
                                .translate(values.number("east"), values.number("north"))
                                .transform(shape),
                        Parameter.number(owner, "east", "", 0, -1e9, 1e9),
                        Parameter.number(owner, "north", "", 0, -1e9, 1e9),
                        Parameter.number(owner, "rotation", "°", 0, -360, 360),
                        Parameter.number(owner, "scale-x", "", 1, -1e6, 1e6),
                        Parameter.number(owner, "scale-y", "", 1, -1e6, 1e6))
                .sameType();
    }
}
