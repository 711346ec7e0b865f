package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import riskmap.base.Progress;

/** Counting what covers an outline gives the union that overlays give, or no answer. */
class PlainUnionPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final PrecisionModel GRID = new PrecisionModel(1e9);

    @Property(tries = 300)
    void unionsAreThoseOfTheOverlay(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> areas = areas(random, 2 + random.nextInt(40), 4_141_000.1);
        Geometry expected = OverlayNGRobust.union(areas);
        Optional<Geometry> plain = PlainUnion.of(areas);
        plain.ifPresent(union -> {
            assertThat(union.isValid()).isTrue();
            assertThat(union.getNumPoints()).isEqualTo(expected.getNumPoints());
            assertThat(union.norm().equalsExact(expected.norm(), 1e-6)).isTrue();
        });
    }

    @Property(tries = 300)
    void areasThatTouchAreUnitedRightly(@ForAll long seed) {
        Random random = new Random(seed);
        // whole numbers: corners fall on corners and edges along edges
        List<Geometry> areas = areas(random, 2 + random.nextInt(60), 0);
        PlainUnion.of(areas).ifPresent(union -> assertOnGrid(union, areas));
        assertOnGrid(Coverage.union(areas, Progress.silent()), areas);
    }

    /** Of these an overlay of full precision loses a part without saying so. */
    @ParameterizedTest
    @ValueSource(longs = {168, 934, 1693, 2298, 4789})
    void noPartOfAUnionIsLost(long seed) {
        Random random = new Random(seed);
        List<Geometry> areas = areas(random, 2 + random.nextInt(60), 0);
        assertOnGrid(Coverage.union(areas, Progress.silent()), areas);
    }

    @Test
    void whatAnAreaThatCrossesItselfHasInCommonIsToldThoughItCannotBeChecked() throws ParseException {
        Geometry crossing = wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))");
        assertThat(Overlay.intersection(crossing, wkt("POLYGON ((-1 -1, 4 -1, 4 11, -1 11, -1 -1))"))
                        .getArea())
                .isCloseTo(24, offset(1e-9));
    }

    /** Overlays of full precision lose a part of such unions now and then, those rounded to a grid do not. */
    private static void assertOnGrid(Geometry union, List<Geometry> areas) {
        Geometry expected = onGrid(areas);
        assertThat(union.isValid()).isTrue();
        assertThat(union.getArea()).isCloseTo(expected.getArea(), offset(1e-5));
        assertThat(OverlayNG.overlay(union, expected, OverlayNG.SYMDIFFERENCE, GRID)
                        .getArea())
                .isLessThan(1e-5);
    }

    @Property(tries = 20)
    void starsThatCrossPlainlyNeedNoOverlay(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            areas.add(star(random, 30, 12, 1000.3));
        }
        assertThat(PlainUnion.of(areas)).isPresent();
    }

    @Example
    void holesAreFilledKeptAndMade() throws ParseException {
        Geometry holed = wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2))");
        Geometry across = wkt("POLYGON ((4 -1, 5 -1, 5 11, 4 11, 4 -1))");
        Geometry island = wkt("POLYGON ((6 6, 7 6, 7 7, 6 7, 6 6))");
        Geometry union = PlainUnion.of(List.of(holed, across, island)).orElseThrow();
        assertThat(union.getArea()).isEqualTo(64 + 2 + 6 + 1);
        assertThat(union.getNumGeometries()).isEqualTo(2);
        assertThat(PlainUnion.of(List.of(holed, wkt("POLYGON ((1 1, 9 1, 9 9, 1 9, 1 1))")))
                        .orElseThrow()
                        .getArea())
                .isEqualTo(100);
    }

    @Example
    void commonEdgesCornersHeightsAndCrossedRingsHaveNoPlainUnion() throws ParseException {
        Geometry box = wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
        assertThat(PlainUnion.of(List.of(box, wkt("POLYGON ((4 1, 6 1, 6 3, 4 3, 4 1))"))))
                .isEmpty();
        assertThat(PlainUnion.of(List.of(box, wkt("POLYGON ((4 4, 6 4, 6 6, 4 6, 4 4))"))))
                .isEmpty();
        assertThat(PlainUnion.of(List.of(box, box.copy()))).isEmpty();
        assertThat(PlainUnion.of(List.of(box, wkt("POLYGON Z ((1 1 5, 6 1 5, 6 3 5, 1 1 5))"))))
                .isEmpty();
        assertThat(PlainUnion.of(List.of(box, wkt("POLYGON ((1 1, 9 9, 9 1, 1 9, 1 1))"))))
                .isEmpty();
    }

    private static Geometry onGrid(List<Geometry> areas) {
        Geometry union = areas.get(0);
        for (Geometry area : areas) {
            union = OverlayNG.overlay(union, area, OverlayNG.UNION, GRID);
        }
        return union;
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    private static List<Geometry> areas(Random random, int count, double shift) {
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Geometry area = star(random, 40, 3 + random.nextInt(20), shift).buffer(0);
            if (random.nextInt(4) == 0) {
                area = area.difference(star(random, 40, 5, shift).buffer(0));
            }
            if (!area.isEmpty()) {
                areas.add(area);
            }
        }
        return areas.isEmpty() ? List.of(star(random, 40, 8, shift).buffer(1)) : areas;
    }

    private static Geometry star(Random random, double room, int corners, double shift) {
        double x = (random.nextDouble() - 0.5) * room;
        double y = (random.nextDouble() - 0.5) * room;
        List<Coordinate> ring = new ArrayList<>();
        for (int corner = 0; corner < corners; corner++) {
            double angle = 2 * Math.PI * corner / corners;
            double radius = 2 + 7 * random.nextDouble();
            double cx = x + radius * Math.cos(angle);
            double cy = y + radius * Math.sin(angle);
            // + 0.0: −0 is another place than 0 to the overlay's table of nodes
            ring.add(
                    shift == 0
                            ? new Coordinate(Math.rint(cx) + 0.0, Math.rint(cy) + 0.0)
                            : new Coordinate(cx + shift, cy + shift));
        }
        if (random.nextBoolean()) {
            java.util.Collections.reverse(ring);
        }
        ring.add(ring.get(0).copy());
        return FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
    }
}
