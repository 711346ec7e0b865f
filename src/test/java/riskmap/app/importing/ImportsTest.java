package riskmap.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Answer;
import riskmap.app.export.ExportRequest;
import riskmap.app.export.Exports;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.GeoPackage;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;

class ImportsTest {
    private static final String SCHOOLS =
            "名称,经度,纬度,学生数\n" + "第一小学,122.1209,37.5131,800\n第二小学,37.5,122.1,600\n第三小学,,,很多\n第四小学,122.2,37.4,１２０\n";

    @TempDir
    Path folder;

    private static List<SimpleFeature> rows(Path project, String layer) throws IOException {
        List<SimpleFeature> result = new ArrayList<>();
        try (GeoPackage store = GeoPackage.open(project, true);
                SimpleFeatureIterator features =
                        store.dataStore().getFeatureSource(layer).getFeatures().features()) {
            while (features.hasNext()) {
                result.add(features.next());
            }
        }
        return result;
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @Test
    void aTableOfAnotherOfficeBecomesALayerOfItsKind() throws IOException {
        Path table = write("学校.csv", SCHOOLS, Charset.forName("GB18030"));
        Path project = folder.resolve("项目.gpkg");
        Answer answer =
                Imports.run(ImportRequest.of(project, table.toString()).into("school", null), Progress.silent());
        assertThat(answer.json()).contains("\"read\" : 4", "\"written\" : 3", "\"rejected\" : 1");
        List<SimpleFeature> schools = rows(project, "school");
        assertThat(schools).hasSize(3);
        List<SimpleFeature> rejected = rows(project, "school_rejected");
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).getAttribute("学生数")).isEqualTo("很多");
        assertThat((String) rejected.get(0).getAttribute("reject_reason")).contains("很多");
        assertThat(schools).extracting(school -> school.getAttribute("name")).contains("第一小学", "第四小学");
        Geometry first = (Geometry) schools.get(0).getDefaultGeometry();
        // EPSG:4550, by gdaltransform
        assertThat(first.getCoordinate().x).isCloseTo(422_277.978330602, within(1e-6));
        assertThat(schools.get(1).getDefaultGeometry())
                .as("latitude 122 is no place")
                .isNull();
        assertThat(schools)
                .extracting(school -> school.getAttribute("uuid"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(schools.get(0).getAttribute("source")).isEqualTo("学校.csv");
    }

    @Test
    void gcj02IsTakenOff() throws IOException {
        Path table = write("p.csv", "lng,lat\n122.12595637,37.51413202\n", java.nio.charset.StandardCharsets.UTF_8);
        Path project = folder.resolve("g.gpkg");
        Answer said = Imports.run(ImportRequest.of(project, table.toString()).withCrs("gcj02"), Progress.silent());
        assertThat(said.text()).contains("坐标系：由用户指定为 GCJ-02");
        Imports.run(
                ImportRequest.of(
                                project,
                                write("w.csv", "lng,lat\n122.1209,37.5131\n", java.nio.charset.StandardCharsets.UTF_8)
                                        .toString())
                        .withCrs("EPSG:4326"),
                Progress.silent());
        Geometry shifted = (Geometry) rows(project, "p").get(0).getDefaultGeometry();
        Geometry plain = (Geometry) rows(project, "w").get(0).getDefaultGeometry();
        assertThat(shifted.distance(plain)).isLessThan(0.01);
    }

    @Test
    void furtherFilesOfAKindAreAddedAndOtherLayersAreNotTouched() throws IOException {
        Path table = write("a.csv", SCHOOLS, java.nio.charset.StandardCharsets.UTF_8);
        Path project = folder.resolve("b.gpkg");
        ImportRequest request = ImportRequest.of(project, table.toString()).into("school", null);
        Imports.run(request, Progress.silent());
        Path more = write("more.csv", SCHOOLS.replace("小学", "中学"), java.nio.charset.StandardCharsets.UTF_8);
        Imports.run(request.from(more.toString()), Progress.silent());
        assertThat(rows(project, "school")).hasSize(6);
        Answer again = Imports.run(request, Progress.silent());
        assertThat(again.json()).as("the same rows again").contains("\"added\" : 0", "\"rejected\" : 4");
        assertThat(rows(project, "school")).hasSize(6);
        assertThatThrownBy(() -> Imports.run(request.into(null, "school"), Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("app.import-layer-exists");
    }

    @Test
    void whatCannotBeImportedLeavesNothingBehind() throws IOException {
        Path broken = write(
                "x.geojson", "{\"type\":\"FeatureCollection\",\"features\":[", java.nio.charset.StandardCharsets.UTF_8);
        Path metres = write("m.csv", "x,y\n422284,4153187\n", java.nio.charset.StandardCharsets.UTF_8);
        Path project = folder.resolve("c.gpkg");
        for (Path source : List.of(broken, metres, folder.resolve("missing.shp"))) {
            assertThatThrownBy(() -> Imports.run(ImportRequest.of(project, source.toString()), Progress.silent()))
                    .isInstanceOf(RiskMapException.class);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("x.geojson", "m.csv");
        }
    }

    @Test
    void anExportHasWhatWasAskedFor() throws IOException {
        Path table = write("a.csv", SCHOOLS, java.nio.charset.StandardCharsets.UTF_8);
        Path project = folder.resolve("d.gpkg");
        Imports.run(ImportRequest.of(project, table.toString()), Progress.silent());
        Path target = folder.resolve("e.geojson");
        Exports.run(project + "#a", ExportRequest.of("a", target).where("\"名称\" = '第一小学'"), Progress.silent());
        assertThat(Files.readString(target))
                .contains("第一小学", "122.1209", "37.5131")
                .doesNotContain("第四小学");
    }

    @Test
    void layersThatTheCatalogueDoesNotKnowAreDrawnInColoursOfTheirOwn() throws IOException {
        Path project = folder.resolve("色.gpkg");
        for (String name : List.of("a", "b", "c")) {
            Path table = write(name + ".csv", "lng,lat\n122.1,37.5\n", java.nio.charset.StandardCharsets.UTF_8);
            Imports.run(ImportRequest.of(project, table.toString()).withCrs("EPSG:4326"), Progress.silent());
        }
        try (Workspace workspace = Workspace.open(project, true, Progress.silent())) {
            assertThat(workspace.map().layers())
                    .extracting(MapLayer::style)
                    .containsExactlyInAnyOrder("", "plain-point:1", "plain-point:2");
            List<String> drawn = workspace.map().layers().stream()
                    .map(layer -> SldWriter.write(DrawnLayers.style(workspace, layer)))
                    .toList();
            assertThat(drawn).doesNotHaveDuplicates();
        }
    }
}
