package riskmap.analysis.relate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Features put into groups by where they lie, by their centroids in the plane of the coordinates; every feature gets the
 * number of its group and how many are in it, and none where it belongs to none or has no shape. Made as PostGIS and QGIS
 * make them, so that the numbers of the groups are theirs and do not depend on chance.
 *
 * <p>k-means: as many groups as asked for; begun with the two features furthest apart and then each time with the one
 * furthest from all before, and moved until nothing changes its group (Lloyd). DBSCAN (Ester et al. 1996): where so many
 * features lie within a distance of one, itself included, it and they are one group; with {@code core-only} (DBSCAN*)
 * those at the edge belong to none; with a field of times only what also happened within so long of it counts as near
 * (ST-DBSCAN, Birant and Kut 2007).
 */
public final class Clusters implements Operation {
    /** Rounds after which k-means gives up: it settles in a few dozens. */
    private static final int ROUNDS = 1000;

    private final boolean byNumber;
    private final String owner;

    private Clusters(boolean byNumber) {
        this.byNumber = byNumber;
        this.owner = "analysis." + (byNumber ? "k-means" : "dbscan");
    }

    /** So many groups. */
    public static Operation kMeans() {
        return new Clusters(true);
    }

    /** As many groups as lie close together. */
    public static Operation dbscan() {
        return new Clusters(false);
    }

    @Override
    public String id() {
        return owner.substring(owner.indexOf('.') + 1);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(Parameter.of(owner, "features", Parameter.Type.FEATURES, null)));
        if (byNumber) {
            all.add(Parameter.integer(owner, "groups", "", 5, 1, 10_000));
        } else {
            all.add(Parameter.integer(owner, "least", "", 5, 1, 1_000_000));
            all.add(Parameter.number(owner, "within", Parameter.COORDINATE_UNIT, 100, 0, 1e8));
            all.add(Parameter.of(owner, "core-only", Parameter.Type.BOOLEAN, "false"));
            all.addAll(Moments.parameters(owner));
        }
        all.add(Parameter.of(owner, "field", Parameter.Type.TEXT, "CLUSTER_ID"));
        all.add(Parameter.of(owner, "size-field", Parameter.Type.TEXT, "CLUSTER_SIZE"));
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        Moments moments = byNumber ? Moments.ANY : Moments.read(rows, values);
        int[] shaped = IntStream.range(0, rows.size())
                .filter(row -> rows.geometry(row) != null && moments.has(row))
                .toArray();
        Coordinate[] places = Arrays.stream(shaped)
                .mapToObj(row -> rows.geometry(row).getCentroid().getCoordinate())
                .toArray(Coordinate[]::new);
        int[] groups = byNumber
                ? kMeans(places, (int) values.integer("groups"), progress)
                : dbscan(places, moments.of(shaped), values, progress);
        Integer[] group = new Integer[rows.size()];
        long[] sizes = new long[places.length + 2];
        for (int i = 0; i < shaped.length; i++) {
            if (groups[i] >= 0) {
                group[shaped[i]] = groups[i];
                sizes[groups[i]]++;
            }
        }
        OutputRows output = new OutputRows("clusters", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute(values.text("field"), Long.class);
        output.attribute(values.text("size-field"), Long.class);
        for (int row = 0; row < rows.size(); row++) {
            Object[] found = group[row] == null ? new Object[2] : new Object[] {(long) group[row], sizes[group[row]]};
            output.add(OutputRows.join(rows.geometry(row), OutputRows.values(rows, row, taken), found));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        long alone = Arrays.stream(groups).filter(one -> one < 0).count();
        long made = Arrays.stream(sizes).filter(size -> size > 0).count();
        notes.addAll(moments.notes(rows));
        notes.add(Message.of("analysis.note-clusters", made, places.length - alone, alone));
        return new Output.Features(output.features(), notes);
    }

    private static double square(Coordinate one, Coordinate other) {
        double x = one.x - other.x;
        double y = one.y - other.y;
        return x * x + y * y;
    }

    private static int[] kMeans(Coordinate[] places, int wanted, Progress progress) {
        int[] groups = new int[places.length];
        int count = Math.min(wanted, places.length);
        if (count < 2) {
            return groups;
        }
        Coordinate[] centres = start(places, count);
        Arrays.fill(groups, -1);
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            progress.check();
            moved = false;
            for (int i = 0; i < places.length; i++) {
                int nearest = 0;
                for (int k = 1; k < count; k++) {
                    if (square(places[i], centres[k]) < square(places[i], centres[nearest])) {
                        nearest = k;
                    }
                }
                moved |= groups[i] != nearest;
                groups[i] = nearest;
            }
            centres = means(places, groups, centres);
        }
        return groups;
    }

    /** The means of the groups; one without features stays where it was. */
    private static Coordinate[] means(Coordinate[] places, int[] groups, Coordinate[] before) {
        double[][] sums = new double[before.length][3];
        for (int i = 0; i < places.length; i++) {
            double[] sum = sums[groups[i]];
            sum[0] += places[i].x;
            sum[1] += places[i].y;
            sum[2]++;
        }
        return IntStream.range(0, before.length)
                .mapToObj(k ->
                        sums[k][2] == 0 ? before[k] : new Coordinate(sums[k][0] / sums[k][2], sums[k][1] / sums[k][2]))
                .toArray(Coordinate[]::new);
    }

    private static Coordinate[] start(Coordinate[] places, int count) {
        int first = 0;
        int second = 0;
        double furthest = -1;
        for (int i = 1; i < places.length; i++) {
            double fromFirst = square(places[i], places[first]);
            double fromSecond = square(places[i], places[second]);
            if (fromFirst > furthest || fromSecond > furthest) {
                furthest = Math.max(fromFirst, fromSecond);
                if (fromFirst > fromSecond) {
                    second = i;
                } else {
                    first = i;
                }
            }
        }
        List<Coordinate> centres = new ArrayList<>(List.of(places[first].copy(), places[second].copy()));
        boolean[] used = new boolean[places.length];
        used[first] = true;
        used[second] = true;
        double[] near = new double[places.length];
        Arrays.setAll(near, i -> square(places[i], centres.get(0)));
        while (centres.size() < count) {
            Coordinate last = centres.get(centres.size() - 1);
            int far = -1;
            for (int i = 0; i < places.length; i++) {
                near[i] = Math.min(near[i], square(places[i], last));
                far = !used[i] && (far < 0 || near[i] > near[far]) ? i : far;
            }
            used[far < 0 ? 0 : far] = true;
            centres.add(places[far < 0 ? 0 : far].copy());
        }
        return centres.toArray(Coordinate[]::new);
    }

    private static int[] dbscan(Coordinate[] places, Moments moments, ParameterValues values, Progress progress) {
        double within = values.number("within");
        long least = values.integer("least");
        boolean coreOnly = values.flag("core-only");
        HPRtree tree = new HPRtree();
        for (int i = 0; i < places.length; i++) {
            tree.insert(new Envelope(places[i]), i);
        }
        int[] groups = new int[places.length];
        Arrays.fill(groups, -1);
        boolean[] seen = new boolean[places.length];
        int next = 1;
        for (int i = 0; i < places.length; i++) {
            progress.check();
            if (seen[i] || groups[i] >= 0) {
                continue;
            }
            int[] around = around(places, moments, i, within, tree);
            if (around.length < least) {
                continue;
            }
            seen[i] = true;
            groups[i] = next;
            Deque<Integer> open = new ArrayDeque<>();
            Arrays.stream(around).forEach(open::add);
            while (!open.isEmpty()) {
                int one = open.poll();
                if (seen[one]) {
                    continue;
                }
                int[] more = around(places, moments, one, within, tree);
                boolean core = more.length >= least;
                if (core) {
                    seen[one] = true;
                    Arrays.stream(more).filter(j -> !seen[j]).forEach(open::add);
                }
                if (groups[one] < 0 && (core || !coreOnly)) {
                    groups[one] = next;
                }
            }
            next++;
        }
        return groups;
    }

    private static int[] around(Coordinate[] places, Moments moments, int of, double within, HPRtree tree) {
        Envelope box = new Envelope(places[of]);
        box.expandBy(within);
        List<Integer> found = new ArrayList<>();
        tree.query(box, item -> {
            if (places[(Integer) item].distance(places[of]) <= within && moments.isNear((Integer) item, of)) {
                found.add((Integer) item);
            }
        });
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
