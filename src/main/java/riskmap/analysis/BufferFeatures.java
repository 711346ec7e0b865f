package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;

/**
 * The area within a distance of each feature, or of all together: a fixed distance or that of a field, in one ring or
 * several of equal width or of the distances named, on both sides of lines or one. Circles have so many segments per quarter: with 8 the area is
 * less than 2 % too small. A negative distance shrinks areas. Ends of lines are round, flat or square, corners round,
 * mitred or bevelled.
 *
 * <p>Rings do not overlap: the second is what lies within twice the distance and not within the distance. A negative
 * distance makes rings inwards, from the edge of the area; what is left inside them is ring 0, at distance 0.
 */
final class BufferFeatures implements Operation {
    private static final String OWNER = "analysis.buffer";
    private static final String RING = "ringId";
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
                Parameter.of(OWNER, "dissolve", Parameter.Type.BOOLEAN, "false"),
                Parameter.choice(OWNER, "others", "none", "none", "first"),
                Parameter.choice(OWNER, "parts", OutputRows.TOGETHER, OutputRows.TOGETHER, OutputRows.APART));
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("distance-field");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows given = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        if (values.text("unit").equals("metres")) {
            MetresNeeded.require(given);
        }
        // the lobes of an area that crosses itself would count against each other
        LayerRows rows = given.validAreas(progress.part(0.2, 0.25));
        double[][] reaches = reaches(rows, values);
        int rings = reaches.length;
        // ring i in places i·rows … of one array: discs first, so that rings are cut from neighbours
        List<Geometry[]> discs = new ArrayList<>();
        for (int ring = 1; ring <= rings; ring++) {
            discs.add(discs(
                    rows,
                    reaches[ring - 1],
                    values,
                    progress.part(0.25 + 0.35 * (ring - 1) / rings, 0.25 + 0.35 * ring / rings)));
        }
        OutputRows output = new OutputRows("buffer", MultiPolygon.class, rows.crs()).parts(values.text("parts"));
        if (values.flag("dissolve")) {
            boolean first = values.text("others").equals("first") && rows.size() > 0;
            Object[] own = first ? OutputRows.values(rows, 0, output.take(rows.type())) : new Object[0];
            Geometry[] shrinking = shrinking(rows, discs.get(0), reaches, sign(values));
            dissolved(output, own, shrinking, discs, progress.part(0.6, 1));
        } else {
            each(output, rows, discs, reaches, sign(values));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        long without = IntStream.range(0, rows.size())
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
        int sign = sign(values);
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

    /** −1 for the right side: what lies there is at a distance below 0 from a line, and inside an area. */
    private static int sign(ParameterValues values) {
        return values.text("side").equals("right") ? -1 : 1;
    }

    /** Whether the rings of a row go inwards: it is an area, and each is smaller than the one before. */
    private static boolean shrinks(LayerRows rows, int row, double[][] reaches, int sign) {
        Geometry shape = rows.geometry(row);
        return reaches.length > 1
                && shape != null
                && shape.getDimension() == 2
                && sign * reaches[1][row] < sign * reaches[0][row];
    }

    /**
     * The areas whose rings together go inwards, with those that stay as they are; null where they go outwards: where none
     * shrinks, or others grow.
     */
    private static Geometry[] shrinking(LayerRows rows, Geometry[] discs, double[][] reaches, int sign) {
        Geometry[] areas = new Geometry[rows.size()];
        boolean any = false;
        for (int row = 0; row < areas.length; row++) {
            boolean shrinks = shrinks(rows, row, reaches, sign);
            any |= shrinks;
            if (!shrinks && discs[row] != null && reaches.length > 1 && reaches[1][row] != reaches[0][row]) {
                return null;
            }
            areas[row] = shrinks || discs[row] != null ? rows.geometry(row) : null;
        }
        return any ? areas : null;
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

    private static void dissolved(
            OutputRows output, Object[] own, Geometry[] shrinking, List<Geometry[]> discs, Progress progress) {
        boolean several = discs.size() > 1;
        if (several) {
            output.attribute(RING, Long.class);
        }
        List<Geometry> unions = new ArrayList<>();
        for (int ring = 0; ring < discs.size(); ring++) {
            unions.add(
                    union(discs.get(ring), progress.part((double) ring / discs.size(), (ring + 1.0) / discs.size())));
        }
        Geometry whole = shrinking == null ? null : union(shrinking, progress);
        List<Ring> rings = rings(whole, unions);
        for (Ring ring : rings) {
            if (ring.area() != null) {
                output.add(OutputRows.join(
                        ring.area(), own, several ? new Object[] {(long) ring.number()} : new Object[0]));
            }
        }
    }

    private static Geometry union(Geometry[] shapes, Progress progress) {
        List<Geometry> all = Stream.of(shapes).filter(Objects::nonNull).toList();
        return all.isEmpty() ? null : Coverage.union(all, progress);
    }

    /** A ring, from 1; 0 for what is left inside rings inwards; without an area where nothing is in it. */
    private record Ring(int number, Geometry area) {}

    /**
     * What each disc has more than the one before it, or, inwards, what each has less.
     *
     * @param whole the area itself for rings inwards; null for rings outwards
     */
    private static List<Ring> rings(Geometry whole, List<Geometry> discs) {
        List<Ring> rings = new ArrayList<>();
        Geometry before = whole;
        for (Geometry disc : discs) {
            Geometry area = whole == null ? without(disc, before) : without(before, disc);
            rings.add(new Ring(rings.size() + 1, area));
            before = whole != null || disc != null ? disc : before;
        }
        if (whole != null) {
            rings.add(new Ring(0, without(before, null)));
        }
        return rings;
    }

    private static Geometry without(Geometry area, Geometry less) {
        Geometry rest = area == null || less == null ? area : Overlay.difference(area, less);
        return rest == null || rest.isEmpty() ? null : OutputRows.asMulti(rest);
    }

    private static void each(OutputRows output, LayerRows rows, List<Geometry[]> discs, double[][] reaches, int sign) {
        int[] taken = output.take(rows.type());
        boolean several = discs.size() > 1;
        if (several) {
            output.attribute(RING, Long.class);
            output.attribute("distance", Double.class);
        }
        for (int row = 0; row < rows.size(); row++) {
            Object[] own = OutputRows.values(rows, row, taken);
            if (several && rows.geometry(row) == null) {
                // inwards, a shape that is not there is what is left inside
                boolean inwards = sign * reaches[0][row] < 0;
                output.add(OutputRows.join(null, own, inwards ? new Object[] {0L, 0.0} : new Object[2]));
                continue;
            }
            int at = row;
            List<Geometry> ofRow =
                    Arrays.asList(discs.stream().map(ring -> ring[at]).toArray(Geometry[]::new));
            Geometry whole = shrinks(rows, row, reaches, sign) ? rows.geometry(row) : null;
            for (Ring ring : rings(whole, ofRow)) {
                double reach = ring.number() == 0 ? 0 : reaches[ring.number() - 1][row];
                Object[] which = several
                        ? new Object[] {(long) ring.number(), Double.isNaN(reach) ? null : Double.valueOf(reach)}
                        : new Object[0];
                output.add(OutputRows.join(ring.area(), own, which));
            }
        }
    }
}
