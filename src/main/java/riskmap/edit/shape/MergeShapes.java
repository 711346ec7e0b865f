package riskmap.edit.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.edit.topology.Draft;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.overlay.Coverage;

/** Features of one layer made one. */
public final class MergeShapes {
    private MergeShapes() {}

    /** What becomes of the values of a field. */
    public enum FieldMerge {
        /** That of the feature that stays. */
        KEEP,
        /** The sum over all; empty ones count nothing, and all empty stays empty. */
        SUM
    }

    /**
     * Merges features. Polygons with a common boundary become one part, lines that meet at their ends one line; what does
     * not touch becomes a further part, where the layer takes parts.
     *
     * @param kept the feature that stays, with key, uuid and attributes; one of the rows
     * @param fields what becomes of fields that are not simply kept
     */
    public static Changes merge(Surroundings around, List<Row> rows, Row kept, Map<String, FieldMerge> fields) {
        if (rows.size() < 2 || rows.stream().noneMatch(row -> row.is(kept))) {
            throw RefusedEditException.at(null, "edit.refused-merge-one");
        }
        Draft draft = new Draft(around);
        List<Row> ordered = new ArrayList<>(List.of(kept));
        rows.stream().filter(row -> !row.is(kept)).forEach(ordered::add);
        Map<String, Object> sums = new LinkedHashMap<>();
        fields.forEach((field, merge) -> {
            if (merge == FieldMerge.SUM) {
                sums.put(field, sum(field, ordered));
            }
        });
        draft.change(kept, union(ordered.stream().map(Row::geometry).toList()));
        draft.change(kept, sums);
        ordered.stream().skip(1).forEach(draft::remove);
        return draft.finish(Message.of("edit.step-merge", rows.size()));
    }

    private static Geometry union(List<Geometry> geometries) {
        Geometry first = geometries.get(0);
        return switch (first.getDimension()) {
            case 2 -> Coverage.dissolve(geometries).orElseGet(() -> Coverage.union(geometries, Progress.silent()));
            case 1 -> lines(geometries);
            default -> first.getFactory().buildGeometry(parts(geometries));
        };
    }

    /** Lines joined where two of them meet end to end; the direction is that of the first. */
    private static Geometry lines(List<Geometry> geometries) {
        LineMerger merger = new LineMerger();
        merger.add(geometries);
        List<Geometry> merged = new ArrayList<>();
        LineString first = (LineString) geometries.get(0).getGeometryN(0);
        for (Object line : merger.getMergedLineStrings()) {
            LineString joined = (LineString) line;
            merged.add(runsAgainst(joined, first) ? joined.reverse() : joined);
        }
        merged.sort(null);
        return first.getFactory().buildGeometry(merged);
    }

    private static boolean runsAgainst(LineString joined, LineString first) {
        for (int i = 0; i + 1 < joined.getNumPoints(); i++) {
            if (joined.getCoordinateN(i).equals2D(first.getCoordinateN(1))
                    && joined.getCoordinateN(i + 1).equals2D(first.getCoordinateN(0))) {
                return true;
            }
        }
        return false;
    }

    private static List<Geometry> parts(List<Geometry> geometries) {
        List<Geometry> parts = new ArrayList<>();
        for (Geometry geometry : geometries) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.add(geometry.getGeometryN(i));
            }
        }
        return parts;
    }

    private static Object sum(String field, List<Row> rows) {
        Object sum = null;
        for (Row row : rows) {
            Object value = row.values().get(field);
            if (value != null) {
                sum = sum == null ? value : added(field, sum, value);
            }
        }
        return sum;
    }

    private static Object added(String field, Object a, Object b) {
        try {
            if (a instanceof Integer one && b instanceof Integer other) {
                return Math.addExact(one, other);
            } else if (a instanceof Long one && b instanceof Long other) {
                return Math.addExact(one, other);
            } else if (a instanceof Number one && b instanceof Number other) {
                return one.doubleValue() + other.doubleValue();
            }
        } catch (ArithmeticException tooLarge) {
            throw RefusedEditException.at(null, "edit.refused-sum", field);
        }
        throw RefusedEditException.at(null, "edit.refused-sum", field);
    }
}
