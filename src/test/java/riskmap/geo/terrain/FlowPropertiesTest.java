package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import riskmap.geo.Grids;
import riskmap.geo.raster.Grid;

/** What holds for the flow of water over any ground, however rough. */
class FlowPropertiesTest {
    /** Ground of whole metres (many flats) or of any heights, some cells without data. */
    private static Grid ground(long seed, int width, int height, boolean whole) {
        Random random = new Random(seed);
        Grid grid = Grid.filled(Grids.geometry(width, height), 0);
        for (int i = 0; i < grid.cells().length; i++) {
            double z = 10 * Math.sin(i % width / 7.0 + seed % 13)
                    + 6 * Math.cos(i / width / 5.0)
                    + 4 * random.nextDouble();
            grid.cells()[i] = random.nextInt(60) == 0 ? Float.NaN : 0f + (float) (whole ? Math.rint(z / 2) : z);
        }
        return grid;
    }

    private static Grid fill(Grid ground) {
        return DepressionFilling.fill(ground, Grids.SILENT);
    }

    @Property(tries = 60)
    void fillingRaisesOnlyAndFillingAgainChangesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int width, @ForAll boolean whole) {
        Grid ground = ground(seed, width, 37, whole);
        Grid filled = fill(ground);
        for (int i = 0; i < ground.cells().length; i++) {
            assertThat(filled.cells()[i] < ground.cells()[i]).isFalse();
            assertThat(Float.isNaN(filled.cells()[i])).isEqualTo(Float.isNaN(ground.cells()[i]));
        }
        assertThat(fill(filled).cells()).isEqualTo(filled.cells());
    }

    /** By its definition, found by lowering a surface step by step until nothing changes. */
    @Property(tries = 30)
    void fillingIsTheLowestSurfaceThatDrains(@ForAll long seed, @ForAll boolean whole) {
        Grid ground = ground(seed, 19, 17, whole);
        assertThat(fill(ground).cells()).isEqualTo(slowly(ground));
    }

    private static float[] slowly(Grid ground) {
        int width = ground.width();
        float[] z = ground.cells();
        float[] water = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            water[i] = Float.isNaN(z[i]) ? Float.NaN : atEdge(ground, i) ? z[i] : Float.POSITIVE_INFINITY;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < z.length; i++) {
                for (int k = 0; k < 8 && water[i] > z[i]; k++) {
                    int column = i % width + FlowDirections.east(k);
                    int row = i / width + FlowDirections.south(k);
                    if (ground.geometry().contains(column, row)) {
                        float through = Math.max(z[i], water[row * width + column]);
                        changed |= through < water[i];
                        water[i] = through < water[i] ? through : water[i];
                    }
                }
            }
        }
        return water;
    }

    /** Whether a cell lies at the edge or beside one without data. */
    private static boolean atEdge(Grid ground, int cell) {
        for (int k = 0; k < 8; k++) {
            int column = cell % ground.width() + FlowDirections.east(k);
            int row = cell / ground.width() + FlowDirections.south(k);
            if (!ground.geometry().contains(column, row) || Float.isNaN(ground.get(column, row))) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 60)
    void everyCellHasAWayOutThatNeverRises(@ForAll long seed, @ForAll boolean whole) {
        Grid filled = fill(ground(seed, 41, 33, whole));
        FlowDirections directions = FlowDirections.of(filled, Grids.SILENT);
        for (int start = 0; start < filled.cells().length; start++) {
            int cell = start;
            for (int steps = 0; directions.code(cell) >= 0 && directions.code(cell) < FlowDirections.OUTLET; steps++) {
                assertThat(steps).isLessThan(filled.cells().length);
                int next = directions.next(cell);
                assertThat(filled.cells()[next]).isLessThanOrEqualTo(filled.cells()[cell]);
                cell = next;
            }
            assertThat(directions.code(cell) == FlowDirections.OUTLET).isEqualTo(!Float.isNaN(filled.cells()[start]));
            assertThat(directions.code(cell) == FlowDirections.NONE).isEqualTo(Float.isNaN(filled.cells()[start]));
        }
    }

    @Property(tries = 60)
    void outletsTogetherDrainEveryCellOnce(@ForAll long seed, @ForAll boolean whole) {
        Grid filled = fill(ground(seed, 45, 31, whole));
        FlowDirections directions = FlowDirections.of(filled, Grids.SILENT);
        int[] cells = FlowAccumulation.cells(directions, Grids.SILENT);
        Grid shared = FlowAngles.of(filled, directions, Grids.SILENT).accumulation(Grids.SILENT);
        int data = 0;
        long out = 0;
        double sharedOut = 0;
        for (int i = 0; i < cells.length; i++) {
            data += Float.isNaN(filled.cells()[i]) ? 0 : 1;
            boolean outlet = directions.code(i) == FlowDirections.OUTLET;
            out += outlet ? cells[i] : 0;
            sharedOut += outlet ? shared.cells()[i] : 0;
            assertThat(cells[i] > 0).isEqualTo(!Float.isNaN(filled.cells()[i]));
        }
        assertThat(out).isEqualTo(data);
        assertThat(sharedOut).isCloseTo(data, within(1e-2));
    }

    @Property(tries = 40)
    void catchmentsShareOutTheGroundAndEachIsWhatDrainsThroughItsOutletLessTheUpperOnes(@ForAll long seed) {
        Grid filled = fill(ground(seed, 40, 30, false));
        FlowDirections directions = FlowDirections.of(filled, Grids.SILENT);
        int[] cells = FlowAccumulation.cells(directions, Grids.SILENT);
        Random random = new Random(seed);
        int[] outlets = random.ints(6, 0, cells.length).toArray();
        int[] labels = Watersheds.labels(directions, outlets, Grids.SILENT);
        int[] own = new int[outlets.length];
        for (int label : labels) {
            if (label >= 0) {
                own[label]++;
            }
        }
        for (int i = 0; i < outlets.length; i++) {
            if (labels[outlets[i]] != i) {
                continue;
            }
            int through = 0;
            for (int k = 0; k < outlets.length; k++) {
                through += labels[outlets[k]] == k && passes(directions, outlets[k], outlets[i]) ? own[k] : 0;
            }
            assertThat(through).isEqualTo(cells[outlets[i]]);
        }
    }

    private static boolean passes(FlowDirections directions, int from, int through) {
        for (int cell = from; cell >= 0; cell = directions.next(cell)) {
            if (cell == through) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 40)
    void aHigherStageOrLevelNeverCoversLessAndNeverLessDeep(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int tenths) {
        Grid ground = ground(seed, 30, 30, false);
        double low = tenths / 10.0;
        int[] source = {15 * 30 + 15, 3};
        float[] below =
                Inundation.of(ground).spread(source, low, Grids.SILENT).depths().cells();
        float[] above = Inundation.of(ground)
                .spread(source, low + 0.7, Grids.SILENT)
                .depths()
                .cells();
        Grid filled = fill(ground);
        FlowDirections directions = FlowDirections.of(filled, Grids.SILENT);
        int[] cells = FlowAccumulation.cells(directions, Grids.SILENT);
        int[] nearest = HeightAboveDrainage.nearest(directions, cell -> cells[cell] > 20, Grids.SILENT);
        Grid hand = HeightAboveDrainage.of(filled, nearest, Grids.SILENT);
        float[] stage = Inundation.ofStage(hand, low, Grids.SILENT).cells();
        float[] higher = Inundation.ofStage(hand, low + 0.7, Grids.SILENT).cells();
        for (int i = 0; i < below.length; i++) {
            assertThat(Float.isNaN(below[i]) || above[i] > below[i]).isTrue();
            assertThat(Float.isNaN(stage[i]) || higher[i] > stage[i]).isTrue();
            assertThat(hand.cells()[i] < 0).isFalse();
        }
    }

    @Property(tries = 30)
    void sinksHoldExactlyWhatFillingAdds(@ForAll long seed) {
        Grid ground = ground(seed, 40, 40, false);
        Grid filled = fill(ground);
        FlowDirections directions = FlowDirections.of(filled, Grids.SILENT);
        Sinks sinks = Sinks.of(ground, filled, directions, 0, 1, Grids.SILENT);
        double added = 0;
        for (int i = 0; i < ground.cells().length; i++) {
            double more = (double) filled.cells()[i] - ground.cells()[i];
            added += Double.isNaN(more) ? 0 : more;
        }
        assertThat(sinks.all().stream().mapToDouble(Sinks.Sink::volume).sum()).isCloseTo(added, within(1e-6));
        for (Sinks.Sink sink : sinks.all()) {
            double before = sink.level(ground, 0);
            for (double part = 0.1; part < 1.2; part += 0.1) {
                double level = sink.level(ground, part * sink.volume());
                assertThat(level).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(sink.brim());
                before = level;
            }
            assertThat(sink.level(ground, sink.volume())).isEqualTo(sink.brim());
        }
    }

    @Property(tries = 8)
    void allInOneGoIsWhatEachStepGivesByItself(@ForAll long seed, @ForAll boolean whole) {
        Grid ground = ground(seed, 330, 610, whole);
        WaterFlow flow = WaterFlow.of(ground, Grids.SILENT);
        Grid filled = fill(ground);
        FlowDirections directions = FlowDirections.of(filled, Grids.SILENT);
        assertThat(flow.surface().cells()).isEqualTo(filled.cells());
        assertThat(flow.directions().codes()).isEqualTo(directions.codes());
        assertThat(flow.accumulation()).isEqualTo(counted(directions));
        int[] nearest = HeightAboveDrainage.nearest(directions, cell -> flow.accumulation()[cell] >= 50, Grids.SILENT);
        assertThat(flow.heightAboveStreams(50, Grids.SILENT).cells())
                .isEqualTo(HeightAboveDrainage.of(filled, nearest, Grids.SILENT).cells());
    }

    /** How many cells' ways lead over each cell, going every way to its end. */
    private static int[] counted(FlowDirections directions) {
        int[] counts = new int[directions.codes().length];
        for (int start = 0; start < counts.length; start++) {
            if (directions.code(start) != FlowDirections.NONE) {
                for (int cell = start; cell >= 0; cell = directions.next(cell)) {
                    counts[cell]++;
                }
            }
        }
        return counts;
    }

    @Test
    void theSameComesOutWhateverTheThreads() throws Exception {
        Grid ground = ground(5, 700, 500, true);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(5);
        try {
            assertThat(many.submit(() -> everything(ground)).get())
                    .isEqualTo(one.submit(() -> everything(ground)).get());
        } finally {
            one.shutdown();
            many.shutdown();
        }
    }

    private static int everything(Grid ground) {
        Grid filled = fill(ground);
        FlowDirections directions = FlowDirections.of(filled, Grids.SILENT);
        int[] cells = FlowAccumulation.cells(directions, Grids.SILENT);
        int[] nearest = HeightAboveDrainage.nearest(directions, cell -> cells[cell] > 200, Grids.SILENT);
        int hash = java.util.Arrays.hashCode(filled.cells());
        hash = 31 * hash + java.util.Arrays.hashCode(directions.codes());
        hash = 31 * hash + java.util.Arrays.hashCode(cells);
        hash = 31 * hash + java.util.Arrays.hashCode(nearest);
        Grid angles = FlowAngles.of(filled, directions, Grids.SILENT).grid();
        return 31 * hash + java.util.Arrays.hashCode(angles.cells());
    }
}
