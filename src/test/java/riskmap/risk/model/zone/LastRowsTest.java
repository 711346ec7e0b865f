package riskmap.risk.model.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;

class LastRowsTest {
    private static final GridGeometry LATTICE = new GridGeometry(40, 30, 0, 300, 10, 10, null);
    private static final Progress SILENT = Progress.silent();

    private final List<Geometry> shapes = new ArrayList<>();
    private int burnt;

    private Grid burn(double[] numbers, float background) {
        burnt++;
        Rasterizer rasterizer =
                new Rasterizer(LATTICE, Rasterizer.Rule.CENTRE, Rasterizer.Combine.LAST, background, SILENT);
        for (int i = 0; i < numbers.length; i++) {
            rasterizer.add(shapes.get(i), numbers[i]);
        }
        return rasterizer.finish();
    }

    @Test
    void severalFactorsOfALayerGetWhatEachWouldHaveBurntAndItIsBurntOnce() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble() * 350;
            double y = random.nextDouble() * 250;
            shapes.add(new GeometryFactory().toGeometry(new Envelope(x, x + 60, y, y + 50)));
        }
        List<double[]> factors = List.of(
                random.doubles(50).toArray(),
                random.doubles(50, -9, 9).toArray(),
                random.ints(50, 0, 4).asDoubleStream().toArray());
        LastRows rows = new LastRows(List.of("a", "b", "a", "a"));
        Function<double[], Grid> burn = numbers -> burn(numbers, Float.NaN);
        List<Grid> found = new ArrayList<>();
        for (double[] numbers : factors) {
            assertThat(rows.isWorth("a", 50)).isTrue();
            found.add(rows.numbers("a", numbers, burn, SILENT));
        }
        assertThat(burnt).isEqualTo(1);
        for (int i = 0; i < factors.size(); i++) {
            assertThat(found.get(i).cells()).isEqualTo(burn(factors.get(i), 0).cells());
        }
        assertThat(rows.isWorth("a", 50)).isFalse();
        assertThat(rows.isWorth("b", 50)).isFalse();
        assertThat(new LastRows(List.of("a", "a")).isWorth("a", (1 << 24) + 1)).isFalse();
    }

    @Test
    void classesAreThoseOfTheRowThatCoversACellLastAndItIsBurntOnce() {
        Random random = new Random(4);
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble() * 350;
            double y = random.nextDouble() * 250;
            shapes.add(new GeometryFactory().toGeometry(new Envelope(x, x + 60, y, y + 50)));
        }
        LastRows rows = new LastRows(List.of("a", "a", "a"));
        Function<double[], Grid> burn = numbers -> burn(numbers, Float.NaN);
        double[] numbers = random.doubles(50).toArray();
        List<byte[]> found = new ArrayList<>();
        List<byte[]> given = new ArrayList<>();
        for (int factor = 0; factor < 2; factor++) {
            byte[] classOf = new byte[50];
            random.nextBytes(classOf);
            given.add(classOf);
            Grid rowOfCell = rows.rows("a", 50, burn);
            found.add(LastRows.classes(rowOfCell, classOf, (byte) 9, SILENT).classes());
        }
        float[] last = rows.numbers("a", numbers, burn, SILENT).cells();
        assertThat(burnt).isEqualTo(1);
        for (int factor = 0; factor < 2; factor++) {
            byte[] classOf = given.get(factor);
            double[] asNumbers = new double[50];
            for (int row = 0; row < 50; row++) {
                asNumbers[row] = classOf[row];
            }
            float[] expected = burn(asNumbers, 9).cells();
            for (int cell = 0; cell < expected.length; cell++) {
                assertThat(found.get(factor)[cell]).isEqualTo((byte) expected[cell]);
            }
        }
        assertThat(last).isEqualTo(burn(numbers, 0).cells());
    }

    @Test
    void rowsStayKnownWhileAnotherFactorAsks() {
        shapes.add(new GeometryFactory().toGeometry(new Envelope(0, 100, 0, 100)));
        LastRows rows = new LastRows(List.of("a", "a"));
        Function<double[], Grid> burn = numbers -> burn(numbers, Float.NaN);
        Grid first = rows.rows("a", 1, burn);
        assertThat(rows.isAskedAgain("a")).isTrue();
        assertThat(rows.rows("a", 1, burn)).isSameAs(first);
        assertThat(rows.isAskedAgain("a")).isFalse();
    }
}
