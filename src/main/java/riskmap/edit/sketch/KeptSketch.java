package riskmap.edit.sketch;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.data.GeometryKind;

/**
 * A sketch as a geometry, to be kept on the disk while it is drawn: a collection of its parts, each a collection of its
 * rings, each the points that were set. So also a ring of two points, which is no geometry yet, is kept as it is.
 */
public final class KeptSketch {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private KeptSketch() {}

    /** The sketch to keep. */
    public static Geometry geometry(Sketch sketch) {
        return FACTORY.createGeometryCollection(
                sketch.parts().stream().map(KeptSketch::part).toArray(Geometry[]::new));
    }

    private static Geometry part(List<List<Coordinate>> rings) {
        return FACTORY.createGeometryCollection(rings.stream()
                .map(ring -> FACTORY.createMultiPointFromCoords(ring.toArray(Coordinate[]::new)))
                .toArray(Geometry[]::new));
    }

    /** The sketch that was kept. */
    public static Sketch sketch(Geometry kept, GeometryKind kind) {
        List<List<List<Coordinate>>> parts = new ArrayList<>();
        for (int i = 0; i < kept.getNumGeometries(); i++) {
            Geometry part = kept.getGeometryN(i);
            List<List<Coordinate>> rings = new ArrayList<>();
            for (int j = 0; j < part.getNumGeometries(); j++) {
                rings.add(List.of(part.getGeometryN(j).getCoordinates()));
            }
            parts.add(rings.isEmpty() ? List.of(List.of()) : rings);
        }
        return parts.isEmpty() ? Sketch.of(kind) : new Sketch(kind, parts);
    }
}
