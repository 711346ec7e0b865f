package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.style.SldDocument;
import riskmap.style.SldReader;
import riskmap.style.SldWriter;

/**
 * Styles as QGIS (its own export), GeoServer, GeoTools and the standard write them: read, drawn, written back; what this
 * program does not draw is reported and kept.
 */
class SldDialectsTest {
    private static final Path FOLDER = Path.of("src/test/resources/riskmap/style/dialects");

    /**
     * What is expected of a document.
     *
     * @param file its name
     * @param rules how many rules it has
     * @param reported what is not drawn, in the order of the lines
     * @param drawn colours that its picture shows
     */
    private record Sample(String file, int rules, List<String> reported, List<Integer> drawn) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("qgis-zones", 5, List.of(), List.of(0xD91E18, 0x2471A3, 0x7D3C98, 0x008000)),
            new Sample("qgis-roads", 4, List.of(), List.of(0x12304A, 0xF7D154, 0xC0392B, 0x888888)),
            new Sample(
                    "qgis-sites",
                    4,
                    List.of("gpsicons/parking.svg?", "gpsicons/parking.svg", "name || ' ' || people"),
                    List.of(0x2A9D8F, 0xE76F51, 0xC0392B)),
            new Sample("qgis-grey", 1, List.of(), List.of(0x000000, 0x828282, 0xFFFFFF)),
            new Sample("qgis-ramp", 1, List.of(), List.of(0x2C7BB6, 0xFFFFBF, 0xD7191C)),
            new Sample("geoserver-areas", 3, List.of("Transformation", "random"), List.of(0xD71911, 0x2C7B6D)),
            new Sample("geoserver-labels", 1, List.of("goodnessOfFit"), List.of(0xC0392B, 0x1E7B4B, 0x12304A)),
            new Sample(
                    "geoserver-raster",
                    1,
                    List.of("SourceChannelName 2", "OverlapBehavior", "GammaValue"),
                    List.of(0xFFFFFF, 0x9ECAE1, 0x08519C)),
            new Sample(
                    "geotools-points",
                    2,
                    List.of("http://example.org/flood.svg", "ttf://Webdings#0x0064", "Intersects"),
                    List.of(0xD7191C)),
            new Sample(
                    "se-categories",
                    1,
                    List.of("fallbackValue", "VolumeSymbolizer", "Glow"),
                    List.of(0x2C7BB6, 0xFFFFBF, 0xD7191C)));

    @TestFactory
    Stream<DynamicTest> everyDialectIsReadDrawnAndWrittenBack() {
        return SAMPLES.stream().map(sample -> DynamicTest.dynamicTest(sample.file(), () -> check(sample)));
    }

    @Test
    void everySampleIsInTheTable() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SAMPLES.stream()
                            .map(sample -> sample.file() + ".sld")
                            .toList());
        }
    }

    private static void check(Sample sample) throws IOException {
        SldReader.Result read = SldReader.read(FOLDER.resolve(sample.file() + ".sld"));
        assertThat(read.style().featureTypeStyles().stream()
                        .mapToInt(part -> part.rules().size())
                        .sum())
                .isEqualTo(sample.rules());
        assertThat(read.notes()).hasSameSizeAs(sample.reported());
        for (String part : sample.reported()) {
            assertThat(read.notes()).as(part).anySatisfy(note -> assertThat(named(note))
                    .startsWith(part));
        }
        BufferedImage image = picture(sample, read);
        for (int colour : sample.drawn()) {
            assertThat(Pictures.count(image, new Color(colour), 40))
                    .as("pixels of #%06X", colour)
                    .isGreaterThan(4);
        }
        for (SldWriter.Dialect dialect : SldWriter.Dialect.values()) {
            String written = SldWriter.write(read.style(), dialect);
            SldReader.Result again = SldReader.parse(written);
            assertThat(SldWriter.write(again.style(), dialect)).isEqualTo(written);
            assertThat(Pictures.different(image, picture(sample, again), 0)).isZero();
        }
        // an editor changes a rule's title and keeps every other word
        String text = Files.readString(FOLDER.resolve(sample.file() + ".sld"));
        SldDocument document = SldDocument.parse(text);
        assertThat(document.kept()).hasSameSizeAs(sample.reported());
        SldDocument changed =
                document.withRule(0, document.rule(0).withOff(true)).withRule(0, document.rule(0));
        for (String part : sample.reported()) {
            assertThat(changed.text().replace("&amp;", "&")).contains(part.split(" ")[0]);
        }
    }

    /** The last argument of a note is the part that it is about. */
    private static String named(Message note) {
        return String.valueOf(note.arguments().get(note.arguments().size() - 1));
    }

    private static BufferedImage picture(Sample sample, SldReader.Result read) {
        LayerData data;
        if (read.style().featureTypeStyles().get(0).rules().get(0).symbolizers().stream()
                .anyMatch(org.geotools.api.style.RasterSymbolizer.class::isInstance)) {
            data = raster();
        } else if (sample.file().contains("roads") || sample.file().contains("labels")) {
            data = features(
                    "LINESTRING (10 170, 190 150)",
                    "LINESTRING (10 110, 190 110)",
                    "LINESTRING (10 50, 100 30, 190 50)",
                    "LINESTRING (10 20, 60 20)");
        } else if (sample.file().contains("sites") || sample.file().contains("points")) {
            data = features("POINT (40 40)", "POINT (90 40)", "POINT (140 140)", "POINT (40 140)");
        } else {
            data = features(square(5, 5), square(105, 5), square(5, 105), square(105, 105));
        }
        return Scenes.paint(Scenes.viewport(200, 200), Scenes.layer(data, read.style()));
    }

    private static String square(int x, int y) {
        return String.format("POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))", x, y, x + 90, y + 90);
    }

    private static LayerData raster() {
        float[] cells = new float[64];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i;
        }
        return new LayerData.Raster(new Grid(new GridGeometry(8, 8, 0, 200, 25, 25, Scenes.PLANE), cells));
    }

    /** Features whose attributes have a value for every rule of the samples. */
    private static LayerData.Features features(String... wkt) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("layer");
        builder.add("the_geom", Geometry.class, Scenes.PLANE);
        builder.add("level", Integer.class);
        builder.add("people", Double.class);
        builder.add("class", String.class);
        builder.add("name", String.class);
        SimpleFeatureType type = builder.buildFeatureType();
        List<SimpleFeature> features = new ArrayList<>();
        String[] classes = {"国道", "步道", "a", "b"};
        double[] people = {5, 50, 500, 50};
        for (int i = 0; i < wkt.length; i++) {
            Object[] values = {Scenes.geometry(wkt[i]), i + 1, people[i], classes[i], "甲区"};
            features.add(SimpleFeatureBuilder.build(type, values, "layer." + i));
        }
        return new LayerData.Features(DataUtilities.source(new ListFeatureCollection(type, features)));
    }
}
