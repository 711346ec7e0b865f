package riskmap.geo.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class InnermostPlaceTest {
    private static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSquareIsDeepestInItsMiddleAndAnAreaRoundAHoleBesideIt() {
        InnermostPlace square = InnermostPlace.of(shape("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))"), 1e-3);
        assertThat(square.place()).isEqualTo(new Coordinate(2, 2));
        assertThat(square.distance()).isEqualTo(2);
        InnermostPlace ring =
                InnermostPlace.of(shape("POLYGON((0 0, 10 0, 10 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))"), 1e-6);
        assertThat(ring.distance()).isCloseTo(2, within(1e-6));
        assertThat(ring.place().x).isBetween(5.0 - 1e-6, 8.0 + 1e-6);
    }

    @Test
    void ofPartsThatWithTheMostRoomCountsAndWhatIsNoAreaHasNone() {
        InnermostPlace parts = InnermostPlace.of(
                shape("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 1, 0 0)), ((10 10, 16 10, 16 16, 10 16, 10 10)))"), 1e-3);
        assertThat(parts.place()).isEqualTo(new Coordinate(13, 13));
        assertThat(InnermostPlace.of(shape("LINESTRING(0 0, 5 5)"), 1)).isNull();
        assertThat(InnermostPlace.of(shape("POLYGON EMPTY"), 1)).isNull();
        assertThat(InnermostPlace.of(shape("POLYGON((0 0, 5 0, 0 0, 0 0))"), 1).distance())
                .isZero();
    }

    @Test
    void itIsTheCentreOfTheLargestCircleThatFitsInIrregularAreasToo() {
        Random random = new Random(11);
        for (int corners : new int[] {5, 12, 40, 200}) {
            Coordinate[] path = new Coordinate[corners + 1];
            for (int i = 0; i < corners; i++) {
                double angle = 2 * Math.PI * i / corners;
                double radius = 300 + 700 * random.nextDouble();
                path[i] = new Coordinate(5e5 + radius * Math.cos(angle), 4.15e6 + radius * Math.sin(angle));
            }
            path[corners] = path[0];
            Geometry area = new GeometryFactory().createPolygon(path);
            InnermostPlace found = InnermostPlace.of(area, 0.01);
            double circle =
                    new MaximumInscribedCircle(area, 0.01).getRadiusLine().getLength();
            assertThat(found.distance()).isCloseTo(circle, within(0.02));
            assertThat(area.getBoundary().distance(area.getFactory().createPoint(found.place())))
                    .isCloseTo(found.distance(), within(1e-6));
            assertThat(area.contains(area.getFactory().createPoint(found.place())))
                    .isTrue();
        }
    }
}
