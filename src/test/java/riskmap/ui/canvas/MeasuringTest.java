package riskmap.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Language;
import riskmap.geo.crs.Crs;

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
        measuring.add(new Coordinate(500_000, 0));
        measuring.add(new Coordinate(503_000, 0));
        measuring.measure(new Coordinate(503_000, 4_000), Crs.of("EPSG:4550"));
        assertThat(measuring.result().get().text(Language.ENGLISH))
                .startsWith("Area 6.000 km², perimeter 12.000 km (planar)")
                .contains("on the ellipsoid");
    }

    @Test
    void onAMapInDegreesTheEllipsoidIsMeasured() {
        Measuring measuring = new Measuring(false);
        measuring.add(new Coordinate(0, 0));
        measuring.measure(new Coordinate(0, 1), Crs.of("EPSG:4490"));
        // a degree of the meridian at the equator of GRS 80, 110,574.4 m
        assertThat(measuring.result().get().text(Language.ENGLISH))
                .isEqualTo("Distance 110.574 km (on the ellipsoid); azimuth of the last edge 0.0°");
    }

    @Test
    void gridBearingAndAzimuthDifferByTheConvergenceOfTheMeridians() {
        Measuring measuring = new Measuring(false);
        // 1° east of the central meridian at about 37.5° N: convergence +0.6°
        Coordinate[] grid = {new Coordinate(588_400, 4_152_000), new Coordinate(588_400, 4_153_000)};
        measuring.add(grid[0]);
        measuring.measure(grid[1], Crs.of("EPSG:4550"));
        assertThat(measuring.result().get().text(Language.ENGLISH))
                .contains("bearing of the last edge 0.0° (grid), 0.6° (true)")
                .contains("999.9 m (on the ellipsoid)");
    }
}
