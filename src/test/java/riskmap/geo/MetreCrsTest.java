package riskmap.geo;

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
    void ofNothingAndOfNumbersThatAreNoDegreesNothingIsSaid() {
        assertThat(MetreCrs.suiting(Crs.of(4490), new Envelope())).isNull();
        assertThat(suiting(400_000, 500_000, 4_000_000, 4_100_000)).isNull();
    }

    private static String suiting(double west, double east, double south, double north) {
        return MetreCrs.suiting(Crs.of(4490), new Envelope(west, east, south, north));
    }
}
