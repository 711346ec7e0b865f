package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

class DrainageLinesTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 100;
    private static final double COAST = 4_150_000 + 40 * 10.0;

    /** A valley that falls to the south; the southern 40 rows are the sea at a height. */
    private static Map<String, LayerData> coast(float sea) {
        Grid ground = Grid.filled(
                new GridGeometry(WIDTH, HEIGHT, 410_000, 4_150_000 + HEIGHT * 10, 10, 10, Crs.of("EPSG:4550")), sea);
        for (int row = 0; row < HEIGHT - 40; row++) {
            for (int column = 0; column < WIDTH; column++) {
                ground.set(column, row, 2 + 0.4f * (60 - row) + 0.3f * Math.abs(column - 30));
            }
        }
        return Map.of("elevation", new LayerData.Raster(ground));
    }

    private static Output.Features run(float sea, String... given) {
        return (Output.Features) Layers.run("drainage", coast(sea), given);
    }

    private static double southernmost(Output.Features output) {
        double least = Double.POSITIVE_INFINITY;
        for (Geometry line : Layers.shapes(output)) {
            least = Math.min(least, line.getEnvelopeInternal().getMinY());
        }
        return least;
    }

    private static String notes(Output output) {
        return output.notes().stream()
                .map((Message note) -> note.text(Language.CHINESE))
                .reduce("", String::concat);
    }

    /** Many elevations, such as ASTER's, have the sea at 0: rivers had crossed it to the edge of the tile. */
    @Test
    void streamsEndAtTheSea() {
        Output.Features streams = run(0, "stream-area", "0.05");
        assertThat(southernmost(streams)).isBetween(COAST, COAST + 10);
        assertThat(notes(streams)).contains("0.24 平方千米不高于 0 米", "sea-level");
    }

    @Test
    void withoutASeaLevelOrAboveItTheyRunOnToTheEdge() {
        assertThat(southernmost(run(0, "stream-area", "0.05", "sea-level", ""))).isLessThan(COAST - 200);
        Output.Features low = run(1, "stream-area", "0.05");
        assertThat(southernmost(low)).isLessThan(COAST - 200);
        assertThat(notes(low)).doesNotContain("sea-level");
        assertThat(southernmost(run(1, "stream-area", "0.05", "sea-level", "1")))
                .isGreaterThan(COAST);
    }
}
