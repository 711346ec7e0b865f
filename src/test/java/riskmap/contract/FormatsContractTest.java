package riskmap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.StandardLayers;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/** What every format in {@link Formats} must do. */
class FormatsContractTest {
    @TempDir
    Path folder;

    /** Formats of features that are written as well as read. */
    private static Stream<VectorFormat> vectors() {
        return Formats.all().stream()
                .filter(VectorFormat.class::isInstance)
                .filter(Format::writes)
                .map(VectorFormat.class::cast);
    }

    private static Stream<GridFormat> grids() {
        return Formats.all().stream().filter(GridFormat.class::isInstance).map(GridFormat.class::cast);
    }

    @TestFactory
    Stream<DynamicTest> standardLayersComeBackAsTheyWere() {
        Map<String, SimpleFeatureCollection> layers = StandardLayers.all();
        return vectors().flatMap(format -> layers.entrySet().stream()
                .map(layer -> DynamicTest.dynamicTest(
                        format.id() + " " + layer.getKey(),
                        () -> roundTrip(format, layer.getKey(), layer.getValue()))));
    }

    private void roundTrip(VectorFormat format, String name, SimpleFeatureCollection layer) throws IOException {
        Path file = folder.resolve("层 " + name + "." + format.extensions().get(0));
        ImportLog written = format.write(file, layer, WriteOptions.standard(), Progress.silent());
        assertThat(written.writtenCount()).isEqualTo(layer.size());
        assertThat(Formats.reading(file)).isSameAs(format);
        ImportLog log = new ImportLog();
        FeatureStream stream = format.read(file, "", ReadOptions.standard(), log);
        assertThat(Crs.code(stream.type().getCoordinateReferenceSystem())).isEqualTo("EPSG:4326");
        List<SimpleFeature> read = StandardLayers.drain(stream);
        assertThat(read).hasSize(layer.size());
        assertThat(log.readCount()).isEqualTo(layer.size());
        assertThat(log.skippedCount()).isZero();
        try (SimpleFeatureIterator originals = layer.features()) {
            for (SimpleFeature feature : read) {
                SimpleFeature original = originals.next();
                assertSame((Geometry) original.getDefaultGeometry(), (Geometry) feature.getDefaultGeometry());
                for (String column : List.of("名称", "people", "depth_m", "built_on")) {
                    Object was = original.getAttribute(column);
                    Object is = feature.getAttribute(column);
                    assertThat(is == null ? null : is.toString())
                            .as(column)
                            .isEqualTo(was == null ? null : was.toString());
                }
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left)
                    .as("no workshop is left")
                    .noneMatch(path -> path.getFileName().toString().startsWith(".riskmap"));
        }
    }

    private static void assertSame(Geometry was, Geometry is) {
        if (was == null || is == null) {
            assertThat(is).isEqualTo(was);
            return;
        }
        assertThat(is.norm().equalsExact(was.norm())
                        || is.getNumGeometries() == 1
                                && is.getGeometryN(0)
                                        .norm()
                                        .equalsExact(was.getGeometryN(0).norm()))
                .as("%s is not %s", is, was)
                .isTrue();
        assertThat(heights(is)).isEqualTo(heights(was));
    }

    private static List<Double> heights(Geometry geometry) {
        List<Double> result = new ArrayList<>();
        for (Coordinate coordinate : geometry.norm().getCoordinates()) {
            result.add(coordinate.getZ());
        }
        return result;
    }

    @TestFactory
    Stream<DynamicTest> writingInAnotherCrsMovesTheFeaturesThere() {
        SimpleFeatureCollection points = StandardLayers.all().get("lines");
        return vectors()
                .map(format -> DynamicTest.dynamicTest(format.id(), () -> {
                    Path file = folder.resolve("moved." + format.extensions().get(0));
                    if (!format.writesAnyCrs()) {
                        WriteOptions options = WriteOptions.standard().withCrs(Crs.of(4550));
                        assertThatThrownBy(() -> format.write(file, points, options, Progress.silent()))
                                .isInstanceOf(RiskMapException.class);
                        return;
                    }
                    format.write(file, points, WriteOptions.standard().withCrs(Crs.of(4550)), Progress.silent());
                    FeatureStream stream = format.read(file, "", ReadOptions.standard(), new ImportLog());
                    assertThat(Crs.code(stream.type().getCoordinateReferenceSystem()))
                            .isEqualTo("EPSG:4550");
                    Geometry geometry =
                            (Geometry) StandardLayers.drain(stream).get(0).getDefaultGeometry();
                    Coordinate[] ends = Crs.transform(Crs.of(4550), Crs.of(4326))
                            .apply(geometry)
                            .getCoordinates();
                    assertThat(Arrays.stream(ends)).anyMatch(end -> end.distance(new Coordinate(122.5, 37.5)) < 1e-8);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aBrokenFileIsRefusedWithAMessage() {
        return Formats.all().stream()
                .map(format -> DynamicTest.dynamicTest(format.id(), () -> {
                    Path file = folder.resolve("broken." + format.extensions().get(0));
                    Files.write(file, new byte[] {'"', 1, 2, 3, 'x', 0, 9});
                    assertThatThrownBy(() -> {
                                Format found = Formats.reading(file);
                                if (found instanceof VectorFormat vector) {
                                    StandardLayers.drain(
                                            vector.read(file, "", ReadOptions.standard(), new ImportLog()));
                                } else {
                                    ((GridFormat) found)
                                            .read(file, ReadOptions.standard(), new ImportLog(), Progress.silent());
                                }
                            })
                            .isInstanceOf(RiskMapException.class);
                    Path missing =
                            folder.resolve("missing." + format.extensions().get(0));
                    assertThatThrownBy(() -> Formats.reading(missing)).isInstanceOf(RiskMapException.class);
                }));
    }

    @TestFactory
    Stream<DynamicTest> gridsComeBackCellByCell() {
        GridGeometry square = new GridGeometry(300, 270, 404_000, 4_157_000, 10, 10, Crs.of(4550));
        GridGeometry oblong = new GridGeometry(7, 3, 121.5, 37.5, 0.25, 0.125, Crs.of(4490));
        return grids().flatMap(format -> Stream.of(square, oblong)
                .map(geometry -> DynamicTest.dynamicTest(format.id() + " " + geometry.width(), () -> {
                    float[] cells = new float[geometry.cellCount()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = i % 97 == 0 ? Float.NaN : i % 89 == 0 ? -9999 : (float) Math.sin(i) * i;
                    }
                    Grid grid = new Grid(geometry, cells);
                    Path file = folder.resolve(
                            "高程" + geometry.width() + "." + format.extensions().get(0));
                    format.write(file, grid, Progress.silent());
                    assertThat(Formats.reading(file)).isSameAs(format);
                    ImportLog log = new ImportLog();
                    Grid read = format.read(file, ReadOptions.standard(), log, Progress.silent());
                    assertThat(read.geometry().sameLattice(geometry)).isTrue();
                    assertThat(Crs.code(read.geometry().crs())).isEqualTo(Crs.code(geometry.crs()));
                    assertThat(read.cells()).containsExactly(cells);
                    assertThat(log.reasons()).isEmpty();
                })));
    }
}
