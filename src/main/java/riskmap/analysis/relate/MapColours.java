package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.quadtree.Quadtree;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A number of a colour for each area such that no two that meet have the same: the towns of a map told apart with few
 * colours. Those with the most neighbours choose first, each among the colours no neighbour has: the one used least, the
 * one with the least area, or the one whose nearest area is furthest. Where a colour is missing, one more is taken and all
 * begin anew.
 *
 * <p><b>Source:</b> greedy colouring by falling degree, D. Welsh and M. Powell, The Computer Journal 10 (1967).
 */
public final class MapColours implements Operation {
    private static final String OWNER = "analysis.map-colours";

    @Override
    public String id() {
        return "map-colours";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.integer(OWNER, "least", "", 4, 1, 1000),
                Parameter.number(OWNER, "apart", Parameter.COORDINATE_UNIT, 0, 0, 1e7),
                Parameter.choice(OWNER, "balance", "count", "count", "area", "distance"),
                Parameter.of(OWNER, "field", Parameter.Type.TEXT, "color_id"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        Map<Integer, Set<Integer>> neighbours = neighbours(rows, values.number("apart"), progress.part(0.3, 0.8));
        List<Integer> order = new ArrayList<>(neighbours.keySet());
        // one alone counts like one with a single neighbour
        order.sort(
                Comparator.comparingInt(row -> -Math.max(1, neighbours.get(row).size())));
        int count = (int) values.integer("least");
        int[] colours = null;
        while (colours == null) {
            progress.check();
            colours = colours(rows, neighbours, order, count++, values.text("balance"));
        }
        OutputRows output = new OutputRows("coloured", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute(values.text("field"), Long.class);
        for (int row = 0; row < rows.size(); row++) {
            output.add(OutputRows.join(rows.geometry(row), OutputRows.values(rows, row, taken), new Object[] {
                colours[row] == 0 ? null : (long) colours[row]
            }));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(
                Message.of("analysis.note-colours", Arrays.stream(colours).max().orElse(0)));
        return new Output.Features(output.features(), notes);
    }

    /** The areas that meet each, in the order in which areas first meet one; then those that meet none. */
    private static Map<Integer, Set<Integer>> neighbours(LayerRows rows, double apart, Progress progress) {
        Map<Integer, Set<Integer>> neighbours = new LinkedHashMap<>();
        Quadtree tree = new Quadtree();
        for (int row = 0; row < rows.size(); row++) {
            progress.check();
            progress.report((double) row / rows.size());
            Geometry shape = rows.geometry(row);
            if (shape == null) {
                continue;
            }
            Geometry wide = apart > 0 ? shape.buffer(apart, 5) : shape;
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(wide);
            Envelope box = wide.getEnvelopeInternal();
            List<Integer> around = new ArrayList<>();
            tree.query(box, item -> around.add((Integer) item));
            Collections.sort(around);
            for (int other : around) {
                if (rows.geometry(other).getEnvelopeInternal().intersects(box)
                        && prepared.intersects(rows.geometry(other))) {
                    neighbours
                            .computeIfAbsent(row, none -> new LinkedHashSet<>())
                            .add(other);
                    neighbours
                            .computeIfAbsent(other, none -> new LinkedHashSet<>())
                            .add(row);
                }
            }
            tree.insert(shape.getEnvelopeInternal(), row);
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                neighbours.putIfAbsent(row, Set.of());
            }
        }
        return neighbours;
    }

    /** The colours from 1, 0 for what has no shape; null where so many are not enough. */
    private static int[] colours(
            LayerRows rows, Map<Integer, Set<Integer>> neighbours, List<Integer> order, int count, String balance) {
        int[] colours = new int[rows.size()];
        double[] used = new double[count + 1];
        List<Integer> done = new ArrayList<>();
        for (int row : order) {
            boolean[] taken = new boolean[count + 1];
            neighbours.get(row).forEach(other -> taken[colours[other]] = true);
            double[] worth = balance.equals("distance") ? nearness(rows, row, colours, done, count) : used;
            int best = IntStream.rangeClosed(1, count)
                    .filter(colour -> !taken[colour])
                    .boxed()
                    .min(Comparator.comparingDouble(colour -> worth[colour]))
                    .orElse(0);
            if (best == 0) {
                return null;
            }
            colours[row] = best;
            used[best] += balance.equals("area") ? rows.geometry(row).getArea() : 1;
            done.add(row);
        }
        return colours;
    }

    /** For each colour how near the nearest area of it is: the less, the further. */
    private static double[] nearness(LayerRows rows, int row, int[] colours, List<Integer> done, int count) {
        double[] nearness = new double[count + 1];
        Arrays.fill(nearness, Double.NEGATIVE_INFINITY);
        Point middle = rows.geometry(row).getCentroid();
        for (int other : done) {
            double distance = middle.distance(rows.geometry(other).getCentroid());
            nearness[colours[other]] = Math.max(nearness[colours[other]], -distance);
        }
        return nearness;
    }
}
