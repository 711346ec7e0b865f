package riskmap.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;

/** What is selected by a radius lies within it, whatever the coordinates of the map. */
class SelectShapeToolTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @Test
    void aCircleIsRoundOnTheGround() {
        isRound("EPSG:4490", new Coordinate(122.1, 37.5));
        isRound("EPSG:4490", new Coordinate(122.1, 3));
        isRound("EPSG:4550", new Coordinate(430_000, 4_150_000));
    }

    private static void isRound(String code, Coordinate middle) {
        CoordinateReferenceSystem crs = Crs.of(code);
        Geometry circle = SelectShapeTool.circle(middle, 2_000, crs);
        for (Coordinate edge : circle.getCoordinates()) {
            double metres = Measures.on(crs).length(GEOMETRIES.createLineString(new Coordinate[] {middle, edge}));
            assertThat(metres).as(code + " " + edge).isCloseTo(2_000, withinPercentage(0.8));
        }
    }
}
