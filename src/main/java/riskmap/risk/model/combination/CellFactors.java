package riskmap.risk.model.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.DistanceClasses;
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.Sampling;
import riskmap.geo.raster.WeightedSum;
import riskmap.geo.terrain.Terrain;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.Scale;

/** The factors of a combination as grids over the study area, each with what makes its values scores. */
final class CellFactors {
    private final Inputs inputs;
    private final ParameterValues values;
    private final StudyArea area;
    private final float missing;
    private final List<Message> notes = new ArrayList<>();
    private final CombinationExample example;
    private final DistanceClasses distances;
    private final FactorCells factorCells;

    CellFactors(Inputs inputs, ParameterValues values, StudyArea area, CombinationExample example) {
        this.example = example;
        this.inputs = inputs;
        this.values = values;
        this.area = area;
        this.distances = new DistanceClasses(area.lattice());
        this.missing = values.text("missing").equals("zero") ? 0 : Float.NaN;
        this.factorCells = new FactorCells(
                area,
                values.number("density-radius"),
                Factor.parse(values.text("factors")).stream()
                        .filter(CellFactors::takesLast)
                        .map(Factor::layer)
                        .toList());
    }

    /** The factor with a weight of 1: its grid holds scores, or the classes of its measures. */
    WeightedSum.Factor of(Factor factor, Progress progress) {
        Scale scale = factor.scale();
        if (scale.kind() == Scale.Kind.CODES) {
            return codes(factor, progress);
        }
        Reclassification classes = scale.kind() == Scale.Kind.CLASSES ? classes(scale) : null;
        if (factor.measure() == Factor.Measure.DISTANCE
                && !inputs.isGrid(factor.layer())
                && classes != null
                && distances.canTell(classes)) {
            WeightedSum.Factor near = distance(factor, classes, progress);
            if (near != null) {
                return near;
            }
        }
        if (factor.measure() == Factor.Measure.SLOPE && classes != null && Terrain.canTellClasses(classes)) {
            WeightedSum.Factor steep = slope(factor, classes, progress);
            if (steep != null) {
                return steep;
            }
        }
        if (classes != null && takesLast(factor) && !inputs.isGrid(factor.layer())) {
            WeightedSum.Factor last = last(factor, classes, progress);
            if (last != null) {
                return last;
            }
        }
        Grid measure = measure(factor, progress);
        note(factor, measure, progress);
        example.measured(factor, measure);
        if (classes != null) {
            if (scale.breaks().length > ClassGrid.MOST_BREAKS) {
                return new WeightedSum.Factor(measure, 1, classes, missing);
            }
            ClassGrid known = ClassGrid.of(measure, classes, progress.part(1, 1));
            // its own, as scores would be written in place too
            factorCells.keep(measure.geometry().sameLattice(area.lattice()) ? measure.cells() : null);
            return new WeightedSum.Factor(null, known, 1, classes, missing);
        }
        example.scored(factor, scale.scoreCells(measure.cells(), area::isActive, area.lattice()));
        return new WeightedSum.Factor(measure, 1, null, missing);
    }

    /** Shares of the breaks that a measure has reached. */
    private static Reclassification classes(Scale scale) {
        float[] scores = new float[scale.breaks().length + 1];
        for (int i = 0; i < scores.length; i++) {
            float share = (float) i / scale.breaks().length;
            scores[i] = scale.falling() ? 1 - share : share;
        }
        return new Reclassification(scale.breaks(), scores);
    }

    /**
     * Distances by their classes alone, null where there is nothing to be distant from; the one of the example is measured
     * when it is known which that is.
     */
    private WeightedSum.Factor distance(Factor factor, Reclassification classes, Progress progress) {
        LayerRows rows = rows(factor, progress);
        byte[] sources = Rasterizer.bytes(
                area.lattice(),
                rows.geometries(),
                null,
                distantFrom(rows),
                Rasterizer.Combine.LAST,
                progress.part(0, 0.5));
        ClassGrid known = distances.of(sources, classes, progress.part(0.5, 1));
        if (known == null) {
            return null;
        }
        example.measured(factor, cell -> DistanceClasses.at(area.lattice(), sources, cell));
        return new WeightedSum.Factor(null, known, 1, classes, missing);
    }

    /**
     * What distances are measured from: of areas every cell they touch, so that one between the centres is not lost; of
     * lines the cells of the thin line and of points their cell, as GDAL has them.
     */
    private static Rasterizer.Rule distantFrom(LayerRows rows) {
        return rows.dimension() == 2 ? Rasterizer.Rule.ALL_TOUCHED : Rasterizer.Rule.CENTRE;
    }

    /** Slopes by their classes alone, null where the elevation has to be brought to metres first. */
    private WeightedSum.Factor slope(Factor factor, Reclassification classes, Progress progress) {
        Grid raster = inputs.isGrid(factor.layer()) ? inputs.grid(factor.layer()) : null;
        GridGeometry lattice = area.lattice();
        CoordinateReferenceSystem crs =
                raster == null ? null : raster.geometry().crs();
        if (raster == null || crs != null && !Crs.same(crs, lattice.crs())) {
            return null;
        }
        ClassGrid known = Terrain.slopeClasses(raster, lattice, classes, progress);
        note(factor, known, progress);
        example.measured(factor, cell -> Terrain.slopeDegreesAt(raster, lattice, cell));
        return new WeightedSum.Factor(null, known, 1, classes, missing);
    }

    private LayerRows rows(Factor factor, Progress progress) {
        return inputs.rows(factor.layer(), progress).in(area.lattice().crs(), progress);
    }

    /** Gives cells that are no longer needed back to the area, once all factors are known. */
    void finish() {
        factorCells.finish();
    }

    List<Message> notes() {
        return notes;
    }

    private void note(Factor factor, Grid measure, Progress progress) {
        LongAdder without = new LongAdder();
        float[] cells = measure.cells();
        int width = measure.width();
        measure.geometry().bandsOfRows(progress.part(0, 0), (from, to) -> {
            long here = 0;
            for (int cell = from * width; cell < to * width; cell++) {
                here += Float.isNaN(cells[cell]) && area.isActive(cell) ? 1 : 0;
            }
            without.add(here);
        });
        note(factor, without);
    }

    private void note(Factor factor, ClassGrid known, Progress progress) {
        LongAdder without = new LongAdder();
        byte[] cells = known.classes();
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress.part(0, 0), (from, to) -> {
            long here = 0;
            for (int cell = from * width; cell < to * width; cell++) {
                here += cells[cell] == ClassGrid.NONE && area.isActive(cell) ? 1 : 0;
            }
            without.add(here);
        });
        note(factor, without);
    }

    /** Tells of how many cells of the area nothing is known. */
    private void note(Factor factor, LongAdder without) {
        if (without.sum() > 0) {
            notes.add(Message.of(
                    "risk.note-cells-missing",
                    factor.name(),
                    without.sum(),
                    Message.of(CombinationChecks.OWNER + ".missing." + values.text("missing"))));
        }
    }

    private Grid measure(Factor factor, Progress progress) {
        String layer = factor.layer();
        if (inputs.isGrid(layer)) {
            Grid raster = inputs.grid(layer);
            if (factor.measure() == Factor.Measure.SLOPE) {
                return factorCells.slope(raster, progress);
            }
            Grid there = factorCells.onLattice(raster, Sampling.Method.NEAREST, progress);
            // scores are written in place: never into the project's own raster
            return there == raster ? new Grid(raster.geometry(), raster.cells().clone()) : there;
        }
        LayerRows rows = rows(factor, progress);
        return switch (factor.measure()) {
            case DISTANCE ->
                DistanceTransform.distanceInPlace(
                        factorCells.burn(rows, null, distantFrom(rows), Rasterizer.Combine.LAST, Float.NaN, progress),
                        progress);
            case PRESENCE -> factorCells.burn(rows, null, Rasterizer.Combine.LAST, 0, progress);
            case MAX -> factorCells.burn(rows, rows.numbers(factor.field()), Rasterizer.Combine.MAX, 0, progress);
            case DENSITY -> factorCells.density(rows, factor.field(), progress);
            default -> factorCells.last(layer, rows, rows.numbers(factor.field()), progress);
        };
    }

    /** Scores of texts; as classes, each score one, where there are few. */
    private WeightedSum.Factor codes(Factor factor, Progress progress) {
        LayerRows rows = rows(factor, progress);
        double[] scores = Arrays.stream(rows.texts(factor.field()))
                .mapToDouble(factor.scale()::code)
                .toArray();
        Reclassification classes = eachAsClass(scores);
        if (classes == null) {
            Grid grid = factor.measure() == Factor.Measure.MAX
                    ? factorCells.burn(rows, scores, Rasterizer.Combine.MAX, 0, progress)
                    : factorCells.last(factor.layer(), rows, scores, progress);
            return new WeightedSum.Factor(grid, 1, null, missing);
        }
        if (factor.measure() != Factor.Measure.MAX && factorCells.isWorth(factor.layer(), rows.size())) {
            byte[] classOf = new byte[scores.length];
            for (int row = 0; row < classOf.length; row++) {
                classOf[row] = (byte) classes.classOf((float) scores[row]);
            }
            ClassGrid known = factorCells.lastClasses(
                    factor.layer(),
                    factorCells.lastRows(factor.layer(), rows, progress),
                    classOf,
                    (byte) classes.classOf(0),
                    progress);
            return new WeightedSum.Factor(null, known, 1, classes, missing);
        }
        Rasterizer.Combine combine =
                factor.measure() == Factor.Measure.MAX ? Rasterizer.Combine.MAX : Rasterizer.Combine.LAST;
        if (classes.classOf(0) == 0) {
            // the greater of two scores has the greater class, and where there is no row it is the least
            double[] classOf = Arrays.stream(scores)
                    .map(score -> classes.classOf((float) score))
                    .toArray();
            byte[] burnt = Rasterizer.bytes(
                    area.lattice(), rows.geometries(), classOf, Rasterizer.Rule.CENTRE, combine, progress);
            return new WeightedSum.Factor(null, new ClassGrid(area.lattice(), burnt), 1, classes, missing);
        }
        Grid grid = factorCells.burn(rows, scores, combine, 0, progress);
        ClassGrid known = ClassGrid.of(grid, classes, progress.part(1, 1));
        factorCells.keep(grid.cells());
        return new WeightedSum.Factor(null, known, 1, classes, missing);
    }

    /** Classes of which each is one of these numbers, or the 0 of cells without a row; null where a byte cannot tell them apart. */
    private static Reclassification eachAsClass(double[] numbers) {
        TreeSet<Float> different = new TreeSet<>(List.of(0f));
        for (double number : numbers) {
            if (Double.isFinite(number) && different.size() <= ClassGrid.MOST_BREAKS + 1) {
                // the negative zero is the same number
                different.add((float) number + 0f);
            } else {
                return null;
            }
        }
        if (different.size() > ClassGrid.MOST_BREAKS + 1) {
            return null;
        }
        float[] values = new float[different.size()];
        double[] breaks = new double[values.length - 1];
        int at = 0;
        for (float value : different) {
            values[at] = value;
            if (at > 0) {
                breaks[at - 1] = value;
            }
            at++;
        }
        return new Reclassification(breaks, values);
    }

    /** Whether a cell gets the number of the feature that covers it last. */
    private static boolean takesLast(Factor factor) {
        boolean codes = factor.scale().kind() == Scale.Kind.CODES;
        return switch (factor.measure()) {
            case MAX -> false;
            case DISTANCE, PRESENCE, DENSITY, SLOPE -> codes;
            default -> true;
        };
    }

    /**
     * Numbers of a field by their classes alone, where which row covers a cell last is found for several factors; null
     * where it is not, where a number is missing or where a byte cannot tell the classes apart.
     */
    private WeightedSum.Factor last(Factor factor, Reclassification classes, Progress progress) {
        LayerRows rows = rows(factor, progress);
        if (classes.breaks().length > ClassGrid.MOST_BREAKS || !factorCells.isWorth(factor.layer(), rows.size())) {
            return null;
        }
        double[] numbers = rows.numbers(factor.field());
        if (Arrays.stream(numbers).anyMatch(Double::isNaN)) {
            return null;
        }
        byte[] classOf = new byte[numbers.length];
        for (int row = 0; row < classOf.length; row++) {
            classOf[row] = (byte) classes.classOf((float) numbers[row]);
        }
        Grid last = factorCells.lastRows(factor.layer(), rows, progress);
        float[] rowOf = last.cells();
        example.measuredAtOnce(factor, cell -> rowOf[cell] == rowOf[cell] ? numbers[(int) rowOf[cell]] : 0);
        ClassGrid known = factorCells.lastClasses(factor.layer(), last, classOf, (byte) classes.classOf(0), progress);
        return new WeightedSum.Factor(null, known, 1, classes, missing);
    }
}
