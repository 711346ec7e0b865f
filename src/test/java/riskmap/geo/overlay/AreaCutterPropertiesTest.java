package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What is cut by walking from crossing to crossing is what the overlay gives, or is left to the overlay. */
class AreaCutterPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 400)
    void piecesAreThoseOfTheOverlay(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry area = area(random, 12, 4 + random.nextInt(60), 4_141_000.1);
        AreaCutter cutter = AreaCutter.of(area);
        for (int i = 0; i < 20; i++) {
            Polygon outline = star(random, 12, 3 + random.nextInt(40), 4_141_000.1, 1 + 9 * random.nextDouble());
            Optional<Geometry> pieces = cutter.common(outline);
            if (pieces.isPresent()) {
                Geometry expected = Overlay.intersection(outline, area);
                assertThat(pieces.get().isValid()).isTrue();
                assertThat(pieces.get().getNumPoints()).isEqualTo(expected.getNumPoints());
                assertThat(pieces.get().norm().equalsExact(expected.norm(), 1e-6))
                        .as("%s\n%s\n%s", area, outline, pieces.get())
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void whatMayTouchIsAsTheOverlayOrLeftToIt(@ForAll long seed) {
        Random random = new Random(seed);
        // whole numbers: corners fall on corners and edges along edges
        Geometry area = area(random, 6, 4 + random.nextInt(8), 0);
        AreaCutter cutter = AreaCutter.of(area);
        for (int i = 0; i < 20; i++) {
            Geometry outline = star(random, 6, 3 + random.nextInt(5), 0, 4);
            if (outline.isValid() && !outline.isEmpty()) {
                cutter.common(outline).ifPresent(pieces -> assertThat(
                                Overlay.symmetricDifference(pieces, Overlay.intersection(outline, area))
                                        .getArea())
                        .isLessThan(1e-9));
            }
        }
    }

    @Property(tries = 30)
    void plainCrossingsAreNotLeftToTheOverlay(@ForAll long seed) {
        Random random = new Random(seed);
        Polygon area = star(random, 1, 50, 1000.3, 10);
        AreaCutter cutter = AreaCutter.of(area);
        assertThat(cutter.common(star(random, 8, 20, 1000.7, 5))).isPresent();
    }

    @Example
    void anOutlineInsideIsTakenOverAndOneApartHasNothing() throws ParseException {
        Geometry area = wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))");
        AreaCutter cutter = AreaCutter.of(area);
        Geometry inside = wkt("POLYGON ((1 1, 2 1, 2 2, 1 1))");
        assertThat(cutter.common(inside).orElseThrow()).isSameAs(inside);
        assertThat(cutter.common(wkt("POLYGON ((4.5 4.5, 5 4.5, 5 5, 4.5 4.5))"))
                        .orElseThrow()
                        .isEmpty())
                .isTrue();
        assertThat(cutter.common(wkt("POLYGON ((20 1, 22 1, 22 2, 20 1))"))
                        .orElseThrow()
                        .isEmpty())
                .isTrue();
        assertThat(cutter.common(wkt("POLYGON ((-1 1, 2 1, 2 2, -1 2, -1 1))"))
                        .orElseThrow()
                        .getArea())
                .isEqualTo(2);
        assertThat(cutter.common(wkt("POLYGON ((3 3, 5 3, 5 5, 3 5, 3 3))"))
                        .orElseThrow()
                        .getArea())
                .isEqualTo(3);
    }

    @Example
    void aHoleInsideTheOutlineACommonEdgeAndHeightsAreLeftToTheOverlay() throws ParseException {
        Geometry area = wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))");
        AreaCutter cutter = AreaCutter.of(area);
        assertThat(cutter.common(wkt("POLYGON ((3 3, 7 3, 7 7, 3 7, 3 3))"))).isEmpty();
        assertThat(cutter.common(wkt("POLYGON ((0 1, 2 1, 2 2, 0 2, 0 1))"))).isEmpty();
        assertThat(cutter.common(wkt("POLYGON Z ((1 1 5, 2 1 5, 2 2 5, 1 1 5))")))
                .isEmpty();
        assertThat(cutter.common(wkt("LINESTRING (1 1, 2 2)"))).isEmpty();
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    /** A star, often with a hole, sometimes with a second part. */
    static Geometry area(Random random, int room, int corners, double shift) {
        Geometry area = star(random, room, corners, shift, 10).buffer(0);
        if (random.nextBoolean()) {
            area = area.difference(star(random, room, 5, shift, 2).buffer(0));
        }
        return random.nextInt(3) == 0
                ? area.union(star(random, room, corners, shift, 4).buffer(0))
                : area;
    }

    static Polygon star(Random random, int room, int corners, double shift, double size) {
        double x = (random.nextDouble() - 0.5) * room;
        double y = (random.nextDouble() - 0.5) * room;
        List<Coordinate> ring = new ArrayList<>();
        for (int corner = 0; corner < corners; corner++) {
            double angle = 2 * Math.PI * corner / corners;
            double radius = size * (0.3 + 0.7 * random.nextDouble());
            double cx = x + radius * Math.cos(angle);
            double cy = y + radius * Math.sin(angle);
            ring.add(
                    shift == 0 ? new Coordinate(Math.rint(cx), Math.rint(cy)) : new Coordinate(cx + shift, cy + shift));
        }
        if (random.nextBoolean()) {
            java.util.Collections.reverse(ring);
        }
        ring.add(ring.get(0).copy());
        return FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
    }
}
