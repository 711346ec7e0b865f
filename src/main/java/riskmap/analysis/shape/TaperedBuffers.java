package riskmap.analysis.shape;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.geo.shape.TaperedBuffer;

/**
 * Areas around lines whose width changes evenly from one end to the other, such as a stream that grows, or is the measure
 * (M) of each vertex, in units of the coordinates. See {@link TaperedBuffer}.
 */
public final class TaperedBuffers {
    private static final String OWNER = "analysis.tapered-buffer";

    private TaperedBuffers() {}

    /** The tool. */
    public static Operation operation() {
        return new ShapeOfEach(
                        "tapered-buffer",
                        MultiPolygon.class,
                        TaperedBuffers::around,
                        Parameter.choice(OWNER, "widths", "ends", "ends", "measures"),
                        Parameter.number(OWNER, "start", Parameter.COORDINATE_UNIT, 0, 0, 1e6),
                        Parameter.number(OWNER, "end", Parameter.COORDINATE_UNIT, 10, 0, 1e6),
                        Parameter.integer(OWNER, "segments", "", 16, 1, 100))
                .on(FittingShapes.LINES);
    }

    private static Geometry around(Geometry lines, ParameterValues values) {
        TaperedBuffer buffer = new TaperedBuffer((int) values.integer("segments"), lines.getFactory());
        return values.text("widths").equals("measures")
                ? buffer.of(lines, TaperedBuffer::measures)
                : buffer.of(lines, line -> TaperedBuffer.between(line, values.number("start"), values.number("end")));
    }
}
