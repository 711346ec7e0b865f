package riskmap.geo.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.geo.Grids.SILENT;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.Grids;
import riskmap.geo.zonal.CoverageFraction;

class RasterizerTest {
    private static final GridGeometry FIVE = Grids.geometry(5, 5);

    private static String burn(Rasterizer.Rule rule, String wkt) {
        return Grids.text(new Rasterizer(FIVE, rule, Rasterizer.Combine.LAST, 0, SILENT)
                .add(Grids.wkt(wkt), 1)
                .finish());
    }

    private static String burn(Rasterizer.Combine combine, double... values) {
        Rasterizer rasterizer =
                new Rasterizer(Grids.geometry(3, 1), Rasterizer.Rule.CENTRE, combine, Float.NaN, SILENT);
        rasterizer.add(Grids.wkt("POLYGON((0 0, 20 0, 20 10, 0 10, 0 0))"), values[0]);
        rasterizer.add(Grids.wkt("POLYGON((10 0, 30 0, 30 10, 10 10, 10 0))"), values[1]);
        return Grids.text(rasterizer.finish());
    }

    @Test
    void exampleInJavadoc() {
        assertThat(burn(Rasterizer.Rule.CENTRE, "POLYGON((0 0, 20 0, 20 20, 0 20, 0 0))"))
                .isEqualTo("0 0 0 0 0 / 0 0 0 0 0 / 0 0 0 0 0 / 1 1 0 0 0 / 1 1 0 0 0");
    }

    @Test
    void smallWholeNumbersAreBurntIntoBytesAsIntoFloats() {
        Random random = new Random(11);
        GridGeometry lattice = Grids.geometry(60, 45);
        Geometry[] shapes = new Geometry[80];
        double[] values = new double[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            double x = random.nextDouble() * 600;
            double y = random.nextDouble() * 450;
            Geometry place = new GeometryFactory().createPoint(new Coordinate(x, y));
            shapes[i] = i % 7 == 0 ? null : i % 3 == 0 ? place : place.buffer(5 + random.nextDouble() * 60);
            values[i] = random.nextInt(128);
        }
        for (Rasterizer.Combine combine : List.of(Rasterizer.Combine.LAST, Rasterizer.Combine.MAX)) {
            for (Rasterizer.Rule rule : Rasterizer.Rule.values()) {
                float[] floats = new Rasterizer(lattice, rule, combine, 0, SILENT)
                        .addAll(shapes, values)
                        .finish()
                        .cells();
                byte[] bytes = Rasterizer.bytes(lattice, shapes, values, rule, combine, SILENT);
                for (int i = 0; i < bytes.length; i++) {
                    assertThat((float) bytes[i]).isEqualTo(floats[i]);
                }
            }
        }
        assertThatThrownBy(() -> Rasterizer.bytes(
                        lattice, shapes, values, Rasterizer.Rule.CENTRE, Rasterizer.Combine.SUM, SILENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCellBelongsToTheAreaThatHoldsItsCentre() {
        assertThat(burn(Rasterizer.Rule.CENTRE, "POLYGON((4 4, 34 4, 4 34, 4 4))"))
                .isEqualTo("0 0 0 0 0 / 0 0 0 0 0 / 1 0 0 0 0 / 1 1 0 0 0 / 1 1 1 0 0");
    }

    @Test
    void marksLieWhereTheMaskLies() {
        List<Geometry> shapes = List.of(
                Grids.wkt("POLYGON((4 4, 34 4, 4 34, 4 4))"),
                Grids.wkt("LINESTRING(3 48, 47 44)"),
                Grids.wkt("POINT(45 5)"));
        for (Rasterizer.Rule rule : Rasterizer.Rule.values()) {
            float[] mask = Rasterizer.mask(FIVE, shapes, rule, SILENT).cells();
            byte[] marks = Rasterizer.marks(FIVE, shapes, rule, SILENT);
            for (int cell = 0; cell < mask.length; cell++) {
                assertThat(marks[cell]).isEqualTo((byte) (mask[cell] == 1 ? 1 : 0));
            }
            assertThat(marks).contains((byte) 1).contains((byte) 0);
        }
    }

    @Test
    void holesAreLeftOut() {
        assertThat(burn(
                        Rasterizer.Rule.CENTRE,
                        "POLYGON((0 0, 50 0, 50 50, 0 50, 0 0), (10 10, 40 10, 40 40, 10 40, 10 10))"))
                .isEqualTo("1 1 1 1 1 / 1 0 0 0 1 / 1 0 0 0 1 / 1 0 0 0 1 / 1 1 1 1 1");
    }

    @Test
    void allTouchedTakesEveryCellTheInteriorMeets() {
        assertThat(burn(Rasterizer.Rule.ALL_TOUCHED, "POLYGON((4 4, 37 4, 4 37, 4 4))"))
                .isEqualTo("0 0 0 0 0 / 1 1 0 0 0 / 1 1 1 0 0 / 1 1 1 1 0 / 1 1 1 1 0");
        // on the lines of the grid nothing beyond is touched
        assertThat(burn(Rasterizer.Rule.ALL_TOUCHED, "POLYGON((10 10, 30 10, 30 30, 10 30, 10 10))"))
                .isEqualTo("0 0 0 0 0 / 0 0 0 0 0 / 0 1 1 0 0 / 0 1 1 0 0 / 0 0 0 0 0");
    }

    @Test
    void linesAreThinOrTouchAllTheyRunThrough() {
        assertThat(burn(Rasterizer.Rule.CENTRE, "LINESTRING(5 5, 45 25)"))
                .isEqualTo("0 0 0 0 0 / 0 0 0 0 0 / 0 0 0 1 1 / 0 1 1 0 0 / 1 0 0 0 0");
        assertThat(burn(Rasterizer.Rule.ALL_TOUCHED, "LINESTRING(5 6, 45 26)"))
                .isEqualTo("0 0 0 0 0 / 0 0 0 0 0 / 0 0 0 1 1 / 0 1 1 1 0 / 1 1 0 0 0");
    }

    @Test
    void pointsBurnTheirCellAndOutsideNothing() {
        // a cell has its west and north edge; the south edge of the grid belongs to none
        assertThat(burn(Rasterizer.Rule.CENTRE, "MULTIPOINT((0 1), (49.9 49.9), (10 20), (-1 5), (50 45), (5 0))"))
                .isEqualTo("0 0 0 0 1 / 0 0 0 0 0 / 0 0 0 0 0 / 0 1 0 0 0 / 1 0 0 0 0");
    }

    @Test
    void collectionsBurnAllTheirParts() {
        assertThat(burn(
                        Rasterizer.Rule.CENTRE,
                        "GEOMETRYCOLLECTION(POINT(45 45), LINESTRING(5 45, 25 45), POLYGON((0 0, 20 0, 20 10,"
                                + " 0 10, 0 0)))"))
                .isEqualTo("1 1 1 0 1 / 0 0 0 0 0 / 0 0 0 0 0 / 0 0 0 0 0 / 1 1 0 0 0");
    }

    @Test
    void combiningDecidesWhatOverlapsBecome() {
        assertThat(burn(Rasterizer.Combine.LAST, 3, 2)).isEqualTo("3 2 2");
        assertThat(burn(Rasterizer.Combine.FIRST, 3, 2)).isEqualTo("3 3 2");
        assertThat(burn(Rasterizer.Combine.MAX, 2, 3)).isEqualTo("2 3 3");
        assertThat(burn(Rasterizer.Combine.MAX, -3, -2)).isEqualTo("-3 -2 -2");
        assertThat(burn(Rasterizer.Combine.MIN, 2, 3)).isEqualTo("2 2 3");
        assertThat(burn(Rasterizer.Combine.SUM, 2, 3)).isEqualTo("2 5 3");
    }

    @Test
    void emptyGeometriesAndValuesThatAreNoNumberBurnNothing() {
        Rasterizer rasterizer = new Rasterizer(FIVE, Rasterizer.Rule.CENTRE, Rasterizer.Combine.LAST, 7, SILENT);
        rasterizer.add(Grids.wkt("POLYGON EMPTY"), 1);
        rasterizer.add(Grids.wkt("POLYGON((0 0, 50 0, 50 50, 0 50, 0 0))"), Double.NaN);
        assertThat(rasterizer.finish().cells()).containsOnly(7);
    }

    @Test
    void coordinatesFarAwayDoNoHarm() {
        assertThat(burn(
                        Rasterizer.Rule.CENTRE,
                        "POLYGON((-1e300 -1e300, 1e300 -1e300, 1e300 21, -1e300 21, -1e300 -1e300))"))
                .isEqualTo("0 0 0 0 0 / 0 0 0 0 0 / 0 0 0 0 0 / 1 1 1 1 1 / 1 1 1 1 1");
        assertThat(burn(Rasterizer.Rule.CENTRE, "LINESTRING(-1e9 25, 1e9 25)"))
                .isEqualTo("0 0 0 0 0 / 0 0 0 0 0 / 1 1 1 1 1 / 0 0 0 0 0 / 0 0 0 0 0");
    }

    @Test
    void areasSideBySideShareNoCellEvenWhereCentresLieOnTheBorder() {
        GridGeometry geometry = Grids.geometry(8, 8);
        Rasterizer rasterizer = new Rasterizer(geometry, Rasterizer.Rule.CENTRE, Rasterizer.Combine.SUM, 0, SILENT);
        for (String area : List.of(
                "POLYGON((0 0, 35 0, 35 35, 0 35, 0 0))",
                "POLYGON((35 0, 80 0, 80 35, 35 35, 35 0))",
                "POLYGON((0 35, 35 35, 0 80, 0 35))",
                "POLYGON((35 35, 80 35, 80 80, 0 80, 35 35))")) {
            rasterizer.add(Grids.wkt(area), 1);
        }
        assertThat(rasterizer.finish().cells()).containsOnly(1);
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws Exception {
        List<Geometry> shapes = Grids.randomTriangles(600, 11);
        float[] one = new ForkJoinPool(1).submit(() -> sum(shapes)).get();
        float[] three = new ForkJoinPool(3).submit(() -> sum(shapes)).get();
        assertThat(three).isEqualTo(one);
    }

    @Test
    void manyAtOnceAreBurntAsOneAfterTheOther() {
        // more vertices than three batches hold
        Geometry[] shapes = new Geometry[2000];
        double[] values = new double[shapes.length];
        Random random = new Random(5);
        for (int i = 0; i < shapes.length; i++) {
            Coordinate centre = new Coordinate(random.nextInt(50), random.nextInt(50));
            shapes[i] = i % 97 == 0
                    ? null
                    : new GeometryFactory().createPoint(centre).buffer(1 + random.nextInt(9), 100);
            values[i] = i % 89 == 0 ? Double.NaN : random.nextInt(30) / 4.0;
        }
        for (Rasterizer.Combine combine : Rasterizer.Combine.values()) {
            for (double[] burnt : new double[][] {values, null}) {
                Rasterizer single = new Rasterizer(FIVE, Rasterizer.Rule.CENTRE, combine, -1, SILENT);
                for (int i = 0; i < shapes.length; i++) {
                    if (shapes[i] != null) {
                        single.add(shapes[i], burnt == null ? 1 : burnt[i]);
                    }
                }
                Rasterizer together = new Rasterizer(FIVE, Rasterizer.Rule.CENTRE, combine, -1, SILENT);
                assertThat(together.addAll(shapes, burnt).finish().cells())
                        .as("%s", combine)
                        .isEqualTo(single.finish().cells());
            }
        }
    }

    @Test
    void cancelStopsIt() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, Message step) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        Rasterizer rasterizer = new Rasterizer(FIVE, Rasterizer.Rule.CENTRE, Rasterizer.Combine.LAST, 0, cancelled);
        assertThatThrownBy(rasterizer::finish).isInstanceOf(CancelledException.class);
    }

    @Test
    void coverageFractionIsTheShareOfTheCellsArea() {
        Grid shares = CoverageFraction.of(
                Grids.geometry(3, 2),
                List.of(
                        Grids.wkt("POLYGON((5 5, 25 5, 25 15, 5 15, 5 5))"),
                        Grids.wkt("POLYGON((0 0, 10 0, 0 10, 0 0))")),
                new double[] {1, 2},
                SILENT);
        assertThat(Grids.text(shares)).isEqualTo("0.25 0.5 0.25 / 1.25 0.5 0.25");
    }

    @Test
    void coverageFractionsAddUpToTheAreaWithinTheGrid() {
        GridGeometry geometry = Grids.geometry(40, 30);
        Geometry frame = Grids.wkt("POLYGON((0 0, 400 0, 400 300, 0 300, 0 0))");
        for (Geometry shape : Grids.randomTriangles(40, 5)) {
            Geometry turned = AffineTransformation.translationInstance(-50, -40).transform(shape.buffer(3));
            double sum = 0;
            for (float share :
                    CoverageFraction.of(geometry, List.of(turned), null, SILENT).cells()) {
                sum += share * geometry.cellArea();
            }
            assertThat(sum).isCloseTo(turned.intersection(frame).getArea(), org.assertj.core.data.Offset.offset(0.05));
        }
    }

    private static float[] sum(List<Geometry> shapes) {
        Rasterizer rasterizer =
                new Rasterizer(Grids.geometry(90, 200), Rasterizer.Rule.CENTRE, Rasterizer.Combine.SUM, 0, SILENT);
        for (int i = 0; i < shapes.size(); i++) {
            rasterizer.add(shapes.get(i), 0.1 * i);
        }
        return rasterizer.finish().cells();
    }
}
