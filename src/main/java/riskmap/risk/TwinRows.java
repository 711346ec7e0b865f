package riskmap.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;

/**
 * Rows that are an earlier row once more: the same shape, point by point, and the same values but for those that say who
 * entered a row and when. A town's file that was put in twice under other keys makes such rows, and each counts again.
 */
final class TwinRows {
    /** Who surveyed a row, when and by which key: two entries of one thing differ in these. */
    private static final Set<String> OF_THE_ENTRY =
            Set.of("uuid", "source", "surveyor", "surveyed_on", "remark", "run_id");

    private final LayerRows rows;
    private final double[] points;
    private final List<Integer> compared = new ArrayList<>();

    private TwinRows(LayerRows rows) {
        this.rows = rows;
        this.points = rows.points();
        List<AttributeDescriptor> attributes = rows.type().getAttributeDescriptors();
        for (int i = 0; i < attributes.size(); i++) {
            if (!(attributes.get(i) instanceof GeometryDescriptor)
                    && !OF_THE_ENTRY.contains(attributes.get(i).getLocalName())) {
                compared.add(i);
            }
        }
    }

    /** Tells of the rows of a layer that repeat another. */
    static void check(InputChecks checks, String kind) {
        LayerRows rows = checks.rows(kind);
        int[] twins = of(rows);
        if (twins.length > 0) {
            String[] names = rows.texts("name");
            List<String> called = Arrays.stream(twins)
                    .mapToObj(row -> called(rows, row, names[row]))
                    .toList();
            checks.warning(
                    kind,
                    Message.of(
                            "risk.check-twin-rows", InputChecks.called(kind), twins.length, InputChecks.some(called)));
        }
    }

    private static String called(LayerRows rows, int row, String name) {
        String id = rows.id(row);
        String called = rows.called(row, name);
        return called.equals(id) ? id : id + " " + called;
    }

    /** The rows that repeat an earlier one, ascending; rows without a shape repeat none. */
    static int[] of(LayerRows rows) {
        return new TwinRows(rows).find();
    }

    private int[] find() {
        long[] order = new long[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (hasShape(row)) {
                order[count++] = (long) place(row) << 32 | row;
            }
        }
        Arrays.sort(order, 0, count);
        List<Integer> twins = new ArrayList<>();
        for (int from = 0, to; from < count; from = to) {
            to = from + 1;
            while (to < count && order[to] >> 32 == order[from] >> 32) {
                to++;
            }
            if (to - from > 1) {
                Set<List<Object>> seen = new HashSet<>();
                for (int i = from; i < to; i++) {
                    if (!seen.add(all((int) order[i]))) {
                        twins.add((int) order[i]);
                    }
                }
            }
        }
        return twins.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private boolean hasShape(int row) {
        if (points != null) {
            return !Double.isNaN(points[2 * row]);
        }
        Geometry shape = rows.geometry(row);
        return shape != null && !shape.isEmpty();
    }

    private int place(int row) {
        if (points != null) {
            return 31 * Double.hashCode(points[2 * row]) + Double.hashCode(points[2 * row + 1]);
        }
        Envelope extent = rows.geometry(row).getEnvelopeInternal();
        return 31 * extent.hashCode() + rows.geometry(row).getNumPoints();
    }

    /** The shape, which is equal to another point by point, and the values. */
    private List<Object> all(int row) {
        List<Object> all = new ArrayList<>();
        if (points == null) {
            all.add(rows.geometry(row));
        } else {
            all.add(points[2 * row]);
            all.add(points[2 * row + 1]);
        }
        compared.forEach(attribute -> all.add(rows.value(row, attribute)));
        return all;
    }
}
