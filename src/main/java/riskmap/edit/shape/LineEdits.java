package riskmap.edit.shape;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.shape.LineEnds;

/** Edits of lines, and offsets. */
public final class LineEdits {
    /** Corners of an offset are pointed up to so many times the distance, then cut off. */
    private static final double MITRE_LIMIT = 5;

    private LineEdits() {}

    /** Turns the direction of lines around. */
    public static Changes reverse(Surroundings around, List<Row> rows) {
        Draft draft = new Draft(around);
        rows.forEach(row -> {
            lineal(row);
            draft.change(row, row.geometry().reverse());
        });
        return draft.finish(Message.of("edit.step-reverse", rows.size()));
    }

    /** Leads a line on straight from its end nearest to a place until it meets the target. */
    public static Changes extend(Surroundings around, Row row, Coordinate nearEnd, Geometry target) {
        lineal(row);
        int part = nearestPart(row.geometry(), nearEnd);
        LineString line = (LineString) row.geometry().getGeometryN(part);
        boolean atStart = nearEnd.distance(line.getCoordinateN(0))
                < nearEnd.distance(line.getCoordinateN(line.getNumPoints() - 1));
        Optional<LineString> extended = LineEnds.extended(line, atStart, target);
        if (extended.isEmpty()) {
            throw RefusedEditException.at(nearEnd, "edit.refused-extend");
        }
        return new Draft(around)
                .change(row, withPart(row.geometry(), part, List.of(extended.get())))
                .finish(Message.of("edit.step-extend"));
    }

    /** Cuts off the piece of a line around a place, up to where it crosses the cutter. */
    public static Changes trim(Surroundings around, Row row, Coordinate place, LineString cutter) {
        lineal(row);
        int part = nearestPart(row.geometry(), place);
        List<LineString> kept = LineEnds.trimmed((LineString) row.geometry().getGeometryN(part), place, cutter);
        if (kept.isEmpty()) {
            throw RefusedEditException.at(place, "edit.refused-split");
        }
        return new Draft(around)
                .change(row, withPart(row.geometry(), part, kept))
                .finish(Message.of("edit.step-trim"));
    }

    /**
     * The geometry at a distance beside a feature: a line to the left (negative: to the right) of a line, a larger (smaller)
     * outline of a polygon.
     *
     * @param copy whether a new feature is made; otherwise the feature itself is changed
     */
    public static Changes offset(Surroundings around, Row row, double distance, boolean copy) {
        BufferParameters corners = new BufferParameters();
        corners.setJoinStyle(BufferParameters.JOIN_MITRE);
        corners.setMitreLimit(MITRE_LIMIT);
        Geometry geometry = row.geometry();
        Geometry offset = geometry.getDimension() == 2
                ? BufferOp.bufferOp(geometry, distance, corners)
                : OffsetCurve.getCurve(
                        geometry,
                        distance,
                        BufferParameters.DEFAULT_QUADRANT_SEGMENTS,
                        BufferParameters.JOIN_MITRE,
                        MITRE_LIMIT);
        if (offset.isEmpty() || geometry.getDimension() == 0) {
            throw RefusedEditException.at(geometry.getCoordinate(), "edit.refused-offset");
        }
        Draft draft = new Draft(around);
        if (copy) {
            draft.addLike(row, offset);
        } else {
            draft.change(row, offset);
        }
        return draft.finish(Message.of("edit.step-offset"));
    }

    private static void lineal(Row row) {
        if (!(row.geometry() instanceof Lineal)) {
            throw RefusedEditException.at(row.geometry().getCoordinate(), "edit.refused-not-line");
        }
    }

    private static int nearestPart(Geometry geometry, Coordinate place) {
        var point = geometry.getFactory().createPoint(place);
        int best = 0;
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i).distance(point)
                    < geometry.getGeometryN(best).distance(point)) {
                best = i;
            }
        }
        return best;
    }

    private static Geometry withPart(Geometry geometry, int part, List<LineString> instead) {
        List<LineString> parts = new java.util.ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (i == part) {
                parts.addAll(instead);
            } else {
                parts.add((LineString) geometry.getGeometryN(i));
            }
        }
        return geometry.getFactory().buildGeometry(parts);
    }
}
