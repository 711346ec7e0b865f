package riskmap.geo.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.geo.Grids.wkt;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.geo.check.Dangles.Miss;

class FindersTest {
    @Test
    void overlapOfTwoParcelsIsFoundWithItsAreaAndTouchingOnesAreNot() {
        Geometry[] parcels = all(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))",
                "POLYGON ((19 2, 30 2, 30 8, 19 8, 19 2))");
        List<Overlaps.Overlap> found = Overlaps.find(parcels, 0, Progress.silent());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).first()).isEqualTo(1);
        assertThat(found.get(0).second()).isEqualTo(2);
        assertThat(found.get(0).area()).isCloseTo(6, within(1e-9));
        assertThat(Overlaps.find(parcels, 6.5, Progress.silent())).isEmpty();
    }

    @Test
    void aCornerOnTheMiddleOfAnObliqueEdgeIsNoOverlap() {
        Geometry one = wkt("POLYGON ((500000.1 4100000.3, 500100.7 4100033.9, 500050 4100100, 500000.1 4100000.3))");
        double share = 0.37;
        Coordinate on = new Coordinate(500000.1 + share * 100.6, 4100000.3 + share * 33.6);
        Geometry other = one.getFactory()
                .createPolygon(
                        new Coordinate[] {on, new Coordinate(500020, 4099900), new Coordinate(500060, 4099950), on});
        assertThat(Overlaps.common(one, other)).isNull();
    }

    @Test
    void gapIsFoundBetweenItsLeastAndLargestArea() {
        Geometry[] ring = all(
                "POLYGON ((0 0, 30 0, 30 10, 0 10, 0 0))",
                "POLYGON ((0 20, 30 20, 30 30, 0 30, 0 20))",
                "POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))",
                "POLYGON ((14 10, 30 10, 30 20, 14 20, 14 10))");
        List<Gaps.Gap> found = Gaps.find(ring, 1, 100, Progress.silent());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).area().getArea()).isCloseTo(40, within(1e-9));
        assertThat(found.get(0).beside()).containsExactly(0, 1, 2, 3);
        assertThat(found.get(0).width()).isCloseTo(80.0 / 28, within(1e-9));
        assertThat(Gaps.find(ring, 1, 39, Progress.silent())).isEmpty();
        assertThat(Gaps.find(ring, 41, 100, Progress.silent())).isEmpty();
    }

    @Test
    void anIslandInAGapIsNoPartOfIt() {
        Geometry[] areas = all(
                "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 20 10, 20 20, 10 20, 10 10))",
                "POLYGON ((12 12, 14 12, 14 14, 12 14, 12 12))");
        List<Gaps.Gap> found = Gaps.find(areas, 1, 1000, Progress.silent());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).area().getArea()).isCloseTo(96, within(1e-9));
    }

    @Test
    void endsThatMissARoadAreFoundBeforeAndBehindIt() {
        Geometry[] roads = all(
                "LINESTRING (0 0, 100 0)",
                "LINESTRING (50 40, 50 0.5)",
                "LINESTRING (70 40, 70 -0.5)",
                "LINESTRING (20 40, 20 0)",
                "LINESTRING (30 40, 30 20)",
                "LINESTRING (99.7 30, 99.7 0.3)");
        List<Dangles.Dangle> found = Dangles.find(roads, 1, Progress.silent());
        assertThat(found).extracting(Dangles.Dangle::line).containsExactly(0, 1, 2);
        assertThat(found).extracting(Dangles.Dangle::miss).containsExactly(Miss.SHORT, Miss.SHORT, Miss.BEYOND);
        // the ends of the first and the last road miss each other: one fault
        assertThat(found.get(0).target()).isEqualTo(new Coordinate(99.7, 0.3));
        assertThat(found.get(1).target()).isEqualTo(new Coordinate(50, 0));
        assertThat(found.get(2).target()).isEqualTo(new Coordinate(70, 0));
    }

    @Test
    void spikeIsFoundAndTakenOutAndANarrowHouseIsNot() {
        Geometry spiky = wkt("POLYGON ((0 0, 10 0, 10 5, 40 5.01, 10 5.02, 10 10, 0 10, 0 0))");
        List<Spikes.Spike> found = Spikes.find(spiky, 5, 0.1);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).place()).isEqualTo(new Coordinate(40, 5.01));
        Geometry clean = Spikes.removed(spiky, 5, 0.1);
        assertThat(clean.isValid()).isTrue();
        assertThat(clean.getArea()).isCloseTo(100, within(1e-6));
        assertThat(Spikes.find(wkt("POLYGON ((0 0, 100 0, 100 4, 0 4, 0 0))"), 5, 0.1))
                .isEmpty();
        assertThat(Spikes.find(wkt("POLYGON ((0 0, 100 0, 0 4, 0 0))"), 5, 0.1)).isEmpty();
    }

    @Test
    void sameFeaturesAreFoundWhereverTheirRingsBegin() {
        Geometry[] features = all(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                "MULTIPOLYGON (((10 10, 10 0, 0 0, 0 10, 10 10)))",
                "POLYGON ((0 0, 10 0, 10 10, 5 10, 0 10, 0 0))",
                "POINT (1 1)",
                "POINT (1 1)",
                "LINESTRING (0 0, 1 1)",
                "LINESTRING (1 1, 0 0)");
        assertThat(Duplicates.features(features)).containsExactly(List.of(0, 1), List.of(3, 4), List.of(5, 6));
    }

    @Test
    void repeatedVerticesAreFoundAndTakenOut() {
        Geometry line = wkt("LINESTRING (0 0, 0 0, 5 0, 5.0005 0, 10 0, 10 0)");
        assertThat(Duplicates.repeatedVertices(line, 0)).hasSize(2);
        assertThat(Duplicates.repeatedVertices(line, 0.001)).hasSize(3);
        assertThat(Duplicates.withoutRepeated(line, 0.001).toText()).isEqualTo("LINESTRING (0 0, 5 0, 10 0)");
    }

    private static Geometry[] all(String... texts) {
        return Stream.of(texts).map(riskmap.geo.Grids::wkt).toArray(Geometry[]::new);
    }
}
