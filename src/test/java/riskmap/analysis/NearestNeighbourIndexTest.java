package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static riskmap.analysis.Layers.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Points lying together or apart, against distances worked out by hand and figures of QGIS. */
class NearestNeighbourIndexTest {
    private static Output of(String crs, String unit, String... points) {
        Layers layer = Layers.of("points", Crs.of(crs), Point.class);
        for (String point : points) {
            layer.row(point);
        }
        Map<String, LayerData> layers = new HashMap<>(Map.of("features", layer.data()));
        return run("nearest-neighbour-index", layers, "unit", unit);
    }

    private static List<Object> row(Output output) {
        return ((Output.Rows) output).table().rows().get(0);
    }

    @Test
    void meanDistancesIndexAndItsCertaintyAreThoseOfClarkAndEvans() {
        Output made = of(
                "EPSG:4550",
                "metres",
                "POINT(500000 4150000)",
                "POINT(500010 4150000)",
                "POINT(500000 4150030)",
                null,
                "POINT(500040 4150050)");
        List<Object> row = row(made);
        // 10, 10, 30 and √(40² + 20²) over 4; ½ √(40 · 50 / 4)
        assertThat((Double) row.get(0)).isEqualTo((50 + Math.sqrt(2000)) / 4, offset(1e-12));
        assertThat((Double) row.get(1)).isEqualTo(Math.sqrt(500) / 2, offset(1e-12));
        assertThat((Double) row.get(2)).isEqualTo(2.118033988749895, offset(1e-12));
        assertThat(row.get(3)).isEqualTo(4L);
        assertThat((Double) row.get(4)).isEqualTo(4.277754777892159, offset(1e-12));
        assertThat(made.notes()).anySatisfy(note -> assertThat(note.text()).contains("离散"));
    }

    @Test
    void pointsAtOnePlaceAreNeighboursAtNoDistanceAndPointsInARowAreToldToHaveNoIndex() {
        List<Object> row = row(of(
                "EPSG:4326",
                "layer",
                "POINT(122 37)",
                "POINT(122.1 37)",
                "POINT(122 37.3)",
                "POINT(122.4 37.5)",
                "POINT(122 37)"));
        assertThat((Double) row.get(0)).isEqualTo(0.16944271909999115, offset(1e-12));
        assertThat((Double) row.get(4)).isEqualTo(2.970589234198051, offset(1e-9));
        Output flat = of("EPSG:4550", "metres", "POINT(0 0)", "POINT(10 0)", "POINT(20 0)");
        assertThat(row(flat).get(0)).isEqualTo(10.0);
        assertThat(row(flat).get(2)).isNull();
        assertThat(flat.notes()).anySatisfy(note -> assertThat(note.text()).contains("无法"));
        assertThat(row(of("EPSG:4550", "metres", "POINT(0 0)")).get(0)).isNull();
    }

    @Test
    void degreesAreNoMetres() {
        assertThatThrownBy(() -> of("EPSG:4490", "metres", "POINT(122 37)", "POINT(122.1 37.2)"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("EPSG:4550");
    }
}
