package riskmap.edit.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.Neighbours;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.Nodes;
import riskmap.geo.shape.Reshape;

/**
 * A boundary or line led along a drawn line.
 *
 * <p>In a shared layer the boundary moves for both sides: a neighbour that has the replaced boundary in common gives way
 * where the polygon grows, and takes over what the polygon loses (of several, the one with the longest boundary in common).
 * Neighbours of an exclusive layer that do not share the replaced boundary are not cut; the polygon stops at them.
 */
public final class ReshapeShape {
    private ReshapeShape() {}

    /** Reshapes a row along a line that meets it twice or more. */
    public static Changes along(Surroundings around, Row row, LineString drawn) {
        Draft draft = new Draft(around);
        Geometry before = row.geometry();
        Geometry after = Reshape.apply(before, drawn)
                .orElseThrow(() -> RefusedEditException.at(drawn.getCoordinate(), "edit.refused-reshape"));
        draft.change(row, after);
        if (before.getDimension() == 2) {
            sharedWith(draft, row, before, after);
            if (around.isExclusive(row.layer())) {
                draft.change(
                        row, Neighbours.cutBack(draft, row, draft.current(row).geometry()));
            }
        }
        return draft.finish(Message.of("edit.step-reshape"));
    }

    private static void sharedWith(Draft draft, Row row, Geometry before, Geometry after) {
        if (!draft.around().isShared(row.layer())) {
            return;
        }
        Geometry noded = Nodes.of(after).insertInto(before);
        Geometry lost = Neighbours.areas(Overlay.difference(noded, after));
        Geometry won = Neighbours.areas(Overlay.difference(after, noded));
        List<Row> neighbours = new ArrayList<>();
        for (Row near : draft.near(row.layer(), before.getEnvelopeInternal())) {
            if (!near.is(row) && near.geometry().getDimension() == 2) {
                neighbours.add(near);
            }
        }
        for (Row neighbour : neighbours) {
            boolean sharesReplaced =
                    !won.isEmpty() && Neighbours.longestBeside(List.of(neighbour), replaced(noded, won)) != null;
            if (sharesReplaced) {
                Geometry left = Neighbours.without(neighbour.geometry(), after);
                if (left.isEmpty()) {
                    throw RefusedEditException.at(
                            neighbour.geometry().getInteriorPoint().getCoordinate(),
                            "edit.refused-neighbour-gone",
                            Long.toString(neighbour.fid()));
                }
                draft.change(neighbour, left);
            }
        }
        for (int i = 0; i < lost.getNumGeometries(); i++) {
            Geometry piece = lost.getGeometryN(i);
            List<Row> current = neighbours.stream().map(draft::current).toList();
            Row heir = piece.isEmpty() ? null : Neighbours.longestBeside(current, piece);
            if (heir != null) {
                draft.change(heir, Neighbours.with(heir.geometry(), piece));
            }
        }
    }

    /** The pieces won, noded with the old polygon, so that their common edges are the replaced boundary. */
    private static Geometry replaced(Geometry noded, Geometry won) {
        return Nodes.of(noded).insertInto(won);
    }
}
