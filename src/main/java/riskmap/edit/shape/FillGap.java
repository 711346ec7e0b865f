package riskmap.edit.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.Neighbours;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.overlay.Coverage;

/** The gap between polygons around a place, filled. */
public final class FillGap {
    private FillGap() {}

    /**
     * Fills the gap with a new feature.
     *
     * @param within how far the gap may reach: the view
     */
    public static Changes asNew(Surroundings around, Row blank, Coordinate place, Envelope within) {
        Draft draft = new Draft(around);
        draft.addLike(blank.with(null), gap(polygons(draft, blank.layer(), within), place));
        return draft.finish(Message.of("edit.step-fill-gap"));
    }

    /** Fills the gap by the neighbour that has the longest boundary with it. */
    public static Changes byNeighbour(Surroundings around, String layer, Coordinate place, Envelope within) {
        Draft draft = new Draft(around);
        List<Row> rows = polygons(draft, layer, within);
        Geometry gap = gap(rows, place);
        Row heir = Neighbours.longestBeside(rows, gap);
        if (heir == null) {
            throw RefusedEditException.at(place, "edit.refused-no-gap");
        }
        draft.change(heir, Neighbours.with(heir.geometry(), gap));
        return draft.finish(Message.of("edit.step-fill-gap"));
    }

    /** Fills the gap by a given neighbour. */
    public static Changes by(Surroundings around, Row heir, Coordinate place, Envelope within) {
        Draft draft = new Draft(around);
        Geometry gap = gap(polygons(draft, heir.layer(), within), place);
        draft.change(heir, Neighbours.with(heir.geometry(), gap));
        return draft.finish(Message.of("edit.step-fill-gap"));
    }

    private static List<Row> polygons(Draft draft, String layer, Envelope within) {
        return draft.near(layer, within).stream()
                .filter(row -> row.geometry().getDimension() == 2)
                .toList();
    }

    private static Geometry gap(List<Row> rows, Coordinate place) {
        var point = new GeometryFactory().createPoint(place);
        List<Geometry> shapes = new ArrayList<>();
        for (Row row : rows) {
            if (row.geometry().covers(point)) {
                throw RefusedEditException.at(place, "edit.refused-no-gap");
            }
            shapes.add(row.geometry());
        }
        Geometry union = Coverage.dissolve(shapes).orElseGet(() -> Coverage.union(shapes, Progress.silent()));
        return HoleEdits.hole(union, place)
                .map(hole -> free(hole, rows))
                .orElseThrow(() -> RefusedEditException.at(place, "edit.refused-no-gap"));
    }

    /** The hole without what lies in it. */
    private static Geometry free(Geometry hole, List<Row> rows) {
        Geometry free = hole;
        for (Row row : rows) {
            free = Neighbours.without(free, row.geometry());
        }
        return Neighbours.areas(free);
    }
}
