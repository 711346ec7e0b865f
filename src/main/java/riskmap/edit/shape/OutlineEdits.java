package riskmap.edit.shape;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.SharedVertices;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.shape.Paths;

/** Fewer or more vertices on the outline or course of one feature. */
public final class OutlineEdits {
    private OutlineEdits() {}

    /**
     * Takes out vertices so that the outline stays within the distance of what it was (Douglas–Peucker, keeping it valid). In
     * a shared layer they go in the neighbours too, and nodes where three boundaries meet stay.
     */
    public static Changes simplify(Surroundings around, Row row, double distance) {
        Draft draft = new Draft(around);
        Set<Coordinate> gone = new HashSet<>(List.of(row.geometry().getCoordinates()));
        Geometry simple = TopologyPreservingSimplifier.simplify(row.geometry(), distance);
        gone.removeAll(List.of(simple.getCoordinates()));
        if (around.isShared(row.layer())) {
            List<Row> sharing = SharedVertices.sharing(draft, row, gone);
            gone.removeIf(vertex -> SharedVertices.isJunction(draft, sharing, vertex));
        }
        if (gone.isEmpty()) {
            throw RefusedEditException.at(row.geometry().getCoordinate(), "edit.refused-nothing-to-do");
        }
        SharedVertices.remove(draft, row, gone);
        return draft.finish(Message.of("edit.step-simplify", gone.size()));
    }

    /** Puts in vertices so that no edge is longer than the distance. */
    public static Changes densify(Surroundings around, Row row, double distance) {
        int before = row.geometry().getNumPoints();
        Geometry dense = Paths.map(row.geometry(), (path, part, ring) -> {
            Coordinate[] denser = path.length < 2
                    ? path
                    : Densifier.densify(row.geometry().getFactory().createLineString(path), distance)
                            .getCoordinates();
            return denser.length == path.length ? path : denser;
        });
        if (dense == row.geometry()) {
            throw RefusedEditException.at(row.geometry().getCoordinate(), "edit.refused-nothing-to-do");
        }
        return new Draft(around)
                .change(row, dense)
                .finish(Message.of("edit.step-densify", dense.getNumPoints() - before));
    }
}
