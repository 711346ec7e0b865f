package riskmap.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Language;
import riskmap.geo.Crs;

class MeasuringTest {
    @Test
    void aRightTriangleOfThreeFourFive() {
        List<Coordinate> corners =
                List.of(new Coordinate(500_000, 0), new Coordinate(503_000, 0), new Coordinate(503_000, 4_000));
        assertThat(Measuring.lengthOf(corners)).isEqualTo(7_000);
        assertThat(Measuring.areaOf(corners)).isEqualTo(6_000_000);
    }

    @Test
    void thePerimeterIncludesTheClosingSide() {
        Measuring measuring = new Measuring(true);
        measuring.add(500_000, 0);
        measuring.add(503_000, 0);
        measuring.measure(new Coordinate(503_000, 4_000), Crs.of("EPSG:4550"));
        assertThat(measuring.result().get().text(Language.ENGLISH))
                .isEqualTo("Area 6.000 km², perimeter 12.000 km (planar)");
    }

    @Test
    void onAMapInDegreesNothingIsMeasured() {
        Measuring measuring = new Measuring(false);
        measuring.add(122, 37);
        measuring.measure(new Coordinate(123, 37), Crs.of("EPSG:4490"));
        assertThat(measuring.result().get().key()).isEqualTo("ui.measure-geographic");
    }
}
