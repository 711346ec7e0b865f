package riskmap.edit.shape;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.Neighbours;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.check.Dangles.Dangle;
import riskmap.geo.check.Duplicates;
import riskmap.geo.check.Spikes;
import riskmap.geo.overlay.Repair;
import riskmap.geo.shape.Paths;

/**
 * Safe fixes of what {@code riskmap.geo.check} finds. Each changes no more than the fault; whoever offers one runs the finder
 * again on the result.
 */
public final class Fixes {
    private Fixes() {}

    /** Gives a gap to the neighbour with the longest boundary along it. */
    public static Changes closeGap(Surroundings around, List<Row> beside, Geometry gap) {
        Row heir = Neighbours.longestBeside(beside, gap);
        if (heir == null) {
            throw RefusedEditException.at(gap.getInteriorPoint().getCoordinate(), "edit.refused-no-gap");
        }
        return new Draft(around)
                .change(heir, Neighbours.with(heir.geometry(), gap))
                .finish(Message.of("edit.step-fill-gap"));
    }

    /** Takes from one polygon what another covers too. */
    public static Changes trimOverlap(Surroundings around, Row trimmed, Row kept) {
        Geometry left = Neighbours.without(trimmed.geometry(), kept.geometry());
        if (left == trimmed.geometry()) {
            throw RefusedEditException.at(trimmed.geometry().getCoordinate(), "edit.refused-nothing-to-do");
        }
        return new Draft(around).change(trimmed, left).finish(Message.of("edit.step-trim-overlap"));
    }

    /** Leads a loose end to where it should end. */
    public static Changes snapDangle(Surroundings around, Row row, Dangle dangle) {
        Geometry snapped = Paths.map(row.geometry(), (path, part, ring) -> {
            if (part != dangle.end().part()) {
                return path;
            }
            Coordinate[] moved = path.clone();
            Coordinate end = path[dangle.end().index()].copy();
            end.x = dangle.target().x;
            end.y = dangle.target().y;
            moved[dangle.end().index()] = end;
            return moved;
        });
        return new Draft(around).change(row, snapped).finish(Message.of("edit.step-snap-end"));
    }

    /** Takes the spikes of a feature out. */
    public static Changes removeSpikes(Surroundings around, Row row, double maxDegrees, double maxWidth) {
        Geometry without = Spikes.removed(row.geometry(), maxDegrees, maxWidth);
        return replace(around, row, without, "edit.step-remove-spikes");
    }

    /** Takes the repeated vertices of a feature out. */
    public static Changes removeRepeatedVertices(Surroundings around, Row row, double tolerance) {
        return replace(around, row, Duplicates.withoutRepeated(row.geometry(), tolerance), "edit.step-remove-repeated");
    }

    /** Takes a feature away, such as the second of two same ones. */
    public static Changes removeFeatures(Surroundings around, List<Row> rows) {
        Draft draft = new Draft(around);
        rows.forEach(draft::remove);
        return draft.finish(Message.of("edit.step-remove", rows.size()));
    }

    /** Rebuilds an invalid geometry, keeping every vertex and all enclosed area. */
    public static Changes repair(Surroundings around, Row row) {
        Repair.Result repaired = Repair.apply(row.geometry());
        return replace(around, row, repaired.geometry(), "edit.step-repair");
    }

    /** Changes values of rows: column → value; for fills from neighbours and the like. */
    public static Changes setValues(Surroundings around, Row row, Map<String, Object> values) {
        return new Draft(around).change(row, values).finish(Message.of("edit.step-set-values", values.size()));
    }

    private static Changes replace(Surroundings around, Row row, Geometry geometry, String name) {
        if (geometry == null || geometry == row.geometry()) {
            throw RefusedEditException.at(row.geometry().getCoordinate(), "edit.refused-nothing-to-do");
        }
        return new Draft(around).change(row, geometry).finish(Message.of(name));
    }
}
