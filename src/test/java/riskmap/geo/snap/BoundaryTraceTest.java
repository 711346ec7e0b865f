package riskmap.geo.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class BoundaryTraceTest {
    private static final SnapSettings NEAR = SnapSettings.within(1);

    private final SnapIndex index = new SnapIndex(new Envelope(-10, 200, -10, 200));

    @BeforeEach
    void twoSquaresSideBySide() throws ParseException {
        add("a", 1, "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))");
        add("b", 1, "POLYGON ((100 0, 150 0, 150 100, 100 100, 100 0))");
    }

    @Test
    void theShortestWayAlongBoundariesIsTaken() {
        assertThat(index.trace(at(0, 0), at(100, 100), NEAR).orElseThrow()).hasSize(2);
        assertThat(index.trace(at(0, 20), at(150, 20), NEAR))
                .contains(List.of(at(0, 0), at(100, 0), at(150, 0), at(150, 20)));
    }

    @Test
    void placesOnOneEdgeAreJoinedStraight() {
        assertThat(index.trace(at(20, 0), at(70, 0), NEAR)).contains(List.of(at(70, 0)));
    }

    @Test
    void aBoundarySharedByLayersIsOneWay() {
        assertThat(index.trace(at(100, 10), at(120, 100), NEAR)).contains(List.of(at(100, 100), at(120, 100)));
    }

    @Test
    void placesThatNothingJoinsHaveNoWay() throws ParseException {
        add("a", 2, "LINESTRING (0 150, 100 150)");
        assertThat(index.trace(at(0, 0), at(50, 150), NEAR)).isEmpty();
        assertThat(index.trace(at(0, 0), at(50, 170), NEAR)).isEmpty();
    }

    @Test
    void anEditedFeatureIsFollowedAsItIsNow() throws ParseException {
        assertThat(index.trace(at(0, 20), at(150, 20), NEAR)).isPresent();
        add("b", 1, "POLYGON ((120 0, 150 0, 150 100, 120 100, 120 0))");
        assertThat(index.trace(at(0, 20), at(150, 20), NEAR)).isEmpty();
        index.remove("a", 1);
        assertThat(index.trace(at(0, 20), at(0, 40), NEAR)).isEmpty();
    }

    private void add(String layer, long fid, String wkt) throws ParseException {
        index.add(layer, fid, new WKTReader().read(wkt));
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(x, y);
    }
}
