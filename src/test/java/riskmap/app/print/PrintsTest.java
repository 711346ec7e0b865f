package riskmap.app.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.app.Answer;
import riskmap.app.project.ProjectSettings;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.print.Fields;
import riskmap.render.Pictures;

/** A project printed as the command line and the window do it. */
class PrintsTest {
    @TempDir
    Path folder;

    private Workspace project;

    @BeforeEach
    void makeProject() {
        project = Workspace.create(folder.resolve("p.gpkg"), "环翠区", "EPSG:4550");
        Polygon square = (Polygon) new GeometryFactory().toGeometry(new Envelope(420e3, 440e3, 4130e3, 4142e3));
        SimpleFeatureType towns = Catalogue.standard().kind("town").featureType("town", Crs.of(4550));
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(towns);
        builder.set("geom", square);
        builder.set("name", "羊亭镇");
        builder.set("source", "普查");
        add(towns, builder);
        MapLayer layer = new MapLayer("town", "镇街", "", "#town", "town", "", true, 1);
        project.updateMap(empty -> new MapDocument("环翠区", "EPSG:4550", List.of(), List.of(layer)));
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aLayoutOfAnAtlasSaysHowItIsPrinted() {
        for (String name : List.of("town-atlas", "town-atlas-index")) {
            Path out = folder.resolve(name + ".pdf");
            assertThatThrownBy(() -> Prints.print(project, request(name), out, Progress.silent()))
                    .isInstanceOfSatisfying(RiskMapException.class, refused -> assertThat(
                                    refused.userMessage().text(Language.ENGLISH))
                            .contains(name, "--atlas"));
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void thePageNamesTheRunsWhoseResultsItShows() {
        String[] runs = new String[2];
        for (int i = 0; i < 2; i++) {
            runs[i] = RiskRuns.run(
                            project,
                            "accident",
                            Map.of("x", "430000", "y", "4136000", "wind-speed", i + 2 + ""),
                            i == 0 ? "微风" : null,
                            Progress.silent())
                    .provenance()
                    .runId();
        }
        assertThat(runs(map -> without(map, "none"))).contains(runs[0]).contains(runs[1]);
        assertThat(runs(map -> without(map, "微风"))).isEqualTo(runs[1]);
        assertThat(runs(map -> without(map, "consequence_zone"))).isEqualTo(runs[0]);
        assertThat(runs(map -> without(without(map, "consequence_zone"), "微风")))
                .as("its tables may be of any")
                .contains(runs[0])
                .contains(runs[1]);
    }

    private static MapDocument without(MapDocument map, String layer) {
        return map.withLayers(map.layers().stream()
                .filter(each -> !each.source().equals("#" + layer))
                .map(each -> each.withVisible(true))
                .toList());
    }

    @Test
    void thePageTellsWhatTheInputsOfItsRunsWereWarnedOf() throws IOException {
        assertThat(fields(map -> map).get("cautions")).isEmpty();
        ((SimpleFeatureStore) project.features("town")).modifyFeatures("name", " ", Filter.INCLUDE);
        RiskRuns.run(project, "accident", Map.of("x", "430000", "y", "4136000"), Progress.silent());
        assertThat(fields(map -> without(map, "none")).get("cautions")).contains("1 行没有名称", "项目中没有这");
    }

    private String runs(UnaryOperator<MapDocument> change) {
        return fields(change).get("run");
    }

    private Fields fields(UnaryOperator<MapDocument> change) {
        return PrintFields.of(
                project,
                change.apply(project.map()),
                Prints.layout(project, "map-a3", note -> {}),
                request("map-a3"),
                Progress.silent());
    }

    @Test
    void aRasterWhoseFileIsGoneDoesNotKeepTheSheetFromBeingPrintedAndTheSheetSaysWhatItLacks() throws IOException {
        MapLayer ground = new MapLayer("dem", "地形（高程）", "", "dem.tif", "dem", "", true, 1);
        project.updateMap(map -> map.withLayers(List.of(map.layers().get(0), ground)));
        Path out = folder.resolve("map.pdf");
        Answer answer = Prints.print(project, request("map-a3"), out, Progress.silent());
        assertThat(answer.text()).contains("地形（高程）", "dem.tif", "版面上已注明");
        assertThat(answer.facts().toString()).contains("absent=[地形（高程）]");
        try (PDDocument sheet = Loader.loadPDF(out.toFile())) {
            assertThat(new PDFTextStripper().getText(sheet).replaceAll("\\s", ""))
                    .contains("本图缺图层：地形（高程）");
        }
        Files.writeString(folder.resolve("dem.tif"), "none");
        assertThat(Prints.print(project, request("map-a3"), out, Progress.silent())
                        .text())
                .as("nor one that cannot be read")
                .contains("版面上已注明");
        project.updateMap(map -> map.withLayers(List.of(map.layers().get(0))));
        assertThat(Prints.print(project, request("map-a3"), out, Progress.silent())
                        .text())
                .doesNotContain("版面上已注明");
        try (PDDocument sheet = Loader.loadPDF(out.toFile())) {
            assertThat(new PDFTextStripper().getText(sheet)).doesNotContain("本图缺图层");
        }
    }

    @Test
    void beforeTheFirstComputationThePlainMapIsPrinted() {
        Path out = folder.resolve("map.pdf");
        Answer answer = Prints.print(project, request(""), out, Progress.silent());
        assertThat(out).isNotEmptyFile();
        assertThat(answer.facts().toString()).contains("layout=map-a3", "map_scale=75000.0");
        assertThatThrownBy(() -> Prints.print(project, request("one-map-a3"), out, Progress.silent()))
                .isInstanceOfSatisfying(RiskMapException.class, error -> assertThat(
                                error.userMessage().text(Language.ENGLISH))
                        .contains("risk-by-town", "compute the risk first"));
    }

    @Test
    void theTableByTownAddsUpWhatTheResultsSay() {
        impact("羊亭镇", "building", "people", 4, 120.5);
        impact("羊亭镇", "building", "people", 4, 0.5);
        impact("羊亭镇", "risk_zone", "area_km2", 1, 7.25);
        impact("外地镇", "building", "people", 2, 9);
        Table table = PrintTables.of(project).all().get(0);
        assertThat(table.columns())
                .extracting(Table.Column::key)
                .containsExactly(
                        "town",
                        "risk_zone_area_km2_4",
                        "risk_zone_area_km2_3",
                        "risk_zone_area_km2_2",
                        "risk_zone_area_km2_1",
                        "building_people_4",
                        "building_people_3",
                        "building_people_2",
                        "building_people_1");
        assertThat(table.rows())
                .containsExactly(
                        List.of("羊亭镇", 0.0, 0.0, 0.0, 7.25, 121.0, 0.0, 0.0, 0.0),
                        List.of("外地镇", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0, 0.0));
        Answer answer = Prints.print(project, request(""), folder.resolve("one.svg"), Progress.silent());
        assertThat(answer.facts().toString()).contains("layout=one-map-a3");
    }

    @Test
    void aPageSpeaksItsLanguageAndSaysWhatTheProjectSays() throws Exception {
        new ProjectSettings("威海市环翠区", "应急管理局", "内部", "", true).store(project);
        Path out = folder.resolve("map.svg");
        Prints.print(project, request("map-a3").withLanguage(Language.ENGLISH), out, Progress.silent());
        assertThat(Files.readString(out))
                .contains("Legend", "Towns and sub-districts", "DEMO DATA", "应急管理局", "内部", "普查", "24 November 2026");
        assertThat(ProjectSettings.of(project).classification()).isEqualTo("内部");
    }

    @Test
    void aLayerThatIsGoneIsNamed() {
        MapLayer gone = new MapLayer("gone", "水库", "", "#reservoir", "reservoir", "", true, 1);
        project.updateMap(map -> map.withLayers(List.of(gone)));
        assertThatThrownBy(() -> Prints.print(project, request("map-a3"), folder.resolve("x.pdf"), Progress.silent()))
                .isInstanceOfSatisfying(RiskMapException.class, error -> assertThat(
                                error.userMessage().text(Language.ENGLISH))
                        .contains("reservoir"));
        assertThat(folder.resolve("x.pdf")).doesNotExist();
    }

    @Test
    void theOneMapShowsNoOtherModelsLevelsOverTheRisk() {
        MapLayer risk = new MapLayer("risk_zone", "风险区", "成果", "#risk_zone", "risk_zone-colourblind", "", true, 0.7);
        MapLayer flood = new MapLayer(
                "inundation_zone", "淹没", "成果 · 洪水淹没 2026-06-14 20:49", "#inundation_zone", "inundation", "", true, 1);
        MapLayer town = new MapLayer("town", "镇街", "", "#town", "town", "", true, 1);
        assertThat(onPage("one-map-a3", town, flood, risk)).containsExactly(town, risk);
        assertThat(onPage("one-map-a0", town, flood, risk)).containsExactly(town, risk);
        assertThat(onPage("one-map-a3", town, flood, risk.withVisible(false))).containsExactly(town, flood);
        assertThat(onPage("map-a3", town, flood, risk)).containsExactly(town, flood, risk);
    }

    @Test
    void theRiskIsSeenInItsOwnColourUnderTheSurveyedFloods() throws IOException {
        impact("羊亭镇", "risk_zone", "area_km2", 4, 240);
        zone("risk_zone", "level", 4);
        zone("flood_zone", "depth_m", 2.5);
        MapLayer risk = new MapLayer("risk_zone", "风险区", "", "#risk_zone", "risk_zone", "", true, 1);
        MapLayer floods = new MapLayer("flood_zone", "洪水淹没区", "", "#flood_zone", "flood_zone", "", true, 1);
        for (String layout : List.of("one-map-a3", "bureau-a3")) {
            BufferedImage alone = picture(layout, risk);
            BufferedImage flooded = picture(layout, risk, floods);
            Color red = new Color(alone.getRGB(alone.getWidth() * 4 / 11, alone.getHeight() / 2));
            int before = Pictures.count(alone, red, 8);
            assertThat(Pictures.count(flooded, red, 8) * 1.0 / before)
                    .as(layout)
                    .isBetween(0.5, 0.95);
        }
    }

    private void zone(String kind, String field, Object value) {
        SimpleFeatureType schema = Catalogue.standard().kind(kind).featureType(kind, Crs.of(4550));
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(schema);
        builder.set("geom", new GeometryFactory().toGeometry(new Envelope(422e3, 438e3, 4131e3, 4141e3)));
        builder.set(field, value);
        add(schema, builder);
    }

    private BufferedImage picture(String layout, MapLayer... layers) throws IOException {
        project.updateMap(map -> map.withLayers(List.of(layers)));
        Path out = folder.resolve("page.png");
        Prints.print(project, request(layout).withDpi(150), out, Progress.silent());
        return ImageIO.read(out.toFile());
    }

    private List<MapLayer> onPage(String name, MapLayer... layers) {
        MapDocument map = new MapDocument("环翠区", "EPSG:4550", List.of(), List.of(layers));
        return map.layers().stream()
                .filter(layer -> PrintLayers.isShown(layer, map, Prints.layout(project, name, note -> {})))
                .toList();
    }

    @Test
    void aResolutionOutOfBoundsIsSaid() {
        assertThatThrownBy(() -> request("").withDpi(5)).isInstanceOf(RiskMapException.class);
    }

    private void impact(String town, String layer, String measure, long level, double value) {
        SimpleFeatureType schema = Catalogue.standard().kind("impact").featureType("impact", null);
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(schema);
        builder.set("run_id", "r");
        builder.set("layer", layer);
        builder.set("town", town);
        builder.set("level", level);
        builder.set("measure", measure);
        builder.set("value", value);
        add(schema, builder);
    }

    private void add(SimpleFeatureType schema, SimpleFeatureBuilder builder) {
        String name = schema.getTypeName();
        if (!project.layers().contains(name)) {
            project.store().createLayer(schema, name);
        }
        project.store()
                .append(
                        name,
                        new ListFeatureCollection(schema, List.of(builder.buildFeature(name + ".1"))),
                        Progress.silent());
    }

    private static Prints.Request request(String layout) {
        return new Prints.Request(layout, "", "", Language.CHINESE, 60, LocalDate.of(2026, 11, 24));
    }
}
