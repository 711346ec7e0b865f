package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Progress;

class OverlayPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 150)
    void areasOfUnionAndIntersectionAddUpToBoth(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry a = star(random, 100, 100);
        Geometry b = star(random, 130, 110);
        double both = a.getArea() + b.getArea();
        Geometry union = Overlay.union(a, b);
        Geometry common = Overlay.intersection(a, b);
        assertThat(union.getArea() + common.getArea()).isCloseTo(both, within(1e-9 * both));
        assertThat(Overlay.difference(a, b).getArea() + common.getArea()).isCloseTo(a.getArea(), within(1e-9 * both));
        assertThat(Overlay.symmetricDifference(a, b).getArea() + common.getArea())
                .isCloseTo(union.getArea(), within(1e-9 * both));
        assertThat(union.isValid() && common.isValid()).isTrue();
    }

    @Property(tries = 60)
    void locatorAgreesWithJts(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry area = Overlay.union(star(random, 100, 100), star(random, 170, 100));
        IndexedPointInAreaLocator other = new IndexedPointInAreaLocator(area);
        PolygonLocator locator = PolygonLocator.of(area);
        for (int i = 0; i < 60; i++) {
            Coordinate point = new Coordinate(random.nextInt(40, 240), random.nextInt(40, 160));
            assertThat(locator.locate(point.x, point.y)).isEqualTo(other.locate(point));
        }
        for (Coordinate vertex : area.getCoordinates()) {
            assertThat(locator.locate(vertex.x, vertex.y)).isEqualTo(other.locate(vertex));
        }
    }

    @Property(tries = 60)
    void dissolvingACoverageGivesTheUnionWithoutComputing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> cells = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            if (random.nextInt(4) > 0) {
                cells.add(FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(
                        i % 8, i % 8 + 1, Math.floorDiv(i, 8), Math.floorDiv(i, 8) + 1)));
            }
        }
        Geometry dissolved = Coverage.dissolve(cells).orElseThrow();
        assertThat(dissolved.isValid()).isTrue();
        assertThat(dissolved.getArea()).isEqualTo(cells.size());
        assertThat(dissolved.equalsTopo(Coverage.union(cells, Progress.silent())))
                .isTrue();
    }

    @Test
    void overlappingAreasAreNoCoverage() {
        Geometry a = FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(0, 10, 0, 10));
        Geometry b = FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(5, 15, 0, 10));
        assertThat(Coverage.dissolve(List.of(a, b))).isEmpty();
        assertThat(Coverage.union(List.of(a, b), Progress.silent()).getArea()).isEqualTo(150);
    }

    /** Slivers a nanometre wide: JTS makes two shells of one ring of theirs and gives up. */
    @Test
    void sliversWhoseRingsCollapseAreOverlaidAllTheSame() throws ParseException {
        Geometry a = new WKTReader()
                .read("MULTIPOLYGON (((67.67080105392361 8.574683350209744, 67.67080092248267 "
                        + "8.574683429757453, 2.8935382940412238 -33.56282254564286, 67.67080403513661 "
                        + "8.574685454533876, 67.67080416657755 8.574685374986165, 67.67080105392361 "
                        + "8.574683350209744)), ((-65.17774377108212 8.574685374986174, -65.17774373919916 "
                        + "8.57468539334794, 2.8935382940412238 -33.56282254564286, -65.17773068278572 "
                        + "8.57467731116249, -65.17773071466868 8.574677292800729, -65.17774377108212 "
                        + "8.574685374986174)))");
        Geometry b = new WKTReader()
                .read("MULTIPOLYGON (((2.8945382940412236 -33.56382254564286, -65.17674387108211 "
                        + "8.573685474986174, -65.17642507332515 8.573869074256354, 2.8935383940412236 "
                        + "-33.56282264564286, 67.67048978852911 8.574480872567303, 67.67180406657756 "
                        + "8.573685474986165, 2.8945382940412236 -33.56382254564286)), ((-65.17642504144219 "
                        + "8.573869092618118, 2.8935382940412238 -33.56282254564286, -65.17642504144219 "
                        + "8.573869092618116, -65.17642504144219 8.573869092618118)))");
        double sum = a.getArea() + b.getArea();
        Geometry common = Overlay.intersection(a, b);
        assertThat(Overlay.union(a, b).getArea() + common.getArea()).isCloseTo(sum, within(1e-9 * sum));
        assertThat(Overlay.difference(b, a).getArea() + common.getArea())
                .isCloseTo(b.getArea(), within(1e-9 * b.getArea()));
        for (Geometry result : List.of(
                common, Overlay.difference(a, b), Overlay.difference(b, a), Overlay.symmetricDifference(a, b))) {
            assertThat(result.isValid()).isTrue();
        }
    }

    @Test
    void intersectionOfTouchingAreasIsEmptyNotALine() {
        Geometry a = FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(0, 10, 0, 10));
        Geometry b = FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(10, 20, 0, 10));
        assertThat(Overlay.intersection(a, b).isEmpty()).isTrue();
        assertThat(Overlay.intersection(a, b).getDimension()).isEqualTo(2);
    }

    /** A star of 5 to 40 rays around a place. */
    private static Polygon star(Random random, double x, double y) {
        int rays = random.nextInt(5, 41);
        Coordinate[] ring = new Coordinate[rays + 1];
        for (int i = 0; i < rays; i++) {
            double radius = 10 + random.nextInt(41);
            double angle = 2 * Math.PI * i / rays;
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[rays] = ring[0];
        return FACTORY.createPolygon(ring);
    }
}
