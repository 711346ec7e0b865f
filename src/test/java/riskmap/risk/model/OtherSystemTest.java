package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.InputChecks;

/**
 * An elevation in UTM zone 51 under a survey in EPSG:4550: both count from 123° E with a false easting of 500 km, UTM at
 * 0.9996 of the length. At 410 km east and 4140 km north the same numbers are places 1656 m apart, and both layers hold them.
 */
class OtherSystemTest {
    private static final double WEST = 410_000;
    private static final double SOUTH = 4_138_000;

    /** Ground rises eastwards by 1 m in 100 m from the sea in the west; water at 4 m reaches 400 m of it. */
    @Test
    void heightsAreReadWherePlacesLieNotWhereTheirNumbersDo() {
        Grid ground = Grid.filled(
                GridGeometry.covering(new Envelope(WEST, WEST + 1000, SOUTH, SOUTH + 4000), 10, Crs.of("EPSG:32651")),
                0);
        for (int row = 0; row < ground.height(); row++) {
            for (int column = 0; column < ground.width(); column++) {
                ground.set(column, row, (float) ((column + 0.5) / 10));
            }
        }
        Inputs inputs = new Inputs(Map.of(
                "dem",
                new LayerData.Raster(ground),
                "sea",
                Layers.of("sea", Polygon.class, "name:String")
                        .row(box(0, 0, 4, 4000), "海")
                        .data(),
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 2000), "南镇")
                        .row(box(0, 2000, 1000, 4000), "北镇")
                        .data(),
                "building",
                Layers.of("building", Polygon.class, "people:Integer", "floors:Integer")
                        .row(box(302, 1002, 308, 1008), 4, 1)
                        // its numbers are those of wet ground in the other system
                        .row(box(412, 1002, 418, 1008), 7, 1)
                        .data()));
        InundationModel model = new InundationModel();
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of("water", "sea", "sea-level", "4"));
        assertThat(InputChecks.of(model, inputs, values, Progress.silent()).findings())
                .isEmpty();
        List<Table> tables = model.run(inputs, values, Progress.silent()).tables();
        Table damage = tables.stream()
                .filter(table -> table.id().equals("flood-damage"))
                .findFirst()
                .orElseThrow();
        // 4 − 3.05 m deep: between 28 % at 0.9144 m and 30 % at 1.2192 m of the curve
        assertThat(damage.rows().get(0).subList(0, 3)).containsExactly("南镇", 1L, 4.0);
        assertThat((double) damage.rows().get(0).get(4)).isCloseTo(28 + 2 * (0.95 - 0.9144) / 0.3048, within(1e-4));
        assertThat(damage.rows().get(1).subList(0, 3)).containsExactly("北镇", 0L, 0.0);
        Table areas = tables.get(0);
        // 400 m of cells whose centres are beyond 4 m of sea, 2 km of them in each town; UTM has 0.08 % less of it
        for (List<Object> row : areas.rows().subList(0, 2)) {
            double wet = row.stream()
                    .skip(1)
                    .filter(Double.class::isInstance)
                    .mapToDouble(Double.class::cast)
                    .max()
                    .orElseThrow();
            assertThat(wet).isCloseTo(0.8, within(0.002));
        }
    }

    /** Weihai in the zone of 117° E: lengths 0.2 % and areas 0.4 % too large had not been told. */
    @Test
    void townsFarFromTheirCentralMeridianAreTold() {
        assertThat(scales("EPSG:32650", 945_000, 4_145_000)).singleElement().satisfies(finding -> {
            assertThat(finding.fatal()).isFalse();
            assertThat(finding.message().text(Language.CHINESE)).contains("UTM", "比地面多 0.2", "转换到 EPSG:4550");
        });
        assertThat(scales("EPSG:32651", 410_000, 4_145_000)).isEmpty();
        assertThat(scales("EPSG:4550", 410_000, 4_145_000)).isEmpty();
        assertThat(scales("EPSG:4490", 122.1, 37.4))
                .as("measured on the ellipsoid or refused")
                .isEmpty();
    }

    private static List<InputChecks.Finding> scales(String crs, double x, double y) {
        double side = x < 180 ? 0.1 : 10_000;
        String town = String.format(
                Locale.ROOT,
                "POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
                x,
                y,
                x + side,
                y + side);
        Inputs inputs = new Inputs(Map.of(
                "town",
                Layers.of("town", Crs.of(crs), Polygon.class, "name:String", "population:Integer")
                        .row(town, "镇", 100)
                        .data()));
        CopingCapacityModel model = new CopingCapacityModel();
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        return InputChecks.of(model, inputs, values, Progress.silent()).findings().stream()
                .filter(finding -> finding.message().key().equals("risk.check-scale"))
                .toList();
    }

    /** A box of metres in the ground's system, with its corners as the survey's system has them. */
    private static String box(double west, double south, double east, double north) {
        return String.format(
                Locale.ROOT,
                "POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
                500_000 + (WEST + west - 500_000) / 0.9996,
                (SOUTH + south) / 0.9996,
                500_000 + (WEST + east - 500_000) / 0.9996,
                (SOUTH + north) / 0.9996);
    }
}
