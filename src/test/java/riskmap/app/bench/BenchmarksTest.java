package riskmap.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.geotools.api.data.SimpleFeatureSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.raster.GeoTiffFormat;

class BenchmarksTest {
    private static final String ALL =
            "POLYGON((404000 4125000, 404080 4125000, 404080 4125060, 404000 4125060, " + "404000 4125000))";
    private static final String WEST =
            "POLYGON((404000 4125000, 404040 4125000, 404040 4125060, 404000 4125060, " + "404000 4125000))";
    private static final String EAST =
            "POLYGON((404040 4125000, 404080 4125000, 404080 4125060, 404040 4125060, " + "404040 4125000))";

    @TempDir
    Path folder;

    @Test
    void everyTaskRunsAndTellsWhatItFound() throws Exception {
        makeDistrict();
        Table table = Benchmarks.run(folder, Progress.silent());
        assertThat(table.rows()).hasSize(BenchmarkTasks.COUNT);
        List<String> found =
                table.rows().stream().map(row -> String.valueOf(row.get(3))).collect(Collectors.toList());
        assertThat(found.get(1)).isEqualTo("48");
        assertThat(found.get(3)).as("a plane without slope").isEqualTo("0.00000");
        assertThat(found.get(4)).as("no stream, no height above it").isEqualTo("NaN");
        assertThat(found.get(5)).as("half of the cells at level 3").isEqualTo("[24, 0, 0, 24, 0]");
        assertThat(found.get(6)).isEqualTo("3.00000");
        // west: 3 × 0.3 + 3 × 0.1 + 2 × 0.1 = 1.4; east: 0 + 0 + 1 × 0.1 = 0.1; no slope, distances below the first
        // breaks
        assertThat(found.get(8)).isEqualTo("[24, 0, 24, 0]");
        assertThat(found.get(9)).isEqualTo("2 4800.0");
        assertThat(found.get(11))
                .as("one town and two parcels, each with its cells")
                .isEqualTo("3 96");
        assertThat(found.get(12)).isEqualTo("[5, 0, 7, 0]");
        assertThat(found.get(13)).isEqualTo("2");
        assertThat(found.get(14)).isEqualTo("1");
    }

    @Test
    void aFolderWithoutTheDataIsToldSo() {
        assertThatThrownBy(() -> Benchmarks.run(folder, Progress.silent())).isInstanceOf(RiskMapException.class);
    }

    private void makeDistrict() throws Exception {
        GridGeometry cells = new GridGeometry(8, 6, 404000, 4125060, 10, 10, Crs.of("EPSG:4550"));
        new GeoTiffFormat().write(folder.resolve("dem.tif"), Grid.filled(cells, 12), Progress.silent());
        try (GeoPackage district = GeoPackage.create(folder.resolve("district.gpkg"))) {
            add(district, Layers.of("buildings", Polygon.class).row(WEST));
            add(
                    district,
                    Layers.of("parcels", Polygon.class, "use:String", "population:Double")
                            .row(WEST, "耕地", 4.0)
                            .row(EAST, "水域", 2.0));
            add(district, Layers.of("hazard", Polygon.class, "level:Integer").row(WEST, 3));
            add(district, Layers.of("roads", LineString.class).row("LINESTRING(404005 4125005, 404075 4125055)"));
            add(district, Layers.of("shelters", Point.class).row("POINT(404005 4125005)"));
            add(district, Layers.of("townships", Polygon.class).row(ALL));
            add(
                    district,
                    Layers.of("points", Point.class, "people:Integer")
                            .row("POINT(404021 4125021)", 7)
                            .row("POINT(404061 4125021)", 5));
        }
    }

    private static void add(GeoPackage district, Layers layer) throws Exception {
        SimpleFeatureSource source = layer.source();
        district.createLayer(source.getSchema(), source.getSchema().getTypeName());
        district.append(source.getSchema().getTypeName(), source.getFeatures(), Progress.silent());
    }
}
