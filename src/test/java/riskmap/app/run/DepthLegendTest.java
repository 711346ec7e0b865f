package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.app.print.Prints;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.app.style.ColourSchemes;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.map.MapLayer;
import riskmap.risk.model.SampleDistrict;
import riskmap.style.Styles;

/** The legend of depths of water on a printed page, which shows the classes of the run that made the zones. */
class DepthLegendTest {
    @TempDir
    Path folder;

    @Test
    void aPageShowsTheClassesThatTheZonesHave() throws IOException {
        try (Workspace project = project()) {
            run(project, Map.of());
            assertThat(page(project)).contains("[0, 0.5) m", "[0.5, 1) m", "[1, 2) m", "[2, 3) m", "Depth ≥ 3 m");
            assertThat(page(project)).doesNotContain("0.15", "0.3 m");
            run(project, Map.of("depth-breaks", "0.2,0.85", "minimum-zone-area", "0"));
            assertThat(page(project)).contains("[0, 0.2) m", "[0.2, 0.85) m", "≥ 0.85 m");
            assertThat(page(project)).doesNotContain("[0.5, 1) m", "≥ 3 m");
            eachZoneHasOneRule(project);
        }
    }

    @Test
    void aNewRunKeepsTheColoursOfTheMapAndTakesItsOwnClasses() throws IOException {
        try (Workspace project = project()) {
            run(project, Map.of());
            ColourSchemes.use(project, "print", layer(project).id());
            assertThat(layer(project).style()).isEqualTo("flood_depth:0.5,1,2,3-print");
            assertThat(page(project)).contains("[0.5, 1) m");
            run(project, Map.of("depth-breaks", "0.2,0.85"));
            assertThat(layer(project).style()).isEqualTo("flood_depth:0.2,0.85-print");
            assertThat(page(project)).contains("[0.2, 0.85) m");
        }
    }

    @Test
    void aFireShowsThePeriodsOfItsRunAndNoOthers() throws IOException {
        try (Workspace project = project()) {
            RiskRuns.run(project, "fire-spread", Map.of("times", "0.5,1,2"), Progress.silent());
            RiskRuns.run(project, "fire-spread", Map.of("times", "1,4"), Progress.silent());
            assertThat(project.map().layers())
                    .filteredOn(layer -> layer.style().startsWith("fire_spread"))
                    .extracting(MapLayer::style)
                    .containsExactly("fire_spread:1,4");
            assertThat(page(project)).contains("0–1 h", "1–4 h").doesNotContain("0.5–1 h", "Ring");
        }
    }

    @Test
    void zonesOfOtherClassesInALayerOfTheirOwnDoNotCoverEachOther() throws IOException {
        try (Workspace project = project()) {
            run(project, Map.of());
            RiskRuns.run(project, "inundation", Map.of("depth-breaks", "0.2"), "second", Progress.silent());
            assertThat(project.map().layers())
                    .filteredOn(layer -> layer.style().startsWith("flood_depth"))
                    .filteredOn(MapLayer::visible)
                    .extracting(MapLayer::style)
                    .containsExactly("flood_depth:0.2");
        }
    }

    @Test
    void eachClassHasAColourOfItsOwn() {
        for (String suffix : new String[] {"", "-colourblind", "-print"}) {
            Style style = Styles.shipped("flood_depth:0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8" + suffix);
            assertThat(style.featureTypeStyles().get(0).rules())
                    .extracting(rule -> ((PolygonSymbolizer) rule.symbolizers().get(0))
                            .getFill()
                            .getColor()
                            .toString())
                    .hasSize(9)
                    .doesNotHaveDuplicates();
        }
    }

    private static void eachZoneHasOneRule(Workspace project) throws IOException {
        Style style = DrawnLayers.style(project, layer(project));
        for (SimpleFeature zone : Layers.list(project.features("flood_depth").getFeatures())) {
            assertThat(style.featureTypeStyles().get(0).rules())
                    .filteredOn(rule -> rule.getFilter().evaluate(zone))
                    .extracting(rule -> rule.getName())
                    .containsExactly("depth-" + zone.getAttribute("level"));
        }
    }

    private static MapLayer layer(Workspace project) {
        return project.map().layers().stream()
                .filter(layer -> layer.style().startsWith("flood_depth"))
                .findFirst()
                .orElseThrow();
    }

    private static void run(Workspace project, Map<String, String> values) {
        RiskRuns.run(project, "inundation", values, Progress.silent());
    }

    /** The words of a page. */
    private String page(Workspace project) throws IOException {
        Path page = folder.resolve("page.svg");
        Prints.print(
                project,
                new Prints.Request("map-a3", "", "", Language.ENGLISH, 60, LocalDate.of(2026, 11, 24)),
                page,
                Progress.silent());
        return Pattern.compile("<text[^>]*>([^<]*)")
                .matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("\n"));
    }

    private Workspace project() throws IOException {
        Inputs district = SampleDistrict.withReservoir();
        Workspace project = Workspace.create(folder.resolve("区.gpkg"), "试验区", "EPSG:4550");
        for (String name : district.names()) {
            if (district.isGrid(name)) {
                Path raster = folder.resolve(name + ".tif");
                ((GridFormat) Formats.writing(raster)).write(raster, district.grid(name), Progress.silent());
            } else {
                project.store().createLayer(district.features(name).getSchema(), name);
                project.store().append(name, district.features(name).getFeatures(), Progress.silent());
            }
        }
        return project;
    }
}
