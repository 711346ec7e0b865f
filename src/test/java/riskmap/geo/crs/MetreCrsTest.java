package riskmap.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class MetreCrsTest {
    @Test
    void inChinaItIsTheThreeDegreeZoneOfThePlace() {
        assertThat(suiting(122.0, 122.3, 37.3, 37.5)).isEqualTo("EPSG:4550");
        assertThat(suiting(116.2, 116.6, 39.8, 40.0)).isEqualTo("EPSG:4548");
        assertThat(suiting(104.0, 104.2, 30.5, 30.8)).isEqualTo("EPSG:4544");
        assertThat(Crs.title(Crs.of("EPSG:4544"))).contains("105");
    }

    @Test
    void elsewhereItIsTheUtmZone() {
        assertThat(suiting(18.6, 18.7, 45.7, 45.8)).isEqualTo("EPSG:32634");
        assertThat(suiting(-70.7, -70.6, -33.5, -33.4)).isEqualTo("EPSG:32719");
        assertThat(suiting(180, 180, 10, 10)).isEqualTo("EPSG:32660");
    }

    @Test
    void placesBesideChinaHaveTheirUtmZoneToo() {
        assertThat(suiting(106.8, 106.9, -6.3, -6.1)).isEqualTo("EPSG:32748");
        assertThat(suiting(101.6, 101.8, 1.2, 1.4)).isEqualTo("EPSG:32647");
        assertThat(suiting(104.2, 104.4, 56.1, 56.3)).isEqualTo("EPSG:32648");
        assertThat(suiting(136.2, 136.4, 36, 36.2)).isEqualTo("EPSG:32653");
        assertThat(suiting(72.8, 72.9, 19, 19.1)).isEqualTo("EPSG:32643");
    }

    @Test
    void chinaReachesFromThePamirsToTheUssuriAndFromTheHeilongToItsSouthernReefs() {
        assertThat(suiting(73.48, 73.5, 39.2, 39.3)).isEqualTo("EPSG:4534");
        assertThat(suiting(135.0, 135.1, 48.3, 48.5)).isEqualTo("EPSG:4554");
        assertThat(suiting(112.2, 112.4, 3.9, 4.0)).isEqualTo("EPSG:4546");
        assertThat(suiting(123.2, 123.4, 53.4, 53.6)).isEqualTo("EPSG:4550");
    }

    @Test
    void ofNothingAndOfNumbersThatAreNoDegreesNothingIsSaid() {
        assertThat(MetreCrs.suiting(Crs.of(4490), new Envelope())).isNull();
        assertThat(suiting(400_000, 500_000, 4_000_000, 4_100_000)).isNull();
    }

    private static String suiting(double west, double east, double south, double north) {
        return MetreCrs.suiting(Crs.of(4490), new Envelope(west, east, south, north));
    }
}
