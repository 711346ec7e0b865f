package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static riskmap.analysis.Layers.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;

/** Rasters of the values of points; inverse distance, means and ranges were compared with gdal_grid 3.6. */
class InterpolatePointsTest {
    /** 10 in the west, 30 in the east, one without a value beside it; a raster of four cells of 10 m from 0 to 40. */
    private static Grid grid(String... more) {
        Layers gauges = Layers.of("gauges", Point.class, "level:Double");
        gauges.row("POINT(5 5)", 10.0)
                .row("POINT(35 5)", 30.0)
                .row("POINT(15 5)", null)
                .row(null, 99.0);
        return made(Map.of("features", gauges.data()), "level", more);
    }

    private static Grid made(Map<String, LayerData> layers, String field, String... more) {
        String[] frame = {"extent", "0,40,0,10", "columns", "4", "rows", "1"};
        String[] all = Stream.of(field == null ? new String[0] : new String[] {"field", field}, frame, more)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return ((Output.Raster) run("interpolate-points", layers, all)).grid();
    }

    @Test
    void inverseDistanceIsTheValueAtAPointAndTheWeightedMeanBetween() {
        float[] cells = grid().cells();
        assertThat(cells[0]).isEqualTo(10);
        assertThat(cells[3]).isEqualTo(30);
        // 10 m and 20 m away: (10/100 + 30/400) / (1/100 + 1/400)
        assertThat((double) cells[1]).isCloseTo(14, within(1e-5));
        assertThat((double) grid("power", "1").cells()[1]).isCloseTo(50 / 3.0, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "nearest,10 10 30 30",
        "average,10 10 30 30",
        "minimum,10 10 30 30",
        "range,0 0 0 0",
        "count,1 1 1 1",
    })
    void aNumberAboutThePointsWithinARadiusIsThatOfTheNearOnes(String method, String expected) {
        assertThat(text(grid("method", method, "radius", "12"))).isEqualTo(expected);
    }

    private static String text(Grid grid) {
        StringBuilder told = new StringBuilder();
        for (float cell : grid.cells()) {
            told.append(told.isEmpty() ? "" : " ").append(Float.isNaN(cell) ? "n" : Integer.toString((int) cell));
        }
        return told.toString();
    }

    @Test
    void withoutARadiusAllPointsCountAndBeyondOneThereIsNothingOrWhatIsGivenForThat() {
        assertThat(text(grid("method", "range"))).isEqualTo("20 20 20 20");
        assertThat(text(grid("method", "average"))).isEqualTo("20 20 20 20");
        assertThat(text(grid("method", "average", "radius", "5"))).isEqualTo("10 n n 30");
        assertThat(text(grid("method", "average", "radius", "5", "without", "-1")))
                .isEqualTo("10 -1 -1 30");
        assertThat(text(grid("method", "count", "radius", "5"))).isEqualTo("1 0 0 1");
    }

    @Test
    void onATriangleHeightsLieOnItsPlaneAndOutsideTheNearestCounts() {
        Layers points = Layers.of("p", Point.class);
        points.row("POINT Z(-100 -100 0)").row("POINT Z(200 -100 300)").row("POINT Z(-100 200 0)");
        // z = x + 100
        float[] cells = made(Map.of("features", points.data()), null, "method", "linear")
                .cells();
        for (int column = 0; column < 4; column++) {
            assertThat((double) cells[column]).isCloseTo(105 + 10 * column, within(1e-4));
        }
        Layers far = Layers.of("p", Point.class);
        far.row("POINT Z(-10 0 1)").row("POINT Z(-20 0 2)").row("POINT Z(-10 9 3)");
        assertThat(text(made(Map.of("features", far.data()), null, "method", "linear")))
                .isEqualTo("3 3 3 3");
        assertThat(text(made(Map.of("features", far.data()), null, "method", "linear", "radius", "1")))
                .isEqualTo("n n n n");
    }

    @Test
    void tooManyColumnsAndRowsAreToldWithTheSizeOfTheirCells() {
        assertThatThrownBy(() -> grid("columns", "100000", "rows", "100000"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("4.0E-4");
    }

    @Test
    void aHundredThousandPointsTakeSeconds() {
        Layers many = Layers.of("many", Point.class, "level:Double");
        for (int i = 0; i < 100_000; i++) {
            // in rows a metre apart, each place shifted a little, so that no four lie on a circle
            double x = i % 400 + Math.sin(i) / 4;
            double y = i / 400 + Math.cos(i * 7.0) / 4;
            many.row("POINT(" + x + " " + y + ")", 2 * x + 3 * y);
        }
        Map<String, LayerData> layers = Map.of("features", many.data());
        String[] frame = {"field", "level", "extent", "10,390,10,240", "columns", "190", "rows", "115"};
        for (String method : new String[] {"linear", "nearest", "idw", "average"}) {
            Grid grid = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ((Output.Raster)
                            run("interpolate-points", layers, with(frame, "method", method, "radius", "2")))
                    .grid());
            // a plane stays one: at its own points, on triangles, and about as well within two metres
            double off = method.equals("linear") ? 1e-3 : 4;
            assertThat((double) grid.get(7, 9))
                    .as(method)
                    .isCloseTo(2 * grid.geometry().x(7) + 3 * grid.geometry().y(9), within(off));
        }
    }

    private static String[] with(String[] frame, String... more) {
        return Stream.concat(Arrays.stream(frame), Arrays.stream(more)).toArray(String[]::new);
    }
}
