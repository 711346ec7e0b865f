package riskmap.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.Grids;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Water over small grounds whose answers can be counted by hand. */
class FlowTest {
    private static final String VALLEY = "9 8 7 8 9 / 8 6 5 6 8 / 7 5 3 5 7 / 6 4 2 4 6 / 5 3 1 3 5";
    private static final Set<Integer> STREAM = Set.of(12, 17, 22);

    private static Grid fill(Grid ground) {
        return DepressionFilling.fill(ground, Grids.SILENT);
    }

    private static FlowDirections directions(Grid surface) {
        return FlowDirections.of(surface, Grids.SILENT);
    }

    /** A plane that falls one metre a row to the south. */
    private static Grid ramp(int width, int height) {
        Grid grid = Grid.filled(Grids.geometry(width, height), 0);
        for (int i = 0; i < grid.cells().length; i++) {
            grid.cells()[i] = height - i / width;
        }
        return grid;
    }

    /** Two slopes that meet in a valley along the middle column, which falls to the south. */
    private static Grid trough(int width, int height) {
        Grid grid = ramp(width, height);
        for (int i = 0; i < grid.cells().length; i++) {
            grid.cells()[i] += 3 * Math.abs(i % width - width / 2);
        }
        return grid;
    }

    @Test
    void exampleInJavadocOfTheFilling() {
        Grid bowl = Grids.of("9 9 9 9 9 / 9 2 3 2 9 / 9 3 1 3 4 / 9 2 3 2 9 / 9 9 9 9 9");
        assertThat(Grids.text(fill(bowl))).isEqualTo("9 9 9 9 9 / 9 4 4 4 9 / 9 4 4 4 4 / 9 4 4 4 9 / 9 9 9 9 9");
    }

    @Test
    void waterFindsItsWayOutOverACellWithoutData() {
        assertThat(Grids.text(fill(Grids.of("9 9 9 9 / 9 2 . 9 / 9 1 9 9 / 9 9 9 9"))))
                .isEqualTo("9 9 9 9 / 9 2 . 9 / 9 1 9 9 / 9 9 9 9");
    }

    @Test
    void sinksInASinkFillToTheLowestBrim() {
        assertThat(Grids.text(fill(Grids.of("9 9 9 9 9 9 / 9 1 6 2 7 9 / 9 9 9 9 9 8 / 9 9 9 9 9 9"))))
                .isEqualTo("9 9 9 9 9 9 / 9 8 8 8 8 9 / 9 9 9 9 9 8 / 9 9 9 9 9 9");
    }

    @Test
    void exampleInJavadocOfTheHeightAboveDrainage() {
        Grid ground = Grids.of(VALLEY);
        int[] nearest = HeightAboveDrainage.nearest(directions(ground), STREAM::contains, Grids.SILENT);
        Grid hand = HeightAboveDrainage.of(ground, nearest, Grids.SILENT);
        assertThat(Grids.text(hand)).isEqualTo("6 5 4 5 6 / 6 3 2 3 6 / 6 3 0 3 6 / 5 3 0 3 5 / 4 2 0 2 4");
        int atMost = 0;
        for (float height : hand.cells()) {
            atMost += height <= 2 ? 1 : 0;
        }
        assertThat(atMost).isEqualTo(6);
        assertThat(wet(Inundation.ofStage(hand, 2, Grids.SILENT))).isEqualTo(new Wet(3, 6));
    }

    /** Cells with water, and how much. */
    private record Wet(int cells, double volume) {}

    private static Wet wet(Grid depths) {
        int cells = 0;
        double volume = 0;
        for (float depth : depths.cells()) {
            if (depth > 0) {
                cells++;
                volume += depth;
            }
        }
        return new Wet(cells, volume);
    }

    @Test
    void waterOfALevelCoversWhatItCanReach() {
        Grid ground = Grids.of(VALLEY);
        int[] lowest = {22};
        assertThat(wet(Inundation.of(ground).spread(lowest, 4, Grids.SILENT).depths()))
                .isEqualTo(new Wet(5, 8));
        // a dyke one cell wide holds, also where it runs diagonally; what lies behind it stays dry
        Grid dyke = Grids.of("1 1 9 1 / 1 9 1 1 / 9 1 1 1");
        Grid depths = Inundation.of(dyke).spread(new int[] {0}, 3, Grids.SILENT).depths();
        assertThat(Grids.text(depths)).isEqualTo("2 2 . . / 2 . . . / . . . .");
    }

    /** As doubles 0.7 and 2.3 lie above the cells of that height, 0.6 and 2.7 below. */
    @Test
    void groundOfExactlyTheLevelStaysDry() {
        for (double level : new double[] {0.6, 0.7, 2.3, 2.7, 153.4, 153.9}) {
            Grid ground = Grids.of("0 " + level + " 0.5 / 0 9999 0");
            Grid depths = Inundation.of(ground)
                    .spread(new int[] {0, 2}, level, Grids.SILENT)
                    .depths();
            assertThat(depths.get(1, 0)).as("level " + level).isNaN();
            assertThat(depths.get(0, 1)).isEqualTo((float) level);
            Grid stage = Inundation.ofStage(ground, level, Grids.SILENT);
            assertThat(stage.get(1, 0)).as("stage " + level).isNaN();
            assertThat(stage.get(0, 0)).isEqualTo((float) level);
        }
    }

    /** A depth that is a break of classes to a person is one to the cells: 1.7 m below 2.7 m is 1 m. */
    @Test
    void aDepthOnABreakIsOfTheUpperClass() {
        float depth = Inundation.ofStage(Grids.of("1.7 0"), 2.7, Grids.SILENT).get(0, 0);
        assertThat(depth).isEqualTo(1);
    }

    @Test
    void ofSeveralSourcesTheHighestLevelCounts() {
        Grid ground = Grids.of("1 1 1 5 1 1");
        Grid depths = Inundation.of(ground)
                .spread(new int[] {0}, 3, Grids.SILENT)
                .spread(new int[] {5}, 6, Grids.SILENT)
                .depths();
        assertThat(Grids.text(depths)).isEqualTo("5 5 5 1 5 5");
    }

    @Test
    void accumulationOfARampIsTheRowsAbove() {
        int[] cells = FlowAccumulation.cells(directions(ramp(4, 3)), Grids.SILENT);
        assertThat(cells).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    }

    @Test
    void allOfAFlatLakeDrainsThroughItsOnlyWayOut() {
        Grid lake = Grids.of("9 9 9 9 9 9 9 / 9 4 4 4 4 4 9 / 9 4 4 4 4 4 4 / 9 4 4 4 4 4 9 / 9 9 9 9 9 9 9");
        FlowDirections directions = directions(lake);
        int[] cells = FlowAccumulation.cells(directions, Grids.SILENT);
        int outlet = 2 * 7 + 6;
        assertThat(directions.code(outlet)).isEqualTo(FlowDirections.OUTLET);
        assertThat(cells[outlet]).isEqualTo(lake.cells().length);
    }

    @Test
    void infinitelyManyDirectionsShareWaterByTheAngle() {
        // a plane facing 30° south of east: downhill is between east and south-east
        Grid plane = Grid.filled(Grids.geometry(9, 9), 0);
        double down = Math.toRadians(30);
        for (int i = 0; i < 81; i++) {
            plane.cells()[i] = (float) (100 - (i % 9) * Math.cos(down) - i / 9 * Math.sin(down));
        }
        FlowAngles angles = FlowAngles.of(plane, directions(plane), Grids.SILENT);
        assertThat(angles.grid().get(4, 4)).isCloseTo((float) (2 * Math.PI - down), within(1e-4f));
        Grid sums = angles.accumulation(Grids.SILENT);
        double out = 0;
        for (int i = 0; i < 81; i++) {
            out += Float.isNaN(angles.grid().cells()[i]) ? sums.cells()[i] : 0;
        }
        assertThat(out).isCloseTo(81, within(1e-3));
    }

    /** Cells twice as tall as wide had been taken for squares: water went past where the ground falls to. */
    @Test
    void longCellsShareWaterByWhereTheirCentresLie() {
        float n = Float.NaN;
        float[] heights = {n, n, n, n, n, n, n, n, n, n, n, n, 10, 8, n, n, n, n, 6, n, n, n, n, n, n};
        Grid three = new Grid(new GridGeometry(5, 5, 0, 100, 10, 20, null), heights);
        FlowAngles angles = FlowAngles.of(three, directions(three), Grids.SILENT);
        // falls by 0.2 a metre to the east and 0.1 to the south; the corner lies 63.4° below east
        double down = Math.atan2(0.1, 0.2);
        assertThat(angles.grid().get(2, 2)).isCloseTo((float) (2 * Math.PI - down), within(1e-6f));
        Grid sums = angles.accumulation(Grids.SILENT);
        assertThat(sums.get(3, 2)).isCloseTo((float) (2 - down / Math.atan2(20, 10)), within(1e-6f));
        assertThat(sums.get(3, 3)).isCloseTo(3, within(1e-6f));
    }

    @Test
    void catchmentsOfATroughAreItsHalves() {
        Grid trough = trough(11, 20);
        FlowDirections directions = directions(trough);
        int[] accumulation = FlowAccumulation.cells(directions, Grids.SILENT);
        // outlets in the valley half way down and at its end, both given beside it
        int upper = Watersheds.snap(directions, accumulation, 65, 105, 2);
        int lower = Watersheds.snap(directions, accumulation, 45, 5, 2);
        assertThat(lower).isEqualTo(19 * 11 + 5);
        int[] labels = Watersheds.labels(directions, new int[] {upper, lower}, Grids.SILENT);
        List<List<Polygon>> areas = Watersheds.polygons(trough.geometry(), labels, 2, Grids.SILENT);
        double above = areas.get(0).stream().mapToDouble(Polygon::getArea).sum();
        double below = areas.get(1).stream().mapToDouble(Polygon::getArea).sum();
        assertThat(above).isEqualTo(accumulation[upper] * 100.0);
        assertThat(above + below).isEqualTo(accumulation[lower] * 100.0);
        assertThat(Watersheds.snap(directions, accumulation, -500, -500, 2)).isEqualTo(-1);
    }

    @Test
    void catchmentsOfTwoValleysMeetAtTheRidge() {
        // valleys along columns 20 and 61: the ridge runs between columns 40 and 41
        Grid ground = Grid.filled(Grids.geometry(82, 120), 0);
        for (int i = 0; i < ground.cells().length; i++) {
            int column = i % 82;
            ground.cells()[i] = 50 - 0.05f * (i / 82) + 0.5f * Math.min(Math.abs(column - 20), Math.abs(column - 61));
        }
        FlowDirections directions = directions(ground);
        int[] outlets = {119 * 82 + 20, 119 * 82 + 61};
        int[] labels = Watersheds.labels(directions, outlets, Grids.SILENT);
        List<List<Polygon>> areas = Watersheds.polygons(ground.geometry(), labels, 2, Grids.SILENT);
        assertThat(areas.get(0)).singleElement().satisfies(area -> assertThat(
                        area.equalsTopo(Grids.wkt("POLYGON((0 0, 410 0, 410 1200, 0 1200, 0 0))")))
                .isTrue());
        assertThat(areas.get(1)).singleElement().satisfies(area -> assertThat(
                        area.equalsTopo(Grids.wkt("POLYGON((410 0, 820 0, 820 1200, 410 1200, 410 0))")))
                .isTrue());
    }

    @Test
    void twoHeadsOfOneOrderMakeTheNext() {
        // a Y: two valleys that meet and go on together
        Grid ground = Grids.of("7 9 9 9 7 / 9 6 9 6 9 / 9 9 4 9 9 / 9 9 3 9 9 / 9 9 2 9 9");
        FlowDirections directions = directions(ground);
        int[] accumulation = FlowAccumulation.cells(directions, Grids.SILENT);
        List<DrainageNetwork.Reach> reaches = DrainageNetwork.of(directions, accumulation, 2, Grids.SILENT);
        assertThat(reaches).extracting(DrainageNetwork.Reach::order).contains(1, 2);
        DrainageNetwork.Reach last =
                reaches.stream().filter(reach -> reach.order() == 2).findFirst().orElseThrow();
        assertThat(last.line().getStartPoint().getX()).isEqualTo(25);
        assertThat(last.line().getEndPoint().getY()).isEqualTo(5);
        assertThat(reaches.stream().filter(reach -> reach.into() == last.from()).count())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aLowPlaceHoldsWaterToItsBrimAndNoMore() {
        Grid ground = Grids.of("9 9 9 9 / 9 2 4 9 / 9 3 5 6 / 9 9 9 9");
        Grid surface = fill(ground);
        Sinks sinks = Sinks.of(ground, surface, directions(surface), 0.5, 1, Grids.SILENT);
        assertThat(sinks.all()).hasSize(1);
        Sinks.Sink sink = sinks.all().get(0);
        assertThat(sink.brim()).isEqualTo(6);
        assertThat(sink.cells()).hasSize(4);
        assertThat(sink.volume()).isEqualTo(4 + 2 + 3 + 1);
        assertThat(sink.depth(ground)).isEqualTo(4);
        // 3 cells × metres: the lowest 1 up to 3, then both up to 4
        assertThat(sink.level(ground, 3)).isEqualTo(4);
        assertThat(sink.level(ground, 0)).isEqualTo(2);
        assertThat(sink.level(ground, 99)).isEqualTo(6);
        assertThat(sinks.at(5)).isZero();
        assertThat(sinks.at(0)).isNegative();
        assertThat(Sinks.of(ground, surface, directions(surface), 5, 1, Grids.SILENT)
                        .all())
                .isEmpty();
    }
}
