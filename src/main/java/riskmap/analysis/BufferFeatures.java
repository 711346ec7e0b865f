package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Coverage;
import riskmap.geo.Overlay;
import riskmap.geo.Parallel;

/**
 * The area within a distance of each feature, or of all together: a fixed distance or that of a field, in one ring or
 * several of equal width or of the distances named, on both sides of lines or one. Circles have so many segments per quarter: with 8 the area is
 * less than 2 % too small. A negative distance shrinks areas. Ends of lines are round, flat or square, corners round,
 * mitred or bevelled.
 *
 * <p>Rings do not overlap: the second is what lies within twice the distance and not within the distance.
 */
final class BufferFeatures implements Operation {
    private static final String OWNER = "analysis.buffer";
    /**
     * How far the line may be straightened before it is offset, as a share of the distance. The usual 0.01 makes buffers of
     * winding lines up to 0.05 % too large.
     */
    private static final double SIMPLIFY = 0.001;

    @Override
    public String id() {
        return "buffer";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "distance", "m", 100, -1e6, 1e6),
                Parameter.of(OWNER, "distance-field", Parameter.Type.FIELD, null)
                        .asOptional(),
                Parameter.integer(OWNER, "rings", "", 1, 1, 50),
                Parameter.of(OWNER, "distances", Parameter.Type.NUMBERS, null).asOptional(),
                Parameter.choice(OWNER, "side", "both", "both", "left", "right"),
                Parameter.integer(OWNER, "segments", "", 8, 1, 100),
                Parameter.choice(OWNER, "end", "round", "round", "flat", "square"),
                Parameter.choice(OWNER, "join", "round", "round", "mitre", "bevel"),
                Parameter.number(OWNER, "mitre-limit", "", 2, 1, 100),
                Parameter.choice(OWNER, "unit", "metres", "metres", "layer"),
                Parameter.of(OWNER, "dissolve", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        if (values.text("unit").equals("metres")) {
            MetresNeeded.require(rows);
        }
        double[][] reaches = reaches(rows, values);
        int rings = reaches.length;
        // ring i in places i·rows … of one array: discs first, so that rings are cut from neighbours
        List<Geometry[]> discs = new ArrayList<>();
        for (int ring = 1; ring <= rings; ring++) {
            discs.add(discs(
                    rows,
                    reaches[ring - 1],
                    values,
                    progress.part(0.2 + 0.4 * (ring - 1) / rings, 0.2 + 0.4 * ring / rings)));
        }
        OutputRows output = new OutputRows("buffer", MultiPolygon.class, rows.crs());
        if (values.flag("dissolve")) {
            dissolved(output, discs, progress.part(0.6, 1));
        } else {
            each(output, rows, discs, reaches);
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        long without = java.util.stream.IntStream.range(0, rows.size())
                .filter(row -> rows.geometry(row) != null && Double.isNaN(reaches[0][row]))
                .count();
        if (without > 0) {
            notes.add(Message.of("analysis.note-no-distance", without));
        }
        return new Output.Features(output.features(), notes);
    }

    /** How far each ring reaches from each feature: ring by ring, the widths of several or the distances named. */
    private static double[][] reaches(LayerRows rows, ParameterValues values) {
        if (values.has("distances")) {
            double[] named = Arrays.stream(values.numbers("distances"))
                    .sorted()
                    .distinct()
                    .toArray();
            double[][] reaches = new double[named.length][rows.size()];
            for (int ring = 0; ring < named.length; ring++) {
                Arrays.fill(reaches[ring], named[ring]);
            }
            return reaches;
        }
        double[] distances = distances(rows, values);
        double[][] reaches = new double[(int) values.integer("rings")][];
        for (int ring = 0; ring < reaches.length; ring++) {
            int times = ring + 1;
            reaches[ring] =
                    Arrays.stream(distances).map(distance -> times * distance).toArray();
        }
        return reaches;
    }

    private static double[] distances(LayerRows rows, ParameterValues values) {
        if (values.has("distance-field")) {
            rows.attribute(values.text("distance-field"));
            return rows.numbers(values.text("distance-field"));
        }
        double[] distances = new double[rows.size()];
        Arrays.fill(distances, values.number("distance"));
        return distances;
    }

    private static Geometry[] discs(LayerRows rows, double[] reach, ParameterValues values, Progress progress) {
        BufferParameters form = form(values);
        int sign = values.text("side").equals("right") ? -1 : 1;
        Geometry[] discs = new Geometry[rows.size()];
        Parallel.items(discs.length, 128, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry geometry = rows.geometry(row);
                if (geometry != null && !Double.isNaN(reach[row])) {
                    Geometry disc = BufferOp.bufferOp(geometry, sign * reach[row], form);
                    discs[row] = disc.isEmpty() ? null : disc;
                }
            }
        });
        return discs;
    }

    private static BufferParameters form(ParameterValues values) {
        int end =
                switch (values.text("end")) {
                    case "flat" -> BufferParameters.CAP_FLAT;
                    case "square" -> BufferParameters.CAP_SQUARE;
                    default -> BufferParameters.CAP_ROUND;
                };
        int join =
                switch (values.text("join")) {
                    case "mitre" -> BufferParameters.JOIN_MITRE;
                    case "bevel" -> BufferParameters.JOIN_BEVEL;
                    default -> BufferParameters.JOIN_ROUND;
                };
        BufferParameters form =
                new BufferParameters((int) values.integer("segments"), end, join, values.number("mitre-limit"));
        form.setSimplifyFactor(SIMPLIFY);
        form.setSingleSided(!values.text("side").equals("both"));
        return form;
    }

    private static void dissolved(OutputRows output, List<Geometry[]> discs, Progress progress) {
        boolean several = discs.size() > 1;
        if (several) {
            output.attribute("ring", Long.class);
        }
        Geometry inner = null;
        for (int ring = 0; ring < discs.size(); ring++) {
            List<Geometry> all =
                    Stream.of(discs.get(ring)).filter(Objects::nonNull).toList();
            if (!all.isEmpty()) {
                Geometry union =
                        Coverage.union(all, progress.part((double) ring / discs.size(), (ring + 1.0) / discs.size()));
                Geometry area = inner == null ? union : Overlay.difference(union, inner);
                if (!area.isEmpty()) {
                    output.add(OutputRows.join(
                            OutputRows.asMulti(area), several ? new Object[] {ring + 1L} : new Object[0]));
                }
                inner = union;
            }
        }
    }

    private static void each(OutputRows output, LayerRows rows, List<Geometry[]> discs, double[][] reaches) {
        int[] taken = output.take(rows.type());
        boolean several = discs.size() > 1;
        if (several) {
            output.attribute("ring", Long.class);
            output.attribute("distance", Double.class);
        }
        for (int row = 0; row < rows.size(); row++) {
            Object[] own = OutputRows.values(rows, row, taken);
            if (several && rows.geometry(row) == null) {
                output.add(OutputRows.join(null, own, new Object[2]));
                continue;
            }
            Geometry inner = null;
            for (int ring = 0; ring < discs.size(); ring++) {
                Geometry disc = discs.get(ring)[row];
                Geometry area = disc == null || inner == null ? disc : Overlay.difference(disc, inner);
                Geometry shape = area == null || area.isEmpty() ? null : OutputRows.asMulti(area);
                Double distance = Double.isNaN(reaches[ring][row]) ? null : Double.valueOf(reaches[ring][row]);
                Object[] which = several ? new Object[] {ring + 1L, distance} : new Object[0];
                output.add(OutputRows.join(shape, own, which));
                inner = disc;
            }
        }
    }
}
