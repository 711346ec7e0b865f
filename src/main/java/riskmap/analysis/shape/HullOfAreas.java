package riskmap.analysis.shape;

import org.locationtech.jts.algorithm.hull.ConcaveHullOfPolygons;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.base.Parameter;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.Repair;

/**
 * A hull around the parts of each area that keeps their outlines and fills only what lies between them: where two parts are
 * nearer than a share of the widest gap. At 1 everything between is filled, at 0 nothing. Invalid
 * areas are made valid first.
 */
public final class HullOfAreas {
    private static final String OWNER = "analysis.hull-of-areas";

    private HullOfAreas() {}

    /** The tool. */
    public static Operation operation() {
        return new ShapeOfEach(
                        "hull-of-areas",
                        MultiPolygon.class,
                        (shape, values) -> {
                            Geometry valid = Repair.forOverlay(shape).geometry();
                            Geometry areas = valid == null ? null : Overlay.ofDimension(valid, 2);
                            // JTS joins triangles in the order of their addresses: rings begin anywhere
                            return areas == null || areas.isEmpty()
                                    ? null
                                    : ConcaveHullOfPolygons.concaveHullByLengthRatio(
                                                    areas,
                                                    values.number("ratio"),
                                                    values.flag("within"),
                                                    values.flag("holes"))
                                            .norm();
                        },
                        Parameter.number(OWNER, "ratio", "", 0.3, 0, 1),
                        Parameter.of(OWNER, "holes", Parameter.Type.BOOLEAN, "true"),
                        Parameter.of(OWNER, "within", Parameter.Type.BOOLEAN, "false"))
                .on(FittingShapes.AREAS);
    }
}
