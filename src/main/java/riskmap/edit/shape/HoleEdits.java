package riskmap.edit.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.Neighbours;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.Paths;

/** Holes in polygons. */
public final class HoleEdits {
    private HoleEdits() {}

    /** Cuts a drawn area out; where it reaches the outline it takes a bite from it. */
    public static Changes cut(Surroundings around, Row row, Geometry drawn) {
        return new Draft(around).change(row, bitten(row, drawn)).finish(Message.of("edit.step-cut-hole"));
    }

    /** Cuts a drawn area out and fills it with a new feature of the same layer (an island), with empty attributes. */
    public static Changes cutAndFill(Surroundings around, Row row, Geometry drawn, Row blank) {
        Geometry left = bitten(row, drawn);
        Draft draft = new Draft(around).change(row, left);
        Geometry inside = Overlay.intersection(drawn, row.geometry());
        Row island = draft.addLike(blank.with(null), Neighbours.areas(inside));
        draft.change(island, Neighbours.cutBack(draft, island, Neighbours.areas(inside)));
        return draft.finish(Message.of("edit.step-fill-hole-new"));
    }

    /** Fills the hole at a place: the polygon has it then. Refused where there is none, or another feature lies in it. */
    public static Changes fill(Surroundings around, Row row, Coordinate place) {
        Geometry filled = Paths.map(
                row.geometry(), (path, part, ring) -> ring > 0 && PointLocation.isInRing(place, path) ? null : path);
        if (filled == row.geometry()) {
            throw RefusedEditException.at(place, "edit.refused-no-hole");
        }
        return new Draft(around).change(row, filled).finish(Message.of("edit.step-fill-hole"));
    }

    /** Fills the hole at a place with a new feature; what already lies in the hole is left free. */
    public static Changes fillWithNew(Surroundings around, Row row, Coordinate place, Row blank) {
        Geometry hole =
                hole(row.geometry(), place).orElseThrow(() -> RefusedEditException.at(place, "edit.refused-no-hole"));
        Draft draft = new Draft(around);
        Row added = draft.addLike(blank.with(null), hole);
        draft.change(added, Neighbours.cutBack(draft, added, hole));
        return draft.finish(Message.of("edit.step-fill-hole-new"));
    }

    /** The hole around a place as a polygon. */
    public static Optional<Geometry> hole(Geometry geometry, Coordinate place) {
        Map<Integer, Geometry> found = new LinkedHashMap<>();
        Paths.forEach(geometry, (path, part, ring) -> {
            if (ring > 0 && PointLocation.isInRing(place, path)) {
                found.put(part, geometry.getFactory().createPolygon(path));
            }
        });
        return found.values().stream().findFirst();
    }

    private static Geometry bitten(Row row, Geometry drawn) {
        if (drawn.getDimension() != 2 || row.geometry().getDimension() != 2) {
            throw RefusedEditException.at(drawn.getCoordinate(), "edit.refused-kind");
        }
        for (int i = 0; i < drawn.getNumGeometries(); i++) {
            Polygon part = (Polygon) drawn.getGeometryN(i);
            org.locationtech.jts.operation.valid.TopologyValidationError error =
                    new org.locationtech.jts.operation.valid.IsValidOp(part).getValidationError();
            if (error != null) {
                throw new RefusedEditException(riskmap.geo.overlay.Repair.problem(error), error.getCoordinate());
            }
        }
        Geometry left = Neighbours.without(row.geometry(), drawn);
        if (left == row.geometry()) {
            throw RefusedEditException.at(drawn.getCoordinate(), "edit.refused-outside");
        }
        return left;
    }
}
