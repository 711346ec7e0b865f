package riskmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.geo.crs.Crs;

class MeasuresTest {
    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    @Test
    void aPublishedGeodesicIsReproduced() throws ParseException {
        // Geodetic Datum of Australia technical manual: Flinders Peak to Buninyong, 54972.271 m on GRS 80
        Geometry line = wkt("LINESTRING (144.4248678889 -37.9510334167, 143.9264955278 -37.6528211389)");
        assertThat(Measures.on(Crs.of(4490)).length(line)).isCloseTo(54972.271, within(0.002));
    }

    @Test
    void anOctantIsAnEighthOfTheEllipsoid() throws ParseException {
        // 510,065,621.724 km², WGS 84
        Geometry octant = wkt("POLYGON ((0 0, 90 0, 0 90, 0 0))");
        assertThat(Measures.on(Crs.of(4326)).area(octant) * 8).isCloseTo(5.10065621724089e14, within(1e6));
    }

    @Test
    void atTheCentralMeridianPlaneAndEllipsoidAgree() throws ParseException {
        Geometry square =
                wkt("POLYGON ((500000 4150000, 501000 4150000, 501000 4151000, 500000 4151000, 500000 4150000),"
                        + " (500100 4150100, 500200 4150100, 500200 4150200, 500100 4150100))");
        assertThat(Measures.on(Crs.of(4550)).area(square)).isCloseTo(995_000, within(0.05));
        assertThat(Measures.on(Crs.of(4550))
                        .length(square.getGeometryN(0).getBoundary().getGeometryN(0)))
                .isCloseTo(4000, within(0.001));
    }

    @Test
    void awayFromItTheScaleOfTheProjectionIsTakenOut() throws ParseException {
        // 100 km west of the meridian the plane is 1 + x²/2R² = 1.000123 too long
        Geometry square =
                wkt("POLYGON ((400000 4150000, 401000 4150000, 401000 4151000, 400000 4151000, 400000 4150000))");
        assertThat(square.getArea() / Measures.on(Crs.of(4550)).area(square)).isCloseTo(1.000244, within(3e-6));
    }
}
