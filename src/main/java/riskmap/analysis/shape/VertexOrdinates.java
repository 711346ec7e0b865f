package riskmap.analysis.shape;

import java.util.Arrays;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Operation;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.geo.shape.Ordinates;
import riskmap.geo.shape.Paths;

/** Tools about the heights (z) and measures (m) of vertices; nothing moves in the plane. */
public final class VertexOrdinates {
    static final String ORDINATE = "ordinate";

    private VertexOrdinates() {}

    /** Which of the two a tool is about. */
    static Parameter ordinate(String owner) {
        return Parameter.choice(owner, ORDINATE, "height", "height", "measure");
    }

    static Ordinates ordinate(ParameterValues values) {
        return Ordinates.valueOf(values.text(ORDINATE).toUpperCase(Locale.ROOT));
    }

    /** Every vertex gets the same height or measure. */
    public static Operation set() {
        String owner = "analysis.set-heights";
        return new ShapeOfEach(
                        "set-heights",
                        null,
                        (shape, values) -> {
                            Ordinates which = ordinate(values);
                            double value = values.number("value");
                            return Ordinates.map(shape, place -> which.with(place, value));
                        },
                        ordinate(owner),
                        Parameter.number(owner, "value", "", 0, -1e9, 1e9))
                .sameType();
    }

    /** Vertices without heights, measures or both. */
    public static Operation drop() {
        String owner = "analysis.drop-heights";
        return new ShapeOfEach(
                        "drop-heights",
                        null,
                        (shape, values) -> {
                            boolean heights = values.flag("heights");
                            boolean measures = values.flag("measures");
                            return Ordinates.map(
                                    shape,
                                    place -> Ordinates.at(
                                            place.x,
                                            place.y,
                                            heights ? Double.NaN : place.getZ(),
                                            measures ? Double.NaN : place.getM()));
                        },
                        Parameter.of(owner, "heights", Parameter.Type.BOOLEAN, "true"),
                        Parameter.of(owner, "measures", Parameter.Type.BOOLEAN, "true"))
                .sameType();
    }

    /** Only the vertices whose height or measure lies between two values; what is left of a ring is closed again. */
    public static Operation filter() {
        String owner = "analysis.filter-vertices";
        return new ShapeOfEach(
                        "filter-vertices",
                        null,
                        VertexOrdinates::filtered,
                        ordinate(owner),
                        Parameter.of(owner, "least", Parameter.Type.NUMBER, null)
                                .asOptional(),
                        Parameter.of(owner, "greatest", Parameter.Type.NUMBER, null)
                                .asOptional())
                .sameType();
    }

    private static Geometry filtered(Geometry shape, ParameterValues values) {
        Ordinates which = ordinate(values);
        double least = values.has("least") ? values.number("least") : Double.NEGATIVE_INFINITY;
        double greatest = values.has("greatest") ? values.number("greatest") : Double.POSITIVE_INFINITY;
        boolean limited = values.has("least") || values.has("greatest");
        return Paths.map(shape, (path, part, ring) -> {
            // what has none is not between
            Coordinate[] left = Arrays.stream(path)
                    .filter(place -> !limited || which.of(place) >= least && which.of(place) <= greatest)
                    .toArray(Coordinate[]::new);
            boolean closed = shape.getDimension() == 2 && left.length > 2;
            if (closed && !left[0].equals2D(left[left.length - 1])) {
                left = Arrays.copyOf(left, left.length + 1);
                left[left.length - 1] = left[0].copy();
            }
            return left.length == path.length && !closed ? path : left;
        });
    }
}
