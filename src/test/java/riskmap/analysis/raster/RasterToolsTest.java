package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static riskmap.analysis.Layers.rows;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Tools that make rasters and lines from rasters and points. */
class RasterToolsTest {
    private static LayerData.Raster raster(int width, int height, java.util.function.DoubleBinaryOperator value) {
        GridGeometry geometry =
                new GridGeometry(width, height, 500000, 4150000 + 10.0 * height, 10, 10, Crs.of("EPSG:4550"));
        Grid grid = Grid.filled(geometry, Float.NaN);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                grid.set(column, row, (float)
                        value.applyAsDouble(geometry.x(column) - 500000, geometry.y(row) - 4150000));
            }
        }
        return new LayerData.Raster(grid);
    }

    private static float[] cells(Output output) {
        return ((Output.Raster) output).grid().cells();
    }

    @Test
    void contoursOfAPlaneAreStraightAndLieAtTheirValue() {
        Output output = run("contours", Map.of("raster", raster(10, 8, (x, y) -> x)), "interval", "20");
        assertThat(rows(output)).extracting(row -> row.getAttribute("value")).containsExactly(20.0, 40.0, 60.0, 80.0);
        Geometry line = shapes(output).get(1);
        assertThat(line.getEnvelopeInternal().getWidth()).isZero();
        assertThat(line.getLength()).isEqualTo(70);
        assertThat(line.getCoordinate().x).isEqualTo(500040);
        // higher ground, in the east, on the right: northwards
        assertThat(((LineString) line).getEndPoint().getY())
                .isGreaterThan(((LineString) line).getStartPoint().getY());
    }

    @Test
    void contoursOfAHillAreClosedRingsOfTheRightSize() {
        Output output = run(
                "contours",
                Map.of("raster", raster(101, 101, (x, y) -> 500 - Math.hypot(x - 505, y - 505))),
                "interval",
                "100",
                "base",
                "50");
        for (Geometry shape : shapes(output)) {
            LineString line = (LineString) shape;
            if (line.isClosed()) {
                double radius = line.getLength() / (2 * Math.PI);
                double value =
                        (Double) rows(output).get(shapes(output).indexOf(shape)).getAttribute("value");
                assertThat(radius).isCloseTo(500 - value, within(0.5));
            }
        }
        assertThat(shapes(output).stream().filter(shape -> ((LineString) shape).isClosed()))
                .hasSize(5);
    }

    @Test
    void contoursKeepOffWhatHasNoValueAndAtSaddlesTheMeanDecides() {
        Output hole = run(
                "contours",
                Map.of("raster", raster(5, 5, (x, y) -> x == 25 && y == 25 ? Double.NaN : x)),
                "interval",
                "22");
        assertThat(shapes(hole).stream()
                        .filter(line -> line.getEnvelopeInternal().contains(new Coordinate(500022, 4150025))))
                .isEmpty();
        var filled = Map.<String, LayerData>of("raster", raster(5, 5, (x, y) -> x == 25 && y == 25 ? -99 : x));
        assertThat(shapes(run("contours", filled, "interval", "22", "none", "-99")))
                .isEqualTo(shapes(hole));
        assertThat(shapes(run("contours", filled, "interval", "22"))).isNotEqualTo(shapes(hole));
        assertThat(shapes(run("contours", Map.of("raster", raster(2, 2, (x, y) -> x == y ? 4 : 0)), "interval", "3")))
                .hasSize(2);
    }

    @ParameterizedTest
    // the cell is 1, its neighbours 4 4 4 1 1 0 0 0: squares 27 + 3, differences 9 + 3, sum 14
    @CsvSource({"riley,5.477225575051661", "wilson,1.5", "position,-0.75", "roughness,4"})
    void ruggednessOfAStep(String measure, double expected) {
        LayerData.Raster step = raster(3, 3, (x, y) -> x < 10 ? 4 : x < 20 ? 1 : 0);
        float[] cells = cells(run("ruggedness", Map.of("elevation", step), "measure", measure));
        assertThat(cells[0]).isNaN();
        assertThat((double) cells[4]).isCloseTo(expected, within(1e-6));
    }

    @Test
    void rastersOfOtherCellsAreCalculatedInCellsOfOneSize() {
        LayerData.Raster fine = raster(4, 4, (x, y) -> x + y);
        LayerData.Raster wide = raster(6, 4, (x, y) -> 100);
        assertThatThrownBy(() -> run("raster-calculator", Map.of("a", fine, "b", wide), "formula", "a + b"))
                .isInstanceOf(RiskMapException.class);
        Output made = run("raster-calculator", Map.of("a", fine, "b", wide), "formula", "a + b", "cell", "21");
        // 60 m by 40 m in 3 by 2 cells; a centre on the line of two cells has the value of that to its right and below
        GridGeometry cells = ((Output.Raster) made).grid().geometry();
        assertThat(List.of(cells.width(), cells.height())).containsExactly(3, 2);
        assertThat(cells(made)).containsExactly(140, 160, Float.NaN, 120, 140, Float.NaN);
        Map<String, LayerData> both = Map.of("a", wide, "b", fine);
        assertThat(cells(run("raster-calculator", both, "formula", "a + b", "finest", "true")))
                .isEqualTo(cells(run("raster-calculator", both, "formula", "a + b", "cell", "10")));
    }

    @Test
    void aWallHidesWhatIsBehindIt() {
        LayerData.Raster ground = raster(11, 3, (x, y) -> x > 50 && x < 60 ? 100 : 0);
        LayerData lookout =
                Layers.of("l", Point.class).row("POINT(500005 4150015)").data();
        float[] seen = cells(
                run("viewshed", Map.of("elevation", ground, "lookouts", lookout), "eye-height", "2", "radius", "1000"));
        assertThat(seen[11 + 3]).isEqualTo(1);
        assertThat(seen[11 + 5]).isEqualTo(1);
        assertThat(seen[11 + 8]).isZero();
    }

    @Test
    void aPointMayHaveARadiusOfItsOwnAndATriangleNeedNotFallToNothing() {
        LayerData points = Layers.of("p", Point.class, "reach:Double")
                .row("POINT(500000 4150000)", 300.0)
                .row("POINT(502000 4150100)", 900.0)
                .row("POINT(501000 4150100)", 0.0)
                .data();
        Output output = run("kernel-density", Map.of("features", points), "radius-field", "reach", "cell", "10");
        double sum = 0;
        float highest = 0;
        for (float cell : cells(output)) {
            sum += cell * 1e-4;
            highest = Math.max(highest, cell);
        }
        assertThat(sum).isCloseTo(2, within(0.01));
        assertThat(highest).isCloseTo((float) (3 / (Math.PI * 0.09)), within(0.02f));
        assertThat(output.notes()).extracting(note -> note.key()).contains("analysis.note-no-radius");
        LayerData one =
                Layers.of("one", Point.class).row("POINT(500000 4150000)").data();
        // QGIS 3.22 has these for a radius of 10, cells of 1 and a decay of a half, at the point and two cells on
        Output scaled = run(
                "kernel-density",
                Map.of("features", one),
                "radius",
                "10",
                "cell",
                "1",
                "kernel",
                "triangular",
                "decay",
                "0.5",
                "unit",
                "qgis",
                "frame",
                "qgis");
        Grid grid = ((Output.Raster) scaled).grid();
        assertThat(grid.get(10, 10)).isEqualTo(0.004605839f);
        assertThat(grid.get(12, 10)).isEqualTo(0.0041659977f);
        // what is left of the radius beyond whole cells makes one more only where it is above half a unit
        LayerData two = Layers.of("two", Point.class)
                .row("POINT(500000 4150000)")
                .row("POINT(500000 4149980)")
                .data();
        float[] few = cells(run(
                "kernel-density",
                Map.of("features", two),
                "radius",
                "9.5",
                "cell",
                "1",
                "unit",
                "raw",
                "frame",
                "qgis"));
        int reached = 0;
        for (int column = 0; column < 20; column++) {
            reached += Float.isNaN(few[column]) ? 0 : 1;
        }
        // in the northern row; a cell more would lay the hill a row further south
        assertThat(reached).isEqualTo(7);
        Output quartic = run(
                "kernel-density",
                Map.of("features", one),
                "radius",
                "10",
                "cell",
                "1",
                "unit",
                "qgis",
                "frame",
                "qgis");
        assertThat(((Output.Raster) quartic).grid().get(10, 10)).isEqualTo(0.06854181f);
    }

    @Test
    void lineDensityTimesAreaIsTheLengthOfTheLines() {
        LayerData rivers = Layers.of("rivers", LineString.class, "lanes:Double")
                .row("LINESTRING(500000 4150000, 500300 4150400, 500900 4150400)", 2.0)
                .row("LINESTRING(500100 4150000, 500100 4150700)", 1.0)
                .row("LINESTRING(500100 4150000, 500400 4150700)", null)
                .data();
        Output output =
                run("line-density", Map.of("features", rivers), "radius", "150", "cell", "5", "weight", "lanes");
        double length = 0;
        for (float cell : cells(output)) {
            length += cell * 25e-6;
        }
        assertThat(length).isCloseTo(2 * 1.1 + 0.7, within(0.003));
        assertThat(output.notes()).hasSize(1);
        // a straight line through the middle: a diameter by the area of the circle
        LayerData straight = Layers.of("straight", LineString.class)
                .row("LINESTRING(500000 4150000, 501000 4150000)")
                .data();
        float[] along = cells(run("line-density", Map.of("features", straight), "radius", "100", "cell", "10"));
        float most = 0;
        for (float cell : along) {
            most = Math.max(most, cell);
        }
        assertThat(most).isCloseTo((float) (2 * Math.sqrt(1e4 - 25) / 1000 / (Math.PI * 0.01)), within(1e-4f));
        // QGIS 3.22 gives these for the same line, circles of 10 and cells of 7
        float[] theirs =
                cells(run("line-density", Map.of("features", straight), "radius", "10", "cell", "7", "manner", "qgis"));
        assertThat(theirs).hasSize(143);
        assertThat(theirs[0]).isCloseTo(0.04114231f, within(1e-7f));
        assertThat(theirs[1]).isCloseTo(0.05988948f, within(2e-7f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quartic", "triweight", "epanechnikov", "triangular", "uniform"})
    void densityTimesAreaIsTheNumberOfPoints(String kernel) {
        LayerData points = Layers.of("p", Point.class, "people:Double")
                .row("POINT(500000 4150000)", 3.0)
                .row("POINT(500200 4150100)", 4.0)
                .row("POINT(500200 4150100)", null)
                .data();
        Output output = run(
                "kernel-density",
                Map.of("features", points),
                "radius",
                "500",
                "cell",
                "10",
                "kernel",
                kernel,
                "weight",
                "people");
        double sum = 0;
        for (float cell : cells(output)) {
            sum += cell * 1e-4;
        }
        assertThat(sum).isCloseTo(7, within(0.01));
        assertThat(output.notes()).hasSize(1);
    }

    @Test
    void theCalculatorWorksCellByCellAndMissingStaysMissing() {
        Map<String, LayerData> inputs =
                Map.of("a", raster(3, 1, (x, y) -> x == 15 ? Double.NaN : x), "b", raster(3, 1, (x, y) -> 2));
        assertThat(cells(run("raster-calculator", inputs, "formula", "a * b + 1")))
                .containsExactly(11, Float.NaN, 51);
        assertThat(cells(run(
                        "raster-calculator", inputs, "formula", "if_then_else(greaterThan(a, 10), max(a, 40), 0 - b)")))
                .containsExactly(-2, Float.NaN, 40);
        assertThat(cells(run("raster-calculator", inputs, "formula", "if_then_else(a > 10, max(a, 40), 0 - b)")))
                .isEqualTo(cells(run(
                        "raster-calculator",
                        inputs,
                        "formula",
                        "if_then_else(greaterThan(a, 10), max(a, 40), 0 - b)")));
        assertThat(cells(run("raster-calculator", inputs, "formula", "a >= 25 AND b < 3")))
                .containsExactly(0, Float.NaN, 1);
        assertThat(cells(run("raster-calculator", inputs, "formula", "isNull(a)")))
                .containsExactly(0, 1, 0);
        assertThat(cells(run("raster-calculator", inputs, "formula", "1 / (a - 5)")))
                .containsExactly(Float.NaN, Float.NaN, 0.05f);
    }

    @Test
    void formulasThatCannotBeWorkedOutAreToldWithWhatThereIs() {
        Map<String, LayerData> inputs = Map.of("a", raster(2, 2, (x, y) -> x));
        for (String formula : List.of("a +", "a + z", "env('x')", "abs(a, a)", "strToUpperCase(a)")) {
            assertThatThrownBy(() -> run("raster-calculator", inputs, "formula", formula))
                    .as(formula)
                    .isInstanceOf(RiskMapException.class);
        }
        assertThatThrownBy(() -> run(
                        "raster-calculator",
                        Map.of("a", raster(2, 2, (x, y) -> x), "b", raster(3, 2, (x, y) -> x)),
                        "formula",
                        "a + b"))
                .isInstanceOf(RiskMapException.class);
    }
}
