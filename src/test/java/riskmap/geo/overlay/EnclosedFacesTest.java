package riskmap.geo.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class EnclosedFacesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void facesOfNodedLinesHaveTheirVerticesAndComeSorted() throws ParseException {
        Geometry lines = new WKTReader()
                .read(
                        "MULTILINESTRING ((5 0, 5 5), (5 5, 5 10), (5 0, 10 0, 10 10, 5 10), (5 10, 0 10, 0 0, 5 0), (5 5, 6 6))");

        List<Polygon> faces = EnclosedFaces.of(List.of(lines));

        assertEquals(
                "[POLYGON ((0 0, 0 10, 5 10, 5 5, 5 0, 0 0)), POLYGON ((5 0, 5 5, 5 10, 10 10, 10 0, 5 0))]",
                faces.toString());
    }

    @Test
    void theOrderAndDirectionOfTheLinesMakeNoDifference() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Geometry noded = UnaryUnionOp.union(lines(random, 30), FACTORY);
            List<Geometry> parts = new ArrayList<>();
            for (int i = 0; i < noded.getNumGeometries(); i++) {
                parts.add(noded.getGeometryN(i));
            }
            String first = EnclosedFaces.of(parts).toString();
            Collections.shuffle(parts, random);
            parts.replaceAll(part -> random.nextBoolean() ? part : part.reverse());

            assertEquals(first, EnclosedFaces.of(parts).toString(), "seed " + seed);
        }
    }

    @Test
    void linesThatCrossAllTheSameAreNodedAnewAndEncloseTheSameInEveryRun() {
        for (int seed = 0; seed < 10; seed++) {
            List<LineString> crossing = lines(new Random(seed), 30);
            List<Polygon> faces = EnclosedFaces.of(crossing);
            double sum = faces.stream().mapToDouble(Geometry::getArea).sum();

            assertTrue(faces.size() > 10, "seed " + seed + ": " + faces.size());
            assertEquals(UnaryUnionOp.union(faces).getArea(), sum, 1e-9 * sum, "they do not overlap, seed " + seed);
            for (int run = 0; run < 20; run++) {
                assertEquals(faces.toString(), EnclosedFaces.of(crossing).toString(), "seed " + seed);
            }
        }
    }

    @Test
    void areasRepairedByTheirLinesAreTheSameInEveryRun() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Coordinate[] ring = new Coordinate[12];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = new Coordinate(random.nextInt(20), random.nextInt(20));
            }
            ring[ring.length - 1] = ring[0];
            Geometry crossed = FACTORY.createPolygon(ring);
            String first = Linework.areas(crossed).toString();

            for (int run = 0; run < 20; run++) {
                assertEquals(first, Linework.areas(crossed).toString(), "seed " + seed);
            }
        }
    }

    private static List<LineString> lines(Random random, int count) {
        List<LineString> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(FACTORY.createLineString(new Coordinate[] {
                new Coordinate(random.nextDouble(), random.nextDouble()),
                new Coordinate(random.nextDouble(), random.nextDouble())
            }));
        }
        return lines;
    }
}
