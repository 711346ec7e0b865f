package riskmap.geo.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SquareCornersTest {
    private final SquareCorners squaring = new SquareCorners(15, 1000);

    private static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** The angle at a vertex, in degrees. */
    private static double angle(Coordinate[] path, int vertex) {
        return Math.toDegrees(Angle.angleBetween(path[vertex - 1], path[vertex], path[vertex + 1]));
    }

    @Test
    void aHouseTracedByHandGetsSquareCornersWhereItWas() {
        Geometry house = shape("POLYGON((500000 4150000, 500012 4150000.6, 500011.6 4150008.3, 499999.5 4150008,"
                + " 500000 4150000))");
        Geometry squared = squaring.of(house);
        for (int i = 1; i < 4; i++) {
            assertThat(angle(squared.getCoordinates(), i)).isCloseTo(90, within(0.01));
        }
        assertThat(squared.getCoordinates()[0]).isEqualTo(new Coordinate(500000, 4150000));
        assertThat(squared.getArea()).isCloseTo(house.getArea(), within(0.03 * house.getArea()));
        assertThat(squared.symDifference(house).getArea()).isLessThan(0.1 * house.getArea());
    }

    @Test
    void aBentWallBecomesStraightAndALineKeepsItsEnds() {
        Coordinate[] wall =
                squaring.of(shape("LINESTRING(0 0, 10 0.3, 20 0, 20.4 10)")).getCoordinates();
        assertThat(angle(wall, 1)).isCloseTo(180, within(0.5));
        assertThat(angle(wall, 2)).isCloseTo(90, within(0.5));
        assertThat(wall[0]).isEqualTo(new Coordinate(0, 0));
        assertThat(wall[3]).isEqualTo(new Coordinate(20.4, 10));
    }

    @Test
    void cornersOfOtherAnglesAndWhatIsSquareAlreadyStay() {
        for (String wkt : new String[] {
            "POLYGON((0 0, 10 0, 5 8, 0 0))",
            "POLYGON((0 0, 10 0, 10 5, 0 5, 0 0))",
            "LINESTRING(0 0, 5 5)",
            "POINT(1 2)"
        }) {
            assertThat(squaring.of(shape(wkt)).equalsExact(shape(wkt), 1e-9))
                    .as(wkt)
                    .isTrue();
        }
    }
}
