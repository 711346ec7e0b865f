package riskmap.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Layers;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.app.project.OutputTarget;
import riskmap.app.tool.OperationRuns;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** What files hold besides plain areas: each tool makes something of it, or says in words why it does not. */
class OddShapesContractTest {
    private static final List<String> SHAPES = List.of(
            "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))",
            "POLYGON((50 50, 150 50, 150 150, 50 150, 50 50))",
            "POLYGON((200 0, 300 100, 300 0, 200 100, 200 0))",
            "POLYGON EMPTY",
            "GEOMETRYCOLLECTION(POLYGON((400 0, 450 0, 450 50, 400 0)), POINT(410 20), LINESTRING(400 40, 450 40))",
            "GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(60 60)), LINESTRING(40 60, 170 60))",
            "POLYGON Z((0 60 5, 100 60 6, 100 160 7, 0 160 8, 0 60 5))",
            "POLYGON ZM((80 60 5 1, 180 60 6 2, 180 160 7 3, 80 160 8 4, 80 60 5 1))",
            "POLYGON M((90 20 1, 190 20 2, 190 120 3, 90 120 4, 90 20 1))",
            "LINESTRING ZM(0 70 1 2, 200 75 3 4)",
            "MULTIPOLYGON(((0 400, 50 400, 50 450, 0 450, 0 400)), ((40 440, 90 440, 90 490, 40 490, 40 440)))",
            "POLYGON((200 400, 300 400, 200 400, 200 400))",
            "POLYGON((0 600, 100 600, 100 700, 0 700, 0 600), (20 620, 120 620, 120 640, 20 640, 20 620))",
            "LINESTRING(0 20, 500 20)",
            "LINESTRING(10 10, 10 10)",
            "MULTIPOINT((10 10), (60 60), (10 10))",
            "GEOMETRYCOLLECTION(POLYGON((500 0, 540 0, 540 40, 500 40, 500 0)),"
                    + " POLYGON((530 20, 570 20, 570 60, 530 60, 530 20)))",
            "GEOMETRYCOLLECTION(POLYGON((500 100, 540 100, 540 140, 500 140, 500 100)),"
                    + " POLYGON((530 120, 570 120, 570 160, 530 160, 530 120)), LINESTRING(500 100, 570 160))",
            "POLYGON((500 200, 600 200, 600 300, 500 300, 500 200), (500 240, 540 240, 540 260, 500 260, 500 240))",
            "POLYGON((500 200, 600 200, 600 300, 500 300, 500 200), (500 250, 540 260, 540 240, 500 250))",
            "POLYGON((500 200, 600 200, 600 300, 500 300, 500 200), (500 200, 600 200, 600 300, 500 300, 500 200))",
            "POLYGON((500 200, 600 200, 600 300, 500 300, 500 200), (520 220, 550 220, 550 280, 520 280, 520 220),"
                    + " (550 220, 580 220, 580 280, 550 280, 550 220))",
            "POLYGON((500 200, 600 200, 600 300, 500 300, 500 200), (520 220, 550 220, 550 280, 520 280, 520 220),"
                    + " (530 220, 580 220, 580 280, 530 280, 530 220))",
            "POLYGON((500 400, 600 400, 600 500, 600 600, 600 500, 500 500, 500 400))",
            "POLYGON((500 400, 600 400, 600 500, 550 400, 500 500, 500 400))",
            "MULTIPOLYGON(((500 400, 600 400, 600 500, 500 500, 500 400)), ((600 400, 650 400, 650 500, 600 500, 600 400)))",
            "MULTIPOLYGON(((500 400, 600 400, 600 500, 500 500, 500 400)), ((500 400, 600 400, 600 500, 500 500, 500 400)))",
            "POINT(75 75)");

    @TempDir
    private static Path folder;

    @TempDir
    private Path results;

    @BeforeAll
    static void files() throws IOException {
        Layers layer = Layers.of("odd", Geometry.class, "name:String", "level:Integer", "people:Double");
        for (int i = 0; i < SHAPES.size(); i++) {
            layer.row(SHAPES.get(i), "行" + i, i % 3, i % 4 == 0 ? null : i * 1.5);
        }
        layer.row(null, null, null, null);
        OutputTarget.of(folder.resolve("odd.gpkg") + "#odd")
                .write(new Output.Features(layer.source().getFeatures(), List.of()), Progress.silent());
        Grid grid =
                Grid.filled(GridGeometry.covering(new Envelope(0, 500, 0, 700), 20, Crs.of("EPSG:4550")), Float.NaN);
        for (int i = 0; i < grid.cells().length; i++) {
            grid.cells()[i] = i % 7;
        }
        OutputTarget.of(folder.resolve("dem.tif").toString())
                .write(new Output.Raster(grid, List.of()), Progress.silent());
    }

    static Stream<Operation> operations() {
        return Operations.all().stream();
    }

    /** Each tool with each of its choices. */
    static Stream<Arguments> choices() {
        return operations().flatMap(operation -> operation.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.CHOICE)
                .flatMap(parameter -> parameter.choices().stream()
                        .map(choice -> Arguments.of(operation, Map.of(parameter.key(), choice)))));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noToolStopsWithoutWordsAtAnOddShape(Operation operation) {
        runs(operation, Map.of());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void norDoesItWithAnyOfItsChoices(Operation operation, Map<String, String> choice) {
        runs(operation, choice);
    }

    private void runs(Operation operation, Map<String, String> choice) {
        Map<String, String> inputs = new HashMap<>();
        boolean raster = false;
        for (Parameter parameter : operation.parameters()) {
            if (parameter.type() == Parameter.Type.FEATURES) {
                inputs.put(parameter.key(), folder.resolve("odd.gpkg") + "#odd");
            } else if (parameter.type() == Parameter.Type.GRID) {
                inputs.put(parameter.key(), folder.resolve("dem.tif").toString());
                raster = true;
            }
        }
        Map<String, String> values =
                new HashMap<>(OperationsContractTest.values(operation).asText());
        values.putAll(choice);
        String suffix = raster ? "made.tif" : "made.gpkg#made";
        assertThatCode(() -> {
                    try {
                        OperationRuns.run(
                                operation.id(), inputs, values, results.resolve(suffix) + "", Progress.silent());
                    } catch (RiskMapException inWords) {
                        // said
                    }
                })
                .doesNotThrowAnyException();
    }
}
