package riskmap.edit.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.SharedVertices;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.VertexPlace;

/** Vertices moved, added and taken out; in shared layers in every feature that has them. */
public final class EditVertices {
    private EditVertices() {}

    /** Moves vertices, each to its own place. */
    public static Changes move(Surroundings around, Row row, Map<VertexPlace, Coordinate> moved) {
        Draft draft = new Draft(around);
        Map<Coordinate, Coordinate> targets = new HashMap<>();
        moved.forEach((place, target) -> targets.put(place.of(row.geometry()), target));
        SharedVertices.move(draft, row, targets);
        return draft.finish(Message.of("edit.step-move-vertices", targets.size()));
    }

    /**
     * Adds a vertex.
     *
     * @param edge the edge it goes into, named by the vertex it starts at ({@link VertexPlace#nearestEdge})
     * @param vertex where; need not lie on the edge
     */
    public static Changes add(Surroundings around, Row row, VertexPlace edge, Coordinate vertex) {
        Draft draft = new Draft(around);
        Coordinate a = edge.of(row.geometry());
        Coordinate b = new VertexPlace(edge.part(), edge.ring(), edge.index() + 1).of(row.geometry());
        SharedVertices.insert(draft, row, a, b, vertex);
        return draft.finish(Message.of("edit.step-add-vertex"));
    }

    /** Takes vertices out. */
    public static Changes remove(Surroundings around, Row row, Set<VertexPlace> places) {
        Draft draft = new Draft(around);
        Set<Coordinate> vertices = new HashSet<>();
        places.forEach(place -> vertices.add(place.of(row.geometry())));
        SharedVertices.remove(draft, row, vertices);
        return draft.finish(Message.of("edit.step-remove-vertices", vertices.size()));
    }

    /** Leads a line on from one of its ends. */
    public static Changes continueLine(Surroundings around, Row row, VertexPlace end, List<Coordinate> further) {
        Geometry continued = Paths.map(row.geometry(), (path, part, ring) -> {
            boolean atStart = end.index() == 0;
            if (part != end.part() || !atStart && end.index() != path.length - 1 || further.isEmpty()) {
                return path;
            }
            Coordinate[] grown = new Coordinate[path.length + further.size()];
            System.arraycopy(path, 0, grown, atStart ? further.size() : 0, path.length);
            for (int i = 0; i < further.size(); i++) {
                grown[atStart ? further.size() - 1 - i : path.length + i] = further.get(i);
            }
            return grown;
        });
        if (row.geometry().getDimension() != 1 || continued == row.geometry()) {
            throw RefusedEditException.at(end.of(row.geometry()), "edit.refused-not-an-end");
        }
        return new Draft(around).change(row, continued).finish(Message.of("edit.step-continue"));
    }
}
