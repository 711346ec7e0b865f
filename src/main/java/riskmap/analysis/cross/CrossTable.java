package riskmap.analysis.cross;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.ExactSum;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Measures;

/**
 * The features of a layer counted and measured by one, two or three sides at once, with totals over each side. No feature
 * is left out; a total holds each of its features once, so the grand total is the layer's own whatever the categories.
 */
public final class CrossTable {
    /** In place of a category: all of them. */
    public static final int ALL = -1;

    /** More cells than this are no table any more. */
    private static final int MOST_CELLS = 400_000;

    private final List<CrossAxis> axes;
    private final List<Measure> measures;
    private final LayerRows rows;
    private final double[][] numbers;
    private final Map<Long, Tally[]> cells = new HashMap<>();
    private final List<Message> notes = new ArrayList<>();

    private CrossTable(LayerRows rows, List<CrossAxis> axes, List<Measure> measures, double[][] numbers) {
        this.rows = rows;
        this.axes = axes;
        this.measures = List.copyOf(measures);
        this.numbers = numbers;
    }

    /**
     * Counts.
     *
     * @param rows the features
     * @param axes rows, columns and a third that divides the rows; those not wanted are left out
     * @param measures what is said of the features of each cell, at least one
     */
    public static CrossTable of(LayerRows rows, List<CrossAxis> axes, List<Measure> measures, Progress progress) {
        List<CrossAxis> three = new ArrayList<>(axes);
        while (three.size() < 3) {
            three.add(CrossAxis.all(rows.size()));
        }
        double[][] numbers = new double[measures.size()][];
        for (int m = 0; m < numbers.length; m++) {
            numbers[m] = numbers(rows, measures.get(m), progress);
        }
        CrossTable table = new CrossTable(rows, three, measures, numbers);
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 4095) == 0) {
                progress.check();
                progress.report((double) row / rows.size());
            }
            table.add(row, 0, 1, 0);
        }
        table.tell(axes);
        return table;
    }

    private static double[] numbers(LayerRows rows, Measure measure, Progress progress) {
        if (measure.kind() == Measure.Kind.COUNT) {
            return null;
        }
        if (measure.kind().needsField()) {
            Class<?> binding = rows.type()
                    .getDescriptor(rows.attribute(measure.field()))
                    .getType()
                    .getBinding();
            if (!Number.class.isAssignableFrom(binding)) {
                throw RiskMapException.of("analysis.cross-not-numeric", measure.field(), measure.text());
            }
            return rows.numbers(measure.field());
        }
        if (rows.crs() == null) {
            throw RiskMapException.of("analysis.cross-no-crs", rows.type().getTypeName(), measure.text());
        }
        Measures ellipsoid = Measures.on(rows.crs());
        double[] result = new double[rows.size()];
        for (int row = 0; row < result.length; row++) {
            if ((row & 1023) == 0) {
                progress.check();
            }
            Geometry geometry = rows.geometry(row);
            result[row] = geometry == null
                    ? Double.NaN
                    : measure.kind() == Measure.Kind.AREA ? ellipsoid.area(geometry) : ellipsoid.length(geometry);
        }
        return result;
    }

    /** Adds a feature to each cell it belongs to, and once to the total over each side. */
    private void add(int row, int side, double share, long key) {
        if (side == axes.size()) {
            Tally[] tallies = cells.computeIfAbsent(key, none -> fresh());
            for (int m = 0; m < tallies.length; m++) {
                tallies[m].add(share, numbers[m] == null ? 1 : numbers[m][row]);
            }
            return;
        }
        CrossAxis axis = axes.get(side);
        long width = axis.categories().size() + 1L;
        for (int n = 0; n < axis.count(row); n++) {
            add(row, side + 1, share * axis.share(row, n), key * width + axis.category(row, n));
        }
        add(row, side + 1, share, key * width + width - 1);
    }

    private Tally[] fresh() {
        if (cells.size() > MOST_CELLS) {
            throw RiskMapException.of("analysis.cross-too-large", MOST_CELLS);
        }
        Tally[] tallies = new Tally[measures.size()];
        for (int m = 0; m < tallies.length; m++) {
            tallies[m] = new Tally();
        }
        return tallies;
    }

    private void tell(List<CrossAxis> given) {
        for (CrossAxis axis : given) {
            notes.addAll(axis.notes());
            int several = 0;
            for (int row = 0; row < rows.size() && !axis.hasShares(); row++) {
                several += axis.count(row) > 1 ? 1 : 0;
            }
            if (several > 0) {
                notes.add(Message.of("analysis.cross-several", several, axis.title()));
            }
        }
        // sum and mean of a field leave out the same rows
        Set<String> told = new HashSet<>();
        for (int m = 0; m < measures.size(); m++) {
            long gaps = 0;
            for (int row = 0; numbers[m] != null && row < rows.size(); row++) {
                gaps += Double.isFinite(numbers[m][row]) ? 0 : 1;
            }
            if (gaps > 0
                    && measures.get(m).kind().needsField()
                    && told.add(measures.get(m).field())) {
                notes.add(
                        Message.of("analysis.note-null-values", measures.get(m).field(), gaps));
            }
        }
    }

    /** The rows, the columns and the third side; a side not asked for has one category. */
    public List<CrossAxis> axes() {
        return axes;
    }

    public List<Measure> measures() {
        return measures;
    }

    /** How many features were counted. */
    public int size() {
        return rows.size();
    }

    /** Under which rules features were placed, what was left over, which values are missing. */
    public List<Message> notes() {
        return notes;
    }

    /** The layer that was counted. */
    String layer() {
        return rows.type().getTypeName();
    }

    boolean hasShares() {
        return axes.stream().anyMatch(CrossAxis::hasShares);
    }

    /**
     * What a measure says of the features in a category of each side, or of {@link #ALL} of them: a whole number as Long,
     * another as Double; null where there is none to take a mean, a least or a greatest of.
     */
    public Number value(int row, int column, int third, int measure) {
        Tally[] tallies = cells.get(key(row, column, third));
        return (tallies == null ? new Tally() : tallies[measure])
                .value(measures.get(measure).kind());
    }

    /** Whether no feature is in a category of each side, or in {@link #ALL} of them. */
    public boolean isEmpty(int row, int column, int third) {
        return !cells.containsKey(key(row, column, third));
    }

    private long key(int... wanted) {
        long key = 0;
        for (int side = 0; side < wanted.length; side++) {
            int size = axes.get(side).categories().size();
            key = key * (size + 1L) + (wanted[side] == ALL ? size : wanted[side]);
        }
        return key;
    }

    /** Ids of the features in a category of each side, or in {@link #ALL} of them, in the order of the layer. */
    public List<String> features(int row, int column, int third) {
        int[] wanted = {row, column, third};
        List<String> ids = new ArrayList<>();
        for (int feature = 0; feature < rows.size(); feature++) {
            boolean in = true;
            for (int side = 0; side < wanted.length && in; side++) {
                in = wanted[side] == ALL || isIn(axes.get(side), feature, wanted[side]);
            }
            if (in) {
                ids.add(rows.id(feature));
            }
        }
        return ids;
    }

    /**
     * A category of the rows and one of the columns.
     *
     * @param column a category, or {@link #ALL} of them
     */
    public record Place(int row, int column) {}

    /** In which categories the features of these ids lie: those of the rows with each of the columns and with all. */
    public Set<Place> places(Predicate<String> ids, Progress progress) {
        Set<Place> places = new HashSet<>();
        CrossAxis down = axes.get(0);
        CrossAxis across = axes.get(1);
        for (int feature = 0; feature < rows.size(); feature++) {
            if ((feature & 4095) == 0) {
                progress.check();
            }
            for (int n = 0; ids.test(rows.id(feature)) && n < down.count(feature); n++) {
                int row = down.category(feature, n);
                places.add(new Place(row, ALL));
                for (int m = 0; m < across.count(feature); m++) {
                    places.add(new Place(row, across.category(feature, m)));
                }
            }
        }
        return places;
    }

    private static boolean isIn(CrossAxis axis, int feature, int category) {
        for (int n = 0; n < axis.count(feature); n++) {
            if (axis.category(feature, n) == category) {
                return true;
            }
        }
        return false;
    }

    /** What has come together in a cell for one measure. */
    private static final class Tally {
        private final ExactSum sum = new ExactSum();
        private double weight;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        void add(double share, double number) {
            if (Double.isFinite(number)) {
                sum.add(number * share);
                weight += share;
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }

        Number value(Measure.Kind kind) {
            return switch (kind) {
                case MEAN -> weight == 0 ? null : number(sum.value() / weight);
                case MIN -> weight == 0 ? null : number(least);
                case MAX -> weight == 0 ? null : number(greatest);
                default -> number(sum.value());
            };
        }

        private static Number number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) Long.valueOf((long) value) : value;
        }
    }
}
