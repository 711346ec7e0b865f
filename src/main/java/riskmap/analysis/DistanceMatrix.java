package riskmap.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.NearestFeatures.Neighbour;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * How far features of one layer are from those of another, or from each other: a row for each pair, a table of all with a
 * column for each, or mean, standard deviation (of the population), least and greatest for each feature. Distances are
 * those of the shapes in the plane, in metres or units of the coordinates; of a layer to itself no feature is measured to
 * itself, and in the table that cell is 0. The fields are called as QGIS calls them.
 */
final class DistanceMatrix implements Operation {
    private static final String OWNER = "analysis.distance-matrix";
    /** So many columns at most: what a table can hold and a person can look at. */
    private static final int MOST = 1000;

    /** So many distances at most are kept at a time: 1 GB. */
    private static final long MOST_PAIRS = 20_000_000;

    @Override
    public String id() {
        return "distance-matrix";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "others", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "name", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "other-name", Parameter.Type.FIELD, null).asOptional(),
                Parameter.choice(OWNER, "form", "pairs", "pairs", "table", "summary"),
                Parameter.integer(OWNER, "nearest", "", 0, 0, 1_000_000),
                Parameter.choice(OWNER, "unit", "metres", "metres", "layer"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public String inputOfFields(String parameter) {
        return parameter.equals("other-name") ? "others" : parameter.equals("name") ? "features" : "";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        DistanceInputs layers = DistanceInputs.read(inputs, "others", values, progress.part(0, 0.2));
        LayerRows features = layers.features();
        LayerRows others = layers.others();
        boolean same = layers.same();
        int[] shaped = IntStream.range(0, others.size())
                .filter(row -> others.geometry(row) != null)
                .toArray();
        int wanted = (int) values.integer("nearest");
        long pairs = (long) features.size() * shaped.length;
        if (wanted == 0 && pairs > MOST_PAIRS) {
            throw RiskMapException.of("analysis.matrix-too-many", pairs, MOST_PAIRS);
        }
        List<List<Neighbour>> far =
                wanted > 0 ? nearest(features, others, wanted, same, progress.part(0.2, 0.9)) : new ArrayList<>();
        for (int row = 0; wanted == 0 && row < features.size(); row++) {
            progress.check();
            progress.report(0.2 + 0.7 * row / features.size());
            far.add(distances(features.geometry(row), row, others, shaped, same));
        }
        Named names = new Named(
                features,
                others,
                values.has("name") ? features.attribute(values.text("name")) : -1,
                values.has("other-name") ? others.attribute(values.text("other-name")) : -1);
        OutputRows output =
                switch (values.text("form")) {
                    case "table" -> table(names, far, shaped);
                    case "summary" -> summary(names, far);
                    default -> pairs(names, far);
                };
        List<Message> notes = new ArrayList<>(features.notes("features"));
        if (same) {
            notes.add(Message.of("analysis.note-not-itself"));
        } else {
            notes.addAll(others.notes("others"));
        }
        notes.add(layers.unitNote());
        return new Output.Features(output.features(), notes);
    }

    /** The nearest of each, without measuring what surely lies farther. */
    private static List<List<Neighbour>> nearest(
            LayerRows features, LayerRows others, int wanted, boolean same, Progress progress) {
        int there = others.size() - others.withoutGeometry();
        int most = Math.min(wanted, same ? there - 1 : there);
        return most < 1
                ? Collections.nCopies(features.size(), List.of())
                : new NearestFeatures(others, Double.POSITIVE_INFINITY, most, false).around(features, same, progress);
    }

    /** All, the nearer first, of equally far ones the first. */
    private static List<Neighbour> distances(Geometry shape, int row, LayerRows others, int[] shaped, boolean same) {
        List<Neighbour> far = new ArrayList<>();
        for (int other : shaped) {
            if (shape != null && !(same && other == row)) {
                far.add(new Neighbour(other, shape.distance(others.geometry(other))));
            }
        }
        Collections.sort(far);
        return far;
    }

    /** What the features of both layers are called: by a field, or by their ids. */
    private record Named(LayerRows features, LayerRows others, int name, int otherName) {
        Class<?> type(boolean other) {
            int at = other ? otherName : name;
            LayerRows rows = other ? others : features;
            return at < 0
                    ? String.class
                    : rows.type().getDescriptor(at).getType().getBinding();
        }

        Object of(int row) {
            return name < 0 ? features.id(row) : features.value(row, name);
        }

        Object ofOther(int row) {
            return otherName < 0 ? others.id(row) : others.value(row, otherName);
        }
    }

    private static OutputRows pairs(Named names, List<List<Neighbour>> far) {
        LayerRows features = names.features();
        boolean points = OutputRows.geometryType(features.type()) == Point.class
                && OutputRows.geometryType(names.others().type()) == Point.class;
        OutputRows output = new OutputRows("distances", points ? MultiPoint.class : Geometry.class, features.crs());
        output.attribute("InputID", names.type(false));
        output.attribute("TargetID", names.type(true));
        output.attribute("Distance", Double.class);
        for (int row = 0; row < far.size(); row++) {
            for (Neighbour one : far.get(row)) {
                Geometry shape = features.geometry(row);
                Geometry other = names.others().geometry(one.row());
                Geometry both = shape instanceof Point from && other instanceof Point to
                        ? shape.getFactory().createMultiPoint(new Point[] {from, to})
                        : shape.getFactory().createGeometryCollection(new Geometry[] {shape, other});
                output.add(
                        OutputRows.join(both, new Object[] {names.of(row), names.ofOther(one.row()), one.distance()}));
            }
        }
        return output;
    }

    private static OutputRows table(Named names, List<List<Neighbour>> far, int[] shaped) {
        if (shaped.length > MOST) {
            throw RiskMapException.of("analysis.matrix-too-wide", shaped.length, MOST);
        }
        LayerRows features = names.features();
        OutputRows output = new OutputRows("distances", OutputRows.geometryType(features.type()), features.crs());
        output.attribute("ID", names.type(false));
        for (int other : shaped) {
            output.attribute(String.valueOf(names.ofOther(other)), Double.class);
        }
        for (int row = 0; row < far.size(); row++) {
            Double[] cells = new Double[names.others().size()];
            for (Neighbour one : far.get(row)) {
                cells[one.row()] = one.distance();
            }
            boolean known = features.geometry(row) != null;
            int own = row;
            Object[] line = IntStream.of(shaped)
                    .mapToObj(other -> cells[other] == null && known && other == own && isSelf(far, own)
                            ? (Object) 0.0
                            : cells[other])
                    .toArray();
            output.add(OutputRows.join(features.geometry(row), new Object[] {names.of(row)}, line));
        }
        return output;
    }

    /** Whether a feature was left out of its own distances. */
    private static boolean isSelf(List<List<Neighbour>> far, int row) {
        return far.get(row).stream().noneMatch(one -> one.row() == row);
    }

    private static double sum(double[] all) {
        ExactSum sum = new ExactSum();
        for (double one : all) {
            sum.add(one);
        }
        return sum.value();
    }

    private static OutputRows summary(Named names, List<List<Neighbour>> far) {
        LayerRows features = names.features();
        OutputRows output = new OutputRows("distances", OutputRows.geometryType(features.type()), features.crs());
        output.attribute("InputID", names.type(false));
        for (String field : List.of("MEAN", "STDDEV", "MIN", "MAX")) {
            output.attribute(field, Double.class);
        }
        for (int row = 0; row < far.size(); row++) {
            double[] all =
                    far.get(row).stream().mapToDouble(Neighbour::distance).toArray();
            Object[] measured = new Object[4];
            if (all.length > 0) {
                double mean = sum(all) / all.length;
                double[] squares = java.util.Arrays.stream(all)
                        .map(d -> (d - mean) * (d - mean))
                        .toArray();
                measured = new Object[] {mean, Math.sqrt(sum(squares) / all.length), all[0], all[all.length - 1]};
            }
            output.add(OutputRows.join(features.geometry(row), new Object[] {names.of(row)}, measured));
        }
        return output;
    }
}
