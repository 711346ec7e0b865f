package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.of("analysis.x", "in", Parameter.Type.FEATURES, null),
            Parameter.number("analysis.x", "distance", "m", 50, 0, 1000),
            Parameter.integer("analysis.x", "count", "", 3, 1, 9),
            Parameter.choice("analysis.x", "rule", "centroid", "centroid", "intersects"),
            Parameter.of("analysis.x", "weights", Parameter.Type.WEIGHTS, "flood=0.4,fire=0.6"),
            Parameter.of("analysis.x", "breaks", Parameter.Type.NUMBERS, "0.25,0.5"),
            Parameter.of("analysis.x", "field", Parameter.Type.FIELD, null),
            Parameter.of("analysis.x", "note", Parameter.Type.TEXT, null).asOptional());

    @Test
    void defaultsFillWhatIsNotGivenAndInputsAreNoValues() {
        ParameterValues values = ParameterValues.of(PARAMETERS, Map.of("field", "level"));
        assertThat(values.number("distance")).isEqualTo(50);
        assertThat(values.integer("count")).isEqualTo(3);
        assertThat(values.numbers("breaks")).containsExactly(0.25, 0.5);
        assertThat(values.weights("weights")).containsEntry("flood", 0.4).containsEntry("fire", 0.6);
        assertThat(values.has("note")).isFalse();
        assertThat(values.asText()).doesNotContainKey("in").containsEntry("distance", "50");
    }

    @ParameterizedTest
    @CsvSource({
        "distance, -1, base.parameter-range",
        "distance, 1001, base.parameter-range",
        "distance, NaN, base.parameter-type",
        "distance, far, base.parameter-type",
        "count, 2.5, base.parameter-type",
        "rule, touches, base.parameter-choice",
        "weights, flood, base.parameter-type",
        "distence, 5, base.parameter-unknown"
    })
    void aBadValueIsNamedWithItsReason(String key, String value, String reason) {
        assertThatThrownBy(() -> ParameterValues.of(PARAMETERS, Map.of("field", "level", key, value)))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        e -> assertThat(e.userMessage().key()).isEqualTo(reason));
    }

    @Test
    void aSmallDefaultIsWrittenAsPeopleWriteIt() {
        assertThat(Parameter.number("analysis.x", "tolerance", "m", 1e-6, 0, 1).defaultValue())
                .isEqualTo("0.000001");
        assertThat(Parameter.number("analysis.x", "tolerance", "m", 0.25, 0, 1).defaultValue())
                .isEqualTo("0.25");
        assertThat(Parameter.number("analysis.x", "tolerance", "m", 1000, 0, 1e5)
                        .defaultValue())
                .isEqualTo("1000");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> ParameterValues.of(PARAMETERS, Map.of()))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        e -> assertThat(e.userMessage().text(Language.CHINESE)).contains("缺少参数“", "field"));
    }

    @Test
    void aFormLearnsOfAProblemWhileTyping() {
        assertThat(ParameterValues.problem(PARAMETERS.get(1), "12")).isNull();
        assertThat(ParameterValues.problem(PARAMETERS.get(1), "1e9").key()).isEqualTo("base.parameter-range");
        assertThat(ParameterValues.problem(PARAMETERS.get(7), "")).isNull();
    }

    /** “Factors (factors)” says one thing twice; in Chinese the key is what commands take. */
    @Test
    void aTitleThatIsTheKeyStandsAlone() {
        Parameter factors = Parameter.of("risk.combination", "factors", Parameter.Type.FACTORS, null);
        Parameter weighting = Parameter.choice("risk.combination", "break-method", "fixed", "fixed");
        assertThat(factors.called().text(Language.ENGLISH)).isEqualTo("Factors");
        assertThat(factors.called().text(Language.CHINESE)).isEqualTo("因子（factors）");
        assertThat(weighting.called().text(Language.ENGLISH)).endsWith(" (break-method)");
        assertThat(ParameterValues.problem(factors, "").text(Language.ENGLISH))
                .isEqualTo("Parameter “Factors” is missing: give it a value");
    }
}
