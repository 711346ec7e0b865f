package riskmap.edit.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.Neighbours;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.shape.Cut;

/** Parts of multi-part features. */
public final class PartEdits {
    private PartEdits() {}

    /** Adds a drawn part. In an exclusive layer it is first cut back by the neighbours. */
    public static Changes add(Surroundings around, Row row, Geometry drawn) {
        Geometry fitting = NewShape.fitting(row, drawn);
        Draft draft = new Draft(around);
        Geometry part = around.isExclusive(row.layer()) ? Neighbours.cutBack(draft, row, fitting) : fitting;
        List<Geometry> parts = parts(row.geometry());
        parts.addAll(parts(part));
        return draft.change(row, collected(row, parts)).finish(Message.of("edit.step-add-part"));
    }

    /** Takes a part away; the last one cannot go. */
    public static Changes remove(Surroundings around, Row row, int part) {
        List<Geometry> parts = parts(row.geometry());
        if (parts.size() < 2) {
            throw RefusedEditException.at(row.geometry().getCoordinate(), "edit.refused-last-part");
        }
        parts.remove(part);
        return new Draft(around).change(row, collected(row, parts)).finish(Message.of("edit.step-remove-part"));
    }

    /** Every part a feature of its own with the same attributes; the largest stays the feature. */
    public static Changes explode(Surroundings around, List<Row> rows) {
        Draft draft = new Draft(around);
        int made = 0;
        for (Row row : rows) {
            List<Geometry> parts = parts(row.geometry());
            if (parts.size() > 1) {
                made += parts.size();
                Geometry largest = parts.get(0);
                for (Geometry part : parts) {
                    largest = Cut.size(part) > Cut.size(largest) ? part : largest;
                }
                draft.change(row, largest);
                for (Geometry part : parts) {
                    if (part != largest) {
                        draft.addLike(row, part);
                    }
                }
            }
        }
        if (made == 0) {
            throw RefusedEditException.at(null, "edit.refused-one-part");
        }
        return draft.finish(Message.of("edit.step-explode", made));
    }

    /** One multi-part feature of several, parts side by side as they are; the first stays. See also {@link MergeShapes}. */
    public static Changes combine(Surroundings around, List<Row> rows) {
        if (rows.size() < 2) {
            throw RefusedEditException.at(null, "edit.refused-merge-one");
        }
        Draft draft = new Draft(around);
        List<Geometry> parts = new ArrayList<>();
        rows.forEach(row -> parts.addAll(parts(row.geometry())));
        draft.change(rows.get(0), collected(rows.get(0), parts));
        rows.stream().skip(1).forEach(draft::remove);
        return draft.finish(Message.of("edit.step-combine", rows.size()));
    }

    private static Geometry collected(Row row, List<Geometry> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var factory = row.geometry().getFactory();
        return parts.get(0) instanceof Polygon
                ? factory.createMultiPolygon(parts.toArray(Polygon[]::new))
                : factory.buildGeometry(parts);
    }

    private static List<Geometry> parts(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(geometry.getGeometryN(i));
        }
        return parts;
    }
}
