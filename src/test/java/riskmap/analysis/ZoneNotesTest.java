package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Language;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Which zones were measured otherwise than asked for is said by their names: a total of few cells may hang on it. */
class ZoneNotesTest {
    /** 4 by 1 cells of 10 m, the second and the last without data. */
    private static final Grid CELLS = new Grid(
            new GridGeometry(4, 1, 0, 10, 10, 10, Crs.of("EPSG:4550")), new float[] {1, Float.NaN, 3, Float.NaN});

    private static Map<String, LayerData> inputs() {
        return Map.of(
                "zones",
                Layers.of("towns", Polygon.class, "name:String")
                        .row("POLYGON((0 0, 40 0, 40 10, 0 10, 0 0))", "all")
                        .row("POLYGON((1 1, 3 1, 3 3, 1 3, 1 1))", "no centre")
                        .row("POLYGON((8 0, 22 0, 22 10, 8 10, 8 0))", "its centre has no data")
                        .row("POLYGON((31 0, 39 0, 39 10, 31 10, 31 0))", "nowhere data")
                        .row(null, "no shape")
                        .data(),
                "raster",
                new LayerData.Raster(CELLS));
    }

    private static List<String> notes(String tool, String rule) {
        Output.Features output = (Output.Features) Layers.run(tool, inputs(), "rule", rule);
        return output.notes().stream().map(note -> note.text(Language.ENGLISH)).toList();
    }

    @Test
    void zonesMeasuredByCoverageForWantOfCentresAreNamed() {
        assertThat(notes("zonal-statistics", "centre"))
                .contains(
                        "2 zones hold no cell centre with data and were measured by exact coverage: towns.2, towns.3",
                        "2 of 5 zones have no raster data at all: towns.4, towns.5");
        assertThat(notes("zonal-statistics", "coverage"))
                .contains("2 of 5 zones have no raster data at all: towns.4, towns.5")
                .noneMatch(note -> note.contains("exact coverage:"));
    }

    /** Cells without data are counted too: a centre on one is a cell of the zone. */
    @Test
    void soAreThoseOfAHistogram() {
        assertThat(notes("zonal-histogram", "centre"))
                .contains(
                        "1 zones hold no cell centre with data and were measured by exact coverage: towns.2",
                        "3 of 5 zones have no raster data at all: towns.3, towns.4, towns.5");
    }

    /** Their sum and mean are left empty, which looks like no data. */
    @Test
    void zonesWithCellsOfInfiniteValueAreNamed() {
        Grid cells = new Grid(CELLS.geometry(), new float[] {1, Float.POSITIVE_INFINITY, 3, 4});
        Map<String, LayerData> inputs = Map.of("zones", inputs().get("zones"), "raster", new LayerData.Raster(cells));
        Output.Features output = (Output.Features) Layers.run("zonal-statistics", inputs, "rule", "centre");
        assertThat(output.notes().stream().map(note -> note.text(Language.ENGLISH)))
                .contains("2 zones have cells of infinite value and with them no sum and no mean: towns.1, towns.3");
        assertThat(notes("zonal-statistics", "centre")).noneMatch(note -> note.contains("infinite"));
    }
}
