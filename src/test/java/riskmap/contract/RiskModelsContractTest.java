package riskmap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.CancelledException;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.Table;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.RiskResult;
import riskmap.risk.model.SampleDistrict;

/** What every model in the list promises. */
class RiskModelsContractTest {
    private static final Progress CANCELLED = new Progress() {
        @Override
        public void report(double fraction, Message step) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    /** The models that make a raster; {@link #everyModelSaysWhatItComputesBy} proves that no other does. */
    private static final Set<String> WITH_RASTER = Set.of(
            "combined", "inundation", "waterlogging", "fire-danger", "fire-spread", "hazardous-sites", "combination");

    static Stream<RiskModel> models() {
        return RiskModels.all().stream();
    }

    static Stream<RiskModel> modelsWithRaster() {
        return models().filter(model -> WITH_RASTER.contains(model.id()));
    }

    static Stream<RiskModel> modelsThatRead() {
        return models().filter(model -> !model.needs().isEmpty());
    }

    @Test
    void idsAreUnique() {
        Set<String> ids = new HashSet<>();
        RiskModels.all()
                .forEach(model -> assertThat(ids.add(model.id())).as(model.id()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("models")
    void textsUnitsAndSourcesAreDeclared(RiskModel model) {
        assertThat(model.version()).isNotBlank();
        assertThat(model.sources()).isNotEmpty().allSatisfy(source -> assertThat(source)
                .isNotBlank());
        assertTexts(model.title(), model.help());
        for (Parameter parameter : model.parameters()) {
            assertThat(parameter.owner()).isEqualTo("risk." + model.id());
            assertTexts(parameter.title(), parameter.help());
            parameter.choices().forEach(choice -> assertTexts(parameter.choiceTitle(choice)));
            assertThat(ParameterValues.problem(parameter, parameter.defaultValue()))
                    .as(parameter.key())
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDetailOfAChoiceStandsBehindItAndNamesOneThatThereIs(RiskModel model) {
        List<Parameter> all = model.allParameters();
        for (Parameter detail : all) {
            if (detail.use() != null) {
                assertThat(all.subList(0, all.indexOf(detail)))
                        .as(detail.key())
                        .anyMatch(choice -> choice.key().equals(detail.use().key())
                                && choice.choices().contains(detail.use().choice()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void sameInputGivesTheSameResultWhateverTheThreads(RiskModel model) throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(5);
        try {
            List<String> alone = one.submit(() -> texts(run(model, SampleDistrict.inputs(1))))
                    .get();
            List<String> together = many.submit(() -> texts(run(model, SampleDistrict.inputs(1))))
                    .get();
            assertThat(together).isEqualTo(alone);
        } finally {
            one.shutdown();
            many.shutdown();
        }
    }

    /** Of models with a raster; those without prove it by tests of their own. */
    @ParameterizedTest
    @MethodSource("modelsWithRaster")
    void levelsNeverFallAsTheHazardRises(RiskModel model) {
        var weakGrids = run(model, SampleDistrict.inputs(0.5), weaker(model)).grids();
        float[] weak = weakGrids.get(0).grid().cells();
        float[] strong =
                run(model, SampleDistrict.inputs(1)).grids().get(0).grid().cells();
        int risen = 0;
        for (int cell = 0; cell < weak.length; cell++) {
            assertThat(strong[cell] < weak[cell]).isFalse();
            risen += strong[cell] > weak[cell] || Float.isNaN(weak[cell]) && !Float.isNaN(strong[cell]) ? 1 : 0;
        }
        assertThat(risen).isPositive();
    }

    /** The values with the intensity at half of its default. */
    private static Map<String, String> weaker(RiskModel model) {
        return model.intensity()
                .flatMap(key -> model.parameters().stream()
                        .filter(parameter -> parameter.key().equals(key))
                        .findFirst())
                .map(parameter ->
                        Map.of(parameter.key(), Double.toString(Double.parseDouble(parameter.defaultValue()) / 2)))
                .orElse(Map.of());
    }

    @ParameterizedTest
    @MethodSource("modelsThatRead")
    void whatIsStoredInWordsHasANameInEveryLanguage(RiskModel model) throws IOException {
        for (SimpleFeatureCollection layer :
                run(model, SampleDistrict.inputs(1)).layers()) {
            LayerKind kind = Catalogue.standard().kind(layer.getSchema().getTypeName());
            try (SimpleFeatureIterator rows = layer.features()) {
                while (rows.hasNext()) {
                    SimpleFeature row = rows.next();
                    kind.fields().stream()
                            .filter(field -> field.key().endsWith("_name") || field.domain() != null)
                            .filter(field -> row.getAttribute(field.key()) instanceof String)
                            .forEach(field -> named(kind, field, (String) row.getAttribute(field.key())));
                }
            }
        }
    }

    private static void named(LayerKind kind, Field field, String value) {
        String what = kind.key() + "." + field.key() + " = " + value;
        assertThat(field.domain()).as(what).isNotNull();
        assertThat(field.domain().find(value))
                .as(what)
                .hasValueSatisfying(code ->
                        assertThat(code.title().in(Language.ENGLISH)).as(what).doesNotContainPattern("\\p{IsHan}"));
    }

    @ParameterizedTest
    @MethodSource("modelsThatRead")
    void emptyInGivesEmptyOut(RiskModel model) {
        RiskResult result = run(model, SampleDistrict.empty());
        result.layers().forEach(layer -> assertThat(layer.size()).isZero());
        assertThat(result.notes()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelSaysWhatItComputesBy(RiskModel model) {
        assertThat(model.formulas()).isNotEmpty().allSatisfy(formula -> {
            assertTexts(formula.title());
            assertThat(formula.text()).isNotBlank();
            assertThat(formula.source()).isNotBlank();
        });
        assertThat(model.coefficients()).allSatisfy(coefficient -> {
            assertTexts(coefficient.title());
            assertThat(coefficient.value()).isNotBlank();
            assertThat(coefficient.source()).isNotBlank();
        });
        model.intensity().ifPresent(key -> assertThat(model.parameters())
                .extracting(Parameter::key)
                .contains(key));
        RiskResult result = run(model, SampleDistrict.inputs(1));
        assertThat(!result.grids().isEmpty()).isEqualTo(WITH_RASTER.contains(model.id()));
        result.workings().forEach(line -> assertTexts(line.quantity()));
        assertThat(result.charts()).allSatisfy(chart -> {
            Table table = result.tables().stream()
                    .filter(each -> each.id().equals(chart.table()))
                    .findFirst()
                    .orElseThrow();
            assertThat(table.columns()).extracting(Table.Column::key).contains(chart.x());
            assertThat(table.columns()).extracting(Table.Column::key).containsAll(chart.y());
            int across =
                    table.columns().stream().map(Table.Column::key).toList().indexOf(chart.x());
            assertThat(chart.drawn(table)).extracting(row -> row.get(across)).doesNotContain(Message.of("risk.total"));
        });
        assertThat(result.charts())
                .extracting(chart -> chart.title(
                        result.tables().stream()
                                .filter(each -> each.id().equals(chart.table()))
                                .findFirst()
                                .orElseThrow(),
                        result.charts(),
                        Language.CHINESE))
                .as("charts of one run have titles that tell them apart")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void soundInputsPassTheChecks(RiskModel model) {
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        InputChecks checks = new InputChecks(SampleDistrict.inputs(1), values, Progress.silent());
        model.check(checks);
        assertThat(checks.findings()).noneMatch(InputChecks.Finding::fatal);
    }

    @ParameterizedTest
    @MethodSource("models")
    void cancelStopsIt(RiskModel model) {
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        assertThatThrownBy(() -> model.run(SampleDistrict.inputs(1), values, CANCELLED))
                .isInstanceOf(CancelledException.class);
    }

    private static RiskResult run(RiskModel model, Inputs inputs) {
        return run(model, inputs, Map.of());
    }

    private static RiskResult run(RiskModel model, Inputs inputs, Map<String, String> given) {
        return model.run(inputs, ParameterValues.of(model.parameters(), given), Progress.silent());
    }

    private static List<String> texts(RiskResult result) throws IOException {
        List<String> all = new ArrayList<>();
        result.layers().forEach(layer -> all.addAll(Layers.texts(layer)));
        result.grids()
                .forEach(grid ->
                        all.add(Integer.toString(Arrays.hashCode(grid.grid().cells()))));
        result.tables().forEach(table -> all.add(table.rows().toString()));
        result.notes().forEach(note -> all.add(note.text(Language.ENGLISH)));
        result.workings().forEach(line -> all.add(line.text()));
        return all;
    }

    private static void assertTexts(Message... messages) {
        for (Message message : messages) {
            assertThat(message.exists()).as(message.key()).isTrue();
            assertThat(message.text(Language.ENGLISH)).as(message.key()).doesNotStartWith(message.key());
        }
    }
}
