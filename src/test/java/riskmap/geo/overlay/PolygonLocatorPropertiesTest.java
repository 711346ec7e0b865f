package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.Grids;

/** A point lies where JTS says: with a locator and without, on vertices, on edges and a hair beside them. */
class PolygonLocatorPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 80)
    void pointsLieWhereJtsSays(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry area = area(random);
        List<Coordinate> points = new ArrayList<>(List.of(area.getCoordinates()));
        Coordinate[] corners = area.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            double share = random.nextBoolean() ? 0.5 : random.nextDouble();
            double x = corners[i - 1].x + share * (corners[i].x - corners[i - 1].x);
            double y = corners[i - 1].y + share * (corners[i].y - corners[i - 1].y);
            points.add(new Coordinate(x, y));
            points.add(new Coordinate(Math.nextUp(x), y));
            points.add(new Coordinate(x, Math.nextDown(y)));
            // at the height of a vertex, where a ray to the right may meet it
            points.add(new Coordinate(random.nextInt(220), corners[i].y));
        }
        for (int i = 0; i < 60; i++) {
            points.add(new Coordinate(random.nextInt(220), random.nextInt(220)));
        }
        PolygonLocator locator = PolygonLocator.of(area);
        for (int dimension = 0; dimension <= 3; dimension++) {
            Geometry kept = dimension < 2 ? area : packed(area, dimension);
            for (Coordinate point : points) {
                int expected = SimplePointInAreaLocator.locate(point, area);
                assertThat(PolygonLocator.locate(kept, point.x, point.y))
                        .as("%s in %s", point, area)
                        .isEqualTo(expected);
                assertThat(locator.locate(point.x, point.y))
                        .as("%s in %s", point, area)
                        .isEqualTo(expected);
            }
            assertSweptTogether(kept, points, random);
        }
    }

    /** Some at a time, in whatever order: each where it lies by itself. */
    private static void assertSweptTogether(Geometry area, List<Coordinate> points, Random random) {
        Collections.shuffle(points, random);
        PointSweep sweep = new PointSweep();
        for (int first = 0, end = 0; first < points.size(); first = end) {
            end = Math.min(points.size(), first + 1 + random.nextInt(100));
            Map<Integer, Integer> expected = new HashMap<>();
            Map<Integer, Integer> found = new HashMap<>();
            for (int i = first; i < end; i++) {
                int location = SimplePointInAreaLocator.locate(points.get(i), area);
                if (location != Location.EXTERIOR) {
                    expected.put(i, location);
                }
                sweep.add(i, points.get(i).x, points.get(i).y);
            }
            sweep.locate(area, (point, location) -> assertThat(found.put(point, location))
                    .isNull());
            assertThat(found).as("%s", area).isEqualTo(expected);
        }
    }

    @Test
    void nothingLiesInWhatIsNoArea() {
        for (String text : List.of(
                "POLYGON EMPTY",
                "MULTIPOLYGON EMPTY",
                "GEOMETRYCOLLECTION EMPTY",
                "POINT (1 1)",
                "LINESTRING (0 0, 2 2)",
                "MULTIPOINT ((1 1), (2 2))")) {
            assertThat(PolygonLocator.locate(Grids.wkt(text), 1, 1)).as(text).isEqualTo(Location.EXTERIOR);
            assertThat(PolygonLocator.of(Grids.wkt(text)).locate(1, 1)).as(text).isEqualTo(Location.EXTERIOR);
            assertSweptTogether(Grids.wkt(text), new ArrayList<>(List.of(new Coordinate(1, 1))), new Random(1));
        }
    }

    @Test
    void ofAnAreaWithoutExtentThereIsOnlyABoundary() {
        Geometry flat = Grids.wkt("POLYGON ((0 0, 4 4, 0 0, 0 0))");
        Geometry beside = Grids.wkt("GEOMETRYCOLLECTION (LINESTRING (9 9, 8 8), POLYGON ((0 0, 4 0, 4 4, 0 0)))");
        for (Geometry area : List.of(flat, beside)) {
            PolygonLocator locator = PolygonLocator.of(area);
            for (double[] at : new double[][] {{2, 2}, {0, 0}, {4, 4}, {2, 1}, {8.5, 8.5}, {5, 5}, {-1, 0}}) {
                int location = locator.locate(at[0], at[1]);
                assertThat(PolygonLocator.locate(area, at[0], at[1])).isEqualTo(location);
                PointSweep sweep = new PointSweep();
                List<Integer> found = new ArrayList<>();
                sweep.add(0, at[0], at[1]);
                sweep.locate(area, (point, place) -> found.add(place));
                assertThat(found).isEqualTo(location == Location.EXTERIOR ? List.of() : List.of(location));
            }
        }
        assertThat(PolygonLocator.locate(flat, 2, 2)).isEqualTo(Location.BOUNDARY);
        assertThat(PolygonLocator.locate(beside, 8.5, 8.5)).isEqualTo(Location.EXTERIOR);
    }

    /** A star with a hole, or two apart, or a box along the axes, with whole or with broken coordinates. */
    private static Geometry area(Random random) {
        Geometry star = star(random, 100, 100, 60);
        return switch (random.nextInt(4)) {
            case 0 -> FACTORY.toGeometry(new Envelope(20, 90, 30, 70 + random.nextInt(9)));
            case 1 -> star.difference(star(random, 100, 100, 15));
            case 2 -> star.union(star(random, 190, 190, 12));
            default -> star;
        };
    }

    private static Polygon star(Random random, double x, double y, double radius) {
        boolean whole = random.nextBoolean();
        int corners = 5 + random.nextInt(40);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double reach = radius * (0.4 + 0.6 * random.nextDouble());
            double east = x + reach * Math.cos(2 * Math.PI * i / corners);
            double north = y + reach * Math.sin(2 * Math.PI * i / corners);
            ring[i] = whole ? new Coordinate(Math.rint(east), Math.rint(north)) : new Coordinate(east, north);
        }
        ring[corners] = ring[0].copy();
        Polygon star = FACTORY.createPolygon(ring);
        return star.isValid() ? star : FACTORY.createPolygon(star.convexHull().getCoordinates());
    }

    private static Geometry packed(Geometry area, int dimension) {
        Polygon[] parts = new Polygon[area.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            Polygon part = (Polygon) area.getGeometryN(i);
            LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
            for (int hole = 0; hole < holes.length; hole++) {
                holes[hole] = packed(part.getInteriorRingN(hole), dimension);
            }
            parts[i] = FACTORY.createPolygon(packed(part.getExteriorRing(), dimension), holes);
        }
        return parts.length == 1 ? parts[0] : FACTORY.createMultiPolygon(parts);
    }

    private static LinearRing packed(LinearRing ring, int dimension) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        double[] values = new double[dimension * positions.size()];
        for (int i = 0; i < positions.size(); i++) {
            values[dimension * i] = positions.getX(i);
            values[dimension * i + 1] = positions.getY(i);
        }
        return FACTORY.createLinearRing(PackedPositions.of(values, dimension, 0));
    }
}
