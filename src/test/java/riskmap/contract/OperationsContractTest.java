package riskmap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.data.SimpleFeatureSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.analysis.ShapeKind;
import riskmap.base.CancelledException;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** What every tool in the list promises. */
class OperationsContractTest {
    private static final Progress CANCELLED = new Progress() {
        @Override
        public void report(double fraction, Message step) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    static Stream<Operation> operations() {
        return Operations.all().stream();
    }

    @Test
    void idsAreUnique() {
        Set<String> ids = new HashSet<>();
        Operations.all()
                .forEach(operation ->
                        assertThat(ids.add(operation.id())).as(operation.id()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void textsExistInBothLanguages(Operation operation) {
        assertTexts(operation.title(), operation.help());
        for (Parameter parameter : operation.parameters()) {
            assertTexts(parameter.title(), parameter.help());
            parameter.choices().forEach(choice -> assertTexts(parameter.choiceTitle(choice)));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parametersAreValid(Operation operation) {
        Set<String> keys = new HashSet<>();
        for (Parameter parameter : operation.parameters()) {
            assertThat(keys.add(parameter.key())).as(parameter.key()).isTrue();
            assertThat(parameter.owner()).isEqualTo("analysis." + operation.id());
            if (!parameter.isInput() && parameter.defaultValue() != null) {
                assertThat(ParameterValues.problem(parameter, parameter.defaultValue()))
                        .as(parameter.key())
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aToolOfSeveralLayersSaysWhichOneAFieldIsOf(Operation operation) {
        List<String> layers = operation.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.FEATURES)
                .map(Parameter::key)
                .toList();
        for (Parameter parameter : operation.parameters()) {
            boolean field = parameter.type() == Parameter.Type.FIELD || parameter.type() == Parameter.Type.FIELDS;
            if (field && layers.size() > 1) {
                assertThat(layers).as(parameter.key()).contains(operation.inputOfFields(parameter.key()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aFieldThatTheLayerLacksIsToldAndNotTakenForEmpty(Operation operation) throws IOException {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.type() != Parameter.Type.FIELD && parameter.type() != Parameter.Type.FIELDS) {
                continue;
            }
            Map<String, String> given = given(operation);
            given.put(parameter.key(), "no_such_field");
            // one shape around each feature has no groups by a field
            if (operation.parameters().stream().anyMatch(other -> other.key().equals("around"))) {
                given.put("around", "all");
            }
            boolean isMade = operation.id().equals("calculate-field");
            assertThat(told(operation, ParameterValues.of(operation.parameters(), given)))
                    .as(operation.id() + " " + parameter.key())
                    .matches(text -> isMade || text.contains("no_such_field"));
        }
    }

    /** What a run says: why it does not begin, or its notes. */
    private static String told(Operation operation, ParameterValues values) throws IOException {
        try {
            Output output = operation.run(inputs(operation, true), values, Progress.silent());
            read(output);
            return output.notes().toString();
        } catch (RiskMapException e) {
            return e.userMessage().text();
        }
    }

    /** Reading a stream to its end is part of running. */
    private static void read(Output output) throws IOException {
        if (output instanceof Output.Features features) {
            Layers.texts(features.features());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void emptyInGivesEmptyOut(Operation operation) throws IOException {
        if (operation.parameters().stream().noneMatch(Parameter::isInput)) {
            // what works on no layer cannot be given an empty one
            return;
        }
        Output output = operation.run(inputs(operation, false), values(operation), Progress.silent());
        if (output instanceof Output.Features features) {
            assertThat(features.features().size()).isZero();
        } else if (output instanceof Output.Raster raster) {
            for (float cell : raster.grid().cells()) {
                assertThat(Float.isNaN(cell) || cell == 0).isTrue();
            }
        } else if (output instanceof Output.Rows rows) {
            rows.table().rows().forEach(row -> row.stream()
                    .filter(Number.class::isInstance)
                    .forEach(number -> assertThat(((Number) number).doubleValue())
                            .satisfiesAnyOf(value -> assertThat(value).isZero(), value -> assertThat(value)
                                    .isNaN())));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void runsOnOrdinaryInputWithoutChangingIt(Operation operation) throws IOException {
        Map<String, LayerData> layers = layers(operation, true);
        Map<String, List<String>> before = texts(layers);
        Output output = operation.run(new Inputs(layers), values(operation), Progress.silent());
        if (output instanceof Output.Features features) {
            // reading a stream to its end is part of running
            assertThat(Layers.texts(features.features()))
                    .isEqualTo(Layers.texts(
                            ((Output.Features) operation.run(new Inputs(layers), values(operation), Progress.silent()))
                                    .features()));
        }
        output.notes().forEach(OperationsContractTest::assertTexts);
        assertThat(texts(layers)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noLayerThatIsOfferedForAnInputIsRefused(Operation operation) {
        for (Parameter input : operation.parameters()) {
            if (input.type() != Parameter.Type.FEATURES) {
                continue;
            }
            FittingShapes fitting = operation.shapes(input.key());
            assertThat(fitting.all()).as(input.key()).isNotEmpty();
            assertThat(fitting.usual() == null || fitting.fits(fitting.usual())).isTrue();
            for (ShapeKind kind : fitting.all()) {
                Map<String, LayerData> layers = layers(operation, true);
                layers.put(input.key(), layer(kind));
                assertThatCode(() -> {
                            Output output = operation.run(new Inputs(layers), values(operation), Progress.silent());
                            if (output instanceof Output.Features features) {
                                Layers.texts(features.features());
                            }
                        })
                        .as("%s of %s", input.key(), kind)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void cancelStopsIt(Operation operation) {
        assertThatThrownBy(() -> {
                    Output output = operation.run(inputs(operation, true), values(operation), CANCELLED);
                    if (output instanceof Output.Features features) {
                        Layers.texts(features.features());
                    }
                })
                .isInstanceOf(CancelledException.class);
    }

    private static void assertTexts(Message... messages) {
        for (Message message : messages) {
            assertThat(message.exists()).as(message.key()).isTrue();
            assertThat(message.text(Language.ENGLISH)).as(message.key()).doesNotStartWith(message.key());
        }
    }

    private static Inputs inputs(Operation operation, boolean filled) {
        return new Inputs(layers(operation, filled));
    }

    private static Map<String, LayerData> layers(Operation operation, boolean filled) {
        Map<String, LayerData> layers = new LinkedHashMap<>();
        double shift = 0;
        for (Parameter parameter : operation.parameters()) {
            if (parameter.type() == Parameter.Type.FEATURES) {
                layers.put(parameter.key(), areas(parameter.key(), filled, shift));
                shift += 5;
            } else if (parameter.type() == Parameter.Type.GRID) {
                layers.put(parameter.key(), new LayerData.Raster(grid(filled)));
            }
        }
        return layers;
    }

    private static LayerData areas(String name, boolean filled, double shift) {
        Layers layer = Layers.of(name, Polygon.class, "name:String", "level:Integer", "people:Double");
        if (filled) {
            layer.row(box(shift, 0), "甲", 1, 10.5)
                    .row(box(shift + 10, 0), "乙", 2, null)
                    .row(null, "丙", 2, 3.0)
                    .row(box(shift, 10), null, 3, 4.0);
        }
        return layer.data();
    }

    private static LayerData layer(ShapeKind kind) {
        Class<? extends Geometry> type =
                switch (kind) {
                    case POINTS -> Point.class;
                    case LINES -> LineString.class;
                    case AREAS -> Polygon.class;
                    case NONE -> null;
                };
        Layers layer = Layers.of("given", type, "name:String", "level:Integer", "people:Double");
        if (type == null) {
            return layer.row("甲", 1, 10.5).row("乙", 2, null).data();
        }
        for (int i = 0; i < 3; i++) {
            Geometry box = Layers.geometry(box(7 * i, 3));
            Geometry shape =
                    switch (kind) {
                        case POINTS -> box.getCentroid();
                        case LINES -> box.getBoundary();
                        default -> box;
                    };
            layer.row(shape.toText().replace("LINEARRING", "LINESTRING"), "行" + i, i, 2.0 * i);
        }
        return layer.data();
    }

    private static String box(double x, double y) {
        double east = 500000 + x;
        double north = 4150000 + y;
        return "POLYGON((%s %s, %s %s, %s %s, %s %s, %s %s))"
                .formatted(east, north, east + 10, north, east + 10, north + 10, east, north + 10, east, north);
    }

    private static Grid grid(boolean filled) {
        GridGeometry geometry =
                GridGeometry.covering(new Envelope(500000, 500040, 4150000, 4150030), 2, Crs.of("EPSG:4550"));
        Grid grid = Grid.filled(geometry, Float.NaN);
        for (int i = 0; filled && i < grid.cells().length; i++) {
            grid.cells()[i] = i % 7;
        }
        return grid;
    }

    static ParameterValues values(Operation operation) {
        return ParameterValues.of(operation.parameters(), given(operation));
    }

    private static Map<String, String> given(Operation operation) {
        Map<String, String> given = new HashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInput() || parameter.defaultValue() != null) {
                continue;
            }
            String value =
                    switch (parameter.type()) {
                        case FIELD, FIELDS -> "people";
                        case EXPRESSION -> parameter.key().equals("expression") ? "people * 2" : "people > 1";
                        case CRS -> "EPSG:4490";
                        case NUMBERS ->
                            parameter.optional()
                                    ? null
                                    : parameter.key().equals("extent") ? "400000,600000,4000000,4200000" : "1,2";
                        case NUMBER, INTEGER -> parameter.optional() ? null : "2";
                        case PLACE -> parameter.optional() ? null : "122,37";
                        case TABLE -> parameter.optional() ? null : "0,3,1;3,7,2";
                        default -> null;
                    };
            if (value != null) {
                given.put(parameter.key(), value);
            }
        }
        return given;
    }

    private static Map<String, List<String>> texts(Map<String, LayerData> layers) throws IOException {
        Map<String, List<String>> result = new LinkedHashMap<>();
        for (var layer : layers.entrySet()) {
            if (layer.getValue() instanceof LayerData.Features features) {
                SimpleFeatureSource source = features.source();
                result.put(layer.getKey(), Layers.texts(source.getFeatures()));
            } else if (layer.getValue() instanceof LayerData.Raster raster) {
                result.put(
                        layer.getKey(),
                        List.of(java.util.Arrays.toString(raster.grid().cells())));
            }
        }
        return result;
    }
}
