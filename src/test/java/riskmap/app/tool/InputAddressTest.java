package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputAddressTest {
    @Test
    void theCrsBehindAnAddressIsTold() {
        assertThat(InputAddress.parse("a.shp@epsg:4326")).isEqualTo(new InputAddress("a.shp", "EPSG:4326"));
        assertThat(InputAddress.parse("a.gpkg#town@EPSG:4550")).isEqualTo(new InputAddress("a.gpkg#town", "EPSG:4550"));
        assertThat(InputAddress.parse("a.gpkg#town")).isEqualTo(new InputAddress("a.gpkg#town", null));
    }

    @Test
    void anAddressThatCanBeNoPathAsAWholeIsStillTakenApart() {
        // on Windows the colon of the code is enough
        assertThat(InputAddress.parse("a\u0000.shp@EPSG:4326")).isEqualTo(new InputAddress("a\u0000.shp", "EPSG:4326"));
    }
}
