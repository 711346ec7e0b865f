package riskmap.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

class FormViewModelTest {
    private final Parameter size = Parameter.number("risk.combined", "cell-size", "m", 10, 1, 1000);
    private final FormViewModel form = new FormViewModel(List.of(size));

    @Test
    void aValueOutOfBoundsIsToldAtOnceAndKeepsTheFormFromRunning() {
        assertThat(form.isValid().get()).isTrue();
        form.value("cell-size").set("0.5");
        assertThat(form.problem("cell-size").getValue().key()).isEqualTo("base.parameter-range");
        assertThat(form.isValid().get()).isFalse();
        form.value("cell-size").set("abc");
        assertThat(form.problem("cell-size").getValue().key()).isEqualTo("base.parameter-type");
        form.reset();
        assertThat(form.problem("cell-size").getValue()).isNull();
        assertThat(form.isValid().get()).isTrue();
    }

    @Test
    void whatIsToldOfAValueStandsBesideItUntilItIsChangedAndKeepsNothingFromRunning() {
        form.tell("cell-size", Message.of("risk.check-several", 1, "x"));
        form.tell("no-such", Message.of("risk.check-several", 1, "x"));
        assertThat(form.problem("cell-size").getValue().key()).isEqualTo("risk.check-several");
        assertThat(form.isValid().get()).isTrue();
        form.value("cell-size").set("20");
        assertThat(form.problem("cell-size").getValue()).isNull();
        form.tell("cell-size", Message.of("risk.check-several", 1, "x"));
        form.tellNothing();
        assertThat(form.problem("cell-size").getValue()).isNull();
    }

    /** A form that was only opened has nothing wrong in it; what was emptied, or told to be wrong, has. */
    @Test
    void aValueThatNobodyTypedYetIsAwaitedAndNotWrong() {
        Parameter table = Parameter.of("analysis.reclassify-by-table", "table", Parameter.Type.TEXT, null);
        FormViewModel opened = new FormViewModel(List.of(table));
        var awaited = opened.isAwaited("table");
        assertThat(opened.problem("table").getValue()).isNotNull();
        assertThat(awaited.get()).isTrue();
        opened.value("table").set("0,5,1");
        assertThat(awaited.get()).isFalse();
        opened.value("table").set("");
        assertThat(opened.problem("table").getValue()).isNotNull();
        assertThat(awaited.get()).isFalse();
        opened.reset();
        assertThat(awaited.get()).isTrue();
        opened.tell("table", Message.of("risk.check-several", 1, "x"));
        assertThat(awaited.get()).isFalse();
    }

    @Test
    void blanksAroundAValueDoNotCount() {
        form.value("cell-size").set(" 20 ");
        assertThat(form.given()).containsExactly(Map.entry("cell-size", "20"));
        assertThat(form.isChanged(size)).isTrue();
    }

    @Test
    void valuesOfARecordedRunAreTakenOver() {
        form.fill(Map.of("cell-size", "30", "no-such", "1"));
        assertThat(form.given()).containsExactly(Map.entry("cell-size", "30"));
    }

    @Test
    void whatIsADetailOfAnotherChoiceIsNeitherToldNorGiven() {
        FormViewModel floods = new FormViewModel(RiskModels.byId("inundation").parameters());
        floods.value("sea-level").set("abc");
        floods.value("stream-area").set("-1");
        assertThat(floods.isValid().get()).isTrue();
        assertThat(floods.given()).containsKey("stage").doesNotContainKeys("sea-level", "stream-area");
        floods.value("streams").set("terrain");
        assertThat(floods.firstProblem().text()).contains("-1");
        floods.value("water").set("sea");
        assertThat(floods.firstProblem().text()).contains("abc");
        floods.value("sea-level").set("3");
        assertThat(floods.isValid().get()).isTrue();
        assertThat(floods.given()).containsEntry("sea-level", "3").doesNotContainKeys("stage", "streams");
    }

    @Test
    void theDefaultsOfEveryModelAreValid() {
        for (RiskModel model : RiskModels.all()) {
            FormViewModel defaults = new FormViewModel(model.parameters());
            assertThat(defaults.isValid().get()).as(model.id()).isTrue();
            assertThat(ParameterValues.of(model.parameters(), defaults.given()).asText())
                    .as(model.id())
                    .isNotEmpty();
        }
    }

    @Test
    void weightsAreTakenApartAndPutTogether() {
        SimpleStringProperty text = new SimpleStringProperty("flood=0.3, fire=0.2");
        WeightsViewModel weights = new WeightsViewModel(text);
        assertThat(weights.parts()).containsExactly(Map.entry("flood", "0.3"), Map.entry("fire", "0.2"));
        weights.set("fire", " 0.5");
        assertThat(text.get()).isEqualTo("flood=0.3,fire=0.5");
        assertThat(weights.sum()).isEqualTo(0.8);
        weights.set("fire", "x");
        assertThat(weights.sum()).isNaN();
    }

    @Test
    void fieldsAreThoseOfTheLayerThatTheFormNamesForThem() {
        FormViewModel impact =
                new FormViewModel(RiskModels.byId("impact").parameters(), List.of("building", "school", "town"));
        impact.readFields(layer -> layer.equals("town") ? List.of("name", "population") : List.of(layer + "_field"));
        assertThat(impact.fieldNames("fields")).containsExactly("building_field");
        assertThat(impact.fieldNames("population-field")).containsExactly("name", "population");
        impact.value("exposure").set("school");
        assertThat(impact.fieldNames("fields")).containsExactly("school_field");
        assertThat(impact.value("fields").get()).as("what was chosen stays").isEqualTo("people");
        assertThat(impact.fieldNames("population-field")).containsExactly("name", "population");
    }
}
