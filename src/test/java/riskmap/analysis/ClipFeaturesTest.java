package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.gpkg.GeoPackage;

/** Clipping repairs what it cuts, and passes by what lies apart. */
class ClipFeaturesTest {
    @Test
    void brokenFeaturesAreRepairedWhereTheyMeetTheAreas() {
        var features = Layers.of("features", Polygon.class, "name:String")
                .row("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))", "bow tie half inside")
                .row("POLYGON((1000 0, 1010 10, 1010 0, 1000 10, 1000 0))", "bow tie apart")
                .row("POLYGON((1 20, 2 20, 2 21, 1 21, 1 20))", "inside")
                .row("POLYGON((500 0, 510 0, 510 10, 500 10, 500 0))", "apart")
                .source();
        var areas = Layers.of("areas", Polygon.class, "name:String")
                .row("POLYGON((-5 -5, 5 -5, 5 30, -5 30, -5 -5))", "area")
                .source();
        Operation clip = Operations.byId("clip");
        Output.Features output = (Output.Features) clip.run(
                new Inputs(
                        Map.of("features", new LayerData.Features(features), "areas", new LayerData.Features(areas))),
                ParameterValues.of(clip.parameters(), Map.of()),
                Progress.silent());
        List<SimpleFeature> pieces = Layers.list(output.features());
        assertThat(pieces)
                .extracting(piece -> piece.getAttribute("name"))
                .containsExactly("bow tie half inside", "inside");
        assertThat(((Geometry) pieces.get(0).getDefaultGeometry()).getArea()).isCloseTo(25, within(1e-9));
        assertThat(((Geometry) pieces.get(1).getDefaultGeometry()).getArea()).isCloseTo(1, within(1e-9));
        assertThat(output.notes()).hasSize(1);
        assertThat(output.notes().get(0).arguments()).contains(1, 4);
    }

    @Test
    void whatIsReadOfAFileGivesTheSamePiecesAndNotes(@TempDir Path folder) throws Exception {
        Layers features = Layers.of("features", Polygon.class, "name:String");
        for (int i = 0; i < 200; i++) {
            double x = 30 * (i % 20);
            double y = 30 * Math.floorDiv(i, 20);
            String square = String.format(
                    Locale.ROOT,
                    "POLYGON((%1$f %2$f, %3$f %2$f, %3$f %4$f, %1$f %4$f, %1$f %2$f))",
                    x,
                    y,
                    x + 40,
                    y + 20);
            features.row(i % 9 == 4 ? null : i % 9 == 5 ? "POLYGON EMPTY" : square, "n" + i);
        }
        LayerData areas = Layers.of("areas", Polygon.class, "name:String")
                .row("POLYGON((95 45, 210 40, 230 160, 90 120, 95 45))", "area")
                .row(null, "nowhere")
                .data();
        Path file = folder.resolve("features.gpkg");
        try (GeoPackage gpkg = GeoPackage.create(file)) {
            gpkg.createLayer(features.source().getSchema(), "features");
            gpkg.append("features", features.source().getFeatures(), Progress.silent());
        }
        try (GeoPackage gpkg = GeoPackage.open(file, true)) {
            LayerData stored = new LayerData.Features(gpkg.dataStore().getFeatureSource("features"));
            for (String tool : List.of("clip", "intersection", "difference", "select-by-location")) {
                String other = tool.equals("select-by-location") ? "others" : "areas";
                Output read = Layers.run(tool, Map.of("features", stored, other, areas));
                Output whole = Layers.run(tool, Map.of("features", features.data(), other, areas));
                assertThat(Layers.texts(((Output.Features) read).features()))
                        .as(tool)
                        .isEqualTo(Layers.texts(((Output.Features) whole).features()))
                        .isNotEmpty();
                assertThat(texts(read)).as(tool).isEqualTo(texts(whole)).anyMatch(note -> note.contains("200"));
            }
        }
    }

    private static List<String> texts(Output output) {
        return output.notes().stream().map(Message::text).toList();
    }
}
