package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.app.style.StyleStore;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.map.MapLayer;

/** Styles of a layer by command: classes with known answers, documents kept whole, and the way back. */
class StyleCommandTest {
    private static final double[] VALUES = {1, 2, 3, 10, 11, 12, 25, 26, 27, 50};

    @TempDir
    private static Path folder;

    private static Path project;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void aProjectWithTenPlaces() throws Exception {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < VALUES.length; i++) {
            features.add(("{\"type\": \"Feature\", \"properties\": {\"people\": %s, \"kind\": \"%s\"}, \"geometry\":"
                            + " {\"type\": \"Point\", \"coordinates\": [122.%d, 37.5]}}")
                    .formatted(VALUES[i], i < 7 ? "学校" : "医院", 10 + i));
        }
        features.add("{\"type\": \"Feature\", \"properties\": {\"people\": null, \"kind\": null}, \"geometry\":"
                + " {\"type\": \"Point\", \"coordinates\": [122.3, 37.5]}}");
        project = folder.resolve("项目.gpkg");
        Path points = Files.writeString(
                folder.resolve("place.geojson"),
                "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}");
        StyleCommandTest first = new StyleCommandTest();
        first.inChinese();
        first.done("import", points.toString(), "--project", project.toString(), "--layer", "place");
    }

    @BeforeEach
    void inChinese() {
        Language.use(Language.CHINESE);
    }

    private int run(String... arguments) {
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String done(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private String style(String... arguments) {
        List<String> all = new ArrayList<>(List.of("style", project.toString(), "place"));
        all.addAll(List.of(arguments));
        return done(all.toArray(String[]::new));
    }

    private String drawnWith() {
        try (Workspace open = Workspace.open(project, true, Progress.silent())) {
            return StyleStore.document(open, StyleStore.find(open, "place"));
        }
    }

    @Test
    void aRasterIsClassedByItsCellsSoThatEachHasAColour() throws Exception {
        Path grid = Files.writeString(
                folder.resolve("depth.asc"),
                "ncols 2\nnrows 2\nxllcorner 420000\nyllcorner 4130000\ncellsize 10\nNODATA_value -9999\n0 9.7\n3 -9999\n");
        done("import", grid.toString(), "--project", project.toString(), "--crs", "EPSG:4550");
        done("style", project.toString(), "depth.tif", "--cells", "--classes", "4", "--ramp", "blues");
        try (Workspace open = Workspace.open(project, true, Progress.silent())) {
            assertThat(StyleStore.document(open, StyleStore.find(open, "depth.tif")))
                    .contains("type=\"intervals\"", "quantity=\"2.5\"", "quantity=\"10\"", "[7.5, 10)");
        }
        assertThat(run("style", project.toString(), "place", "--cells")).isEqualTo(1);
        assertThat(err.toString()).contains("只用于栅格");
    }

    @Test
    void naturalBreaksAreTheKnownOnesAndEachClassIsCounted() {
        String told = style("--graduated", "people", "--method", "jenks", "--classes", "4", "--ramp", "risk");
        assertThat(told.lines().map(String::strip))
                .startsWith(
                        "3  #6fa8dc  < 10",
                        "3  #f8dc58  [10, 25)",
                        "3  #f39237  [25, 50)",
                        "1  #e0402f  ≥ 50",
                        "没有值的要素：1 个，显示为“其他”");
        assertThat(drawnWith()).contains("[10, 25)", "#f39237", "ElseFilter");
    }

    @Test
    void aValueOnABreakBelongsToTheClassAboveIt() {
        assertThat(style("--graduated", "people", "--breaks", "10,26", "--ramp", "blues", "--reverse")
                        .lines()
                        .map(String::strip))
                .startsWith("3  #08519c  < 10", "4  #6baed6  [10, 26)", "3  #eff3ff  ≥ 26");
    }

    @Test
    void equalIntervalsAndQuantilesDivideAsTheirNamesSay() {
        assertThat(style("--graduated", "people", "--method", "equal", "--classes", "7"))
                .contains("< 8", "[8, 15)", "[22, 29)", "≥ 43");
        assertThat(style("--graduated", "people", "--method", "quantile", "--classes", "5"))
                .contains("< 3", "[3, 11)", "[11, 25)", "[25, 27)", "≥ 27");
    }

    @Test
    void onlyFeaturesThatTheLayerShowsAreCountedAndClassed() {
        filter("people >= 10");
        assertThat(style("--graduated", "people", "--method", "equal", "--classes", "2", "--ramp", "reds")
                        .lines()
                        .map(String::strip))
                .startsWith("6  #fee5d9  < 30", "1  #a50f15  ≥ 30")
                .noneMatch(line -> line.startsWith("没有值"));
        assertThat(style("--categories", "kind").lines().map(String::strip))
                .startsWith("4  #1f78b4  学校", "3  #33a02c  医院");
        filter("");
    }

    private static void filter(String condition) {
        try (Workspace open = Workspace.open(project, false, Progress.silent())) {
            open.updateMap(map -> map.withLayers(map.layers().stream()
                    .map(layer -> new MapLayer(
                            layer.id(),
                            layer.title(),
                            layer.group(),
                            layer.source(),
                            layer.style(),
                            condition,
                            layer.visible(),
                            layer.opacity()))
                    .toList()));
        }
    }

    @Test
    void categoriesAreTheValuesWithTheMostFrequentFirst() {
        assertThat(style("--categories", "kind").lines().map(String::strip))
                .startsWith("7  #1f78b4  学校", "3  #33a02c  医院");
    }

    @Test
    void codesStandAsTheCatalogueHasThemHoweverManyFeaturesHaveThem() throws Exception {
        List<String> features = new ArrayList<>();
        for (String grade : List.of("D", "D", "D", "C", "C", "A")) {
            features.add(("{\"type\": \"Feature\", \"properties\": {\"danger_grade\": \"%s\"}, \"geometry\": {\"type\":"
                            + " \"Polygon\", \"coordinates\": [[[122, 37], [122.1, 37], [122.1, 37.1], [122, 37]]]}}")
                    .formatted(grade));
        }
        Path houses = Files.writeString(
                folder.resolve("house.geojson"),
                "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}");
        Path other = folder.resolve("房屋.gpkg");
        done("import", houses.toString(), "--project", other.toString(), "--layer", "building", "--kind", "building");
        assertThat(done("style", other.toString(), "building", "--categories", "danger_grade")
                        .lines()
                        .map(line -> line.strip().split(" ")[0]))
                .startsWith("1", "2", "3");
    }

    @Test
    void aDocumentIsKeptToTheLetterWithWhatIsNotUnderstoodInIt() throws Exception {
        style("--reset");
        String before = drawnWith();
        Path ours = folder.resolve("own.sld");
        Files.writeString(ours, before.replace("<sld:Rule>", "<sld:Rule><sld:Sparkle>yes</sld:Sparkle>"));
        assertThat(style("--sld", ours.toString())).contains("Sparkle");
        Path back = folder.resolve("back.sld");
        style("--export", back.toString());
        assertThat(back).hasSameTextualContentAs(ours);
        style("--single", "#123456");
        assertThat(drawnWith()).contains("#123456").doesNotContain("Sparkle");
        style("--reset");
        assertThat(drawnWith()).isEqualTo(before);
    }

    @Test
    void aMapIsDrawnInAnotherColourSchemeAndLayersWithAStyleOfTheirOwnKeepIt() {
        style("--reset");
        assertThat(done("style", project.toString(), "--colours", "colourblind"))
                .contains("色觉友好", "1 个图层");
        try (Workspace open = Workspace.open(project, true, Progress.silent())) {
            assertThat(StyleStore.find(open, "place").style()).endsWith("-colourblind");
        }
        done("style", project.toString(), "--colours", "standard");
        style("--single", "#123456");
        assertThat(done("style", project.toString(), "--colours", "print")).contains("未改动：");
        assertThat(drawnWith()).contains("#123456");
        style("--reset");
        assertThat(run("style", project.toString(), "--colours", "neon")).isEqualTo(1);
        assertThat(err.toString()).contains("neon");
        assertThat(run("style", project.toString(), "--reset")).isEqualTo(2);
    }

    @Test
    void whatCannotBeDoneIsSaidAndChangesNothing() {
        String before = drawnWith();
        String file = project.toString();
        assertThat(run("style", file, "place", "--graduated", "kind")).isEqualTo(1);
        assertThat(err.toString()).contains("没有数值");
        assertThat(run("style", file, "place", "--graduated", "高度")).isEqualTo(1);
        assertThat(err.toString()).contains("没有字段“高度”", "people");
        assertThat(run("style", file, "place", "--graduated", "people", "--classes", "90"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("1 至 12 级");
        assertThat(run("style", file, "place", "--graduated", "people", "--breaks", "5,5"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("从小到大");
        assertThat(run("style", file, "nowhere", "--single", "#112233")).isEqualTo(1);
        assertThat(err.toString()).contains("没有图层“nowhere”");
        assertThat(run("style", file, "place", "--single", "red")).isEqualTo(1);
        assertThat(run("style", file, "place")).isNotZero();
        assertThat(err.toString()).contains("--graduated");
        assertThat(drawnWith()).isEqualTo(before);
    }

    @Test
    void aSavedStyleIsAStepThatIsUndoneAndDoneAgain() {
        style("--reset");
        String first = kept();
        style("--single", "#112233");
        String second = kept();
        assertThat(style("--undo")).contains("已撤销：图层“地名”的样式");
        assertThat(kept()).isEqualTo(first);
        assertThat(style("--redo")).contains("已重做");
        assertThat(kept()).isEqualTo(second);
        style("--undo");
        style("--single", "#445566");
        assertThat(style("--redo")).contains("没有可撤销或重做");
        style("--undo");
        assertThat(kept()).isEqualTo(first);
    }

    private String kept() {
        try (Workspace now = Workspace.open(project, true, Progress.silent())) {
            return StyleStore.document(now, StyleStore.find(now, "place"));
        }
    }
}
