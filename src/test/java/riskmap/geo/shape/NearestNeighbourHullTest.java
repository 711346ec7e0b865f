package riskmap.geo.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.RiskMapException;

class NearestNeighbourHullTest {
    private static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** Places every 10 m along an L of two arms, 40 m long and 10 m wide. */
    private static final String ARMS =
            "MULTIPOINT(0 0,10 0,20 0,30 0,40 0,0 10,10 10,20 10,30 10,40 10," + "0 20,10 20,0 30,10 30,0 40,10 40)";

    @Test
    void theOutlineFollowsAnLWhichTheConvexHullCutsAcross() {
        Polygon hull = NearestNeighbourHull.of(shape(ARMS), 3);
        assertThat(hull.getArea()).isBetween(700.0, 850.0);
        assertThat(shape(ARMS).convexHull().getArea()).isEqualTo(1150);
    }

    @Test
    void allPlacesLieInAValidArea() {
        Random random = new Random(4);
        for (int run = 0; run < 30; run++) {
            Coordinate[] places = new Coordinate[20 + random.nextInt(200)];
            for (int i = 0; i < places.length; i++) {
                places[i] = new Coordinate(random.nextInt(100), random.nextInt(100));
            }
            Geometry points = new GeometryFactory().createMultiPointFromCoords(places);
            Polygon hull = NearestNeighbourHull.of(points, 3 + random.nextInt(8));
            assertThat(hull.isValid()).isTrue();
            assertThat(hull.covers(points)).isTrue();
            assertThat(points.convexHull().covers(hull)).isTrue();
        }
    }

    @Test
    void placesOnALineOrTooFewHaveNoAreaAndTooManyAreRefused() {
        assertThat(NearestNeighbourHull.of(shape("MULTIPOINT(0 0,1 1,2 2,3 3)"), 3))
                .isNull();
        assertThat(NearestNeighbourHull.of(shape("MULTIPOINT(0 0,1 1,0 0)"), 3)).isNull();
        Coordinate[] many = new Coordinate[20_001];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Coordinate(i, i % 7);
        }
        Geometry points = new GeometryFactory().createMultiPointFromCoords(many);
        assertThatThrownBy(() -> NearestNeighbourHull.of(points, 3)).isInstanceOf(RiskMapException.class);
    }
}
