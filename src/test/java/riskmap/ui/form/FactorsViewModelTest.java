package riskmap.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.risk.RiskModels;
import riskmap.risk.weighting.Factor;

/** The factors of a combination while they are filled in part by part. */
class FactorsViewModelTest {
    private static final Map<String, List<String>> FIELDS = Map.of(
            "flood_zone", List.of("depth_m", "return_period_years"),
            "building", List.of("people", "structure"),
            "road", List.of("name"),
            "town", List.of("name", "population"));

    private final FormViewModel form = form();
    private final FactorsViewModel factors = new FactorsViewModel(
            form,
            form.parameters().stream()
                    .filter(parameter -> parameter.type() == Parameter.Type.FACTORS)
                    .findFirst()
                    .orElseThrow());

    private static FormViewModel form() {
        FormViewModel form = new FormViewModel(
                RiskModels.byId("combination").parameters(), List.of("building", "dem", "flood_zone", "road", "town"));
        form.readFields(layer -> FIELDS.getOrDefault(layer, List.of()));
        return form;
    }

    private Message problem(FactorDraft draft) {
        return factors.problem(draft).getValue();
    }

    @Test
    void theDefaultsAreReadIntoPartsWithoutAProblemAndStayTheSameFactors() {
        List<Factor> before = Factor.parse(factors.text().get());
        assertThat(factors.drafts()).hasSize(4).allSatisfy(draft -> assertThat(problem(draft))
                .isNull());
        factors.drafts().get(0).weight.set("0.40");
        assertThat(Factor.text(Factor.parse(factors.text().get()))).isEqualTo(Factor.text(before));
    }

    @Test
    void everyKindOfFactorIsPutTogetherAsItWasWritten() {
        for (String text : List.of(
                "0.5 * a = density(building.people) / km2 z-score falling",
                "1 * b = value(building.structure) codes 土木:1 砖混:0.5 falling",
                "0.25 * c = value(深度.tif) rank",
                "2 * d = sum(building.people) / population raw",
                "0 * e = max(flood_zone.depth_m) classes 0.5 1 2.25")) {
            FactorDraft draft = FactorDraft.of(Factor.parse(text).get(0));
            assertThat(Factor.text(Factor.parse(draft.text()))).isEqualTo(text);
        }
    }

    @Test
    void aFactorIsAddedFilledInMovedAndRemovedAndTheTextFollows() {
        FactorDraft added = factors.add();
        assertThat(problem(added)).isEqualTo(Message.of("ui.factor-layer-missing"));
        assertThat(form.isValid().get()).isFalse();
        added.layer.set("flood_zone");
        added.measure.set("mean");
        assertThat(problem(added).key()).isEqualTo("ui.factor-field-missing");
        added.field.set("return_period_years");
        added.score.set("classes");
        assertThat(problem(added)).isEqualTo(Message.of("ui.factor-classes-wrong"));
        added.score.set("codes");
        added.numbers.set("20 50:1");
        assertThat(problem(added)).isEqualTo(Message.of("ui.factor-codes-wrong"));
        added.score.set("classes");
        added.numbers.set("20，50, 100");
        added.falling.set(true);
        assertThat(problem(added)).isNull();
        assertThat(form.isValid().get()).isTrue();
        factors.move(added, -1);
        factors.move(added, -1);
        List<Factor> now = Factor.parse(form.value("factors").get());
        assertThat(now).extracting(Factor::name).containsExactly("flood", "slope", "flood_zone", "road", "people");
        assertThat(now.get(2).text())
                .isEqualTo("0.2 * flood_zone = mean(flood_zone.return_period_years) classes 20 50 100 falling");
        factors.remove(added);
        assertThat(Factor.parse(form.value("factors").get())).hasSize(4);
    }

    @Test
    void weightsThatDoNotAddUpToOneAreToldAndScaledExactly() {
        factors.drafts().get(0).weight.set("0.45");
        factors.drafts().get(1).weight.set("0.3");
        factors.drafts().get(2).weight.set("0.3");
        assertThat(factors.sum()).isEqualTo(1.25);
        assertThat(factors.isSumGood()).isFalse();
        factors.drafts().get(3).weight.set("0.37");
        factors.makeSumOne();
        assertThat(factors.sum()).isEqualTo(1);
        assertThat(factors.isSumGood()).isTrue();
        assertThat(factors.drafts()).extracting(draft -> draft.weight.get()).allMatch(text -> text.length() <= 6);
        factors.drafts().get(0).weight.set("a");
        assertThat(factors.sum()).isNaN();
        assertThat(problem(factors.drafts().get(0))).isEqualTo(Message.of("ui.factor-weight-wrong"));
    }

    @Test
    void weightsNeedNotAddUpWhereTheyAreNotUsed() {
        factors.drafts().get(0).weight.set("3");
        form.value("rule").set("worst");
        assertThat(factors.isSumGood()).isTrue();
        form.value("rule").set("sum");
        assertThat(factors.isSumGood()).isFalse();
        form.value("weighting").set("entropy");
        assertThat(factors.isSumGood()).isTrue();
    }

    @Test
    void whatDoesNotFitTheLayerTheUnitOrTheOthersIsToldAsItIsTyped() {
        FactorDraft flood = factors.drafts().get(0);
        flood.field.set("depth");
        assertThat(problem(flood)).isEqualTo(Message.of("ui.factor-no-field", "flood_zone", "depth"));
        flood.measure.set("slope");
        assertThat(problem(flood).key()).isEqualTo("risk.check-factor-raster");
        flood.measure.set("count");
        assertThat(problem(flood).key()).isEqualTo("risk.check-factor-areas");
        form.value("unit").set("areas");
        assertThat(problem(flood)).isNull();
        flood.per.set("km2");
        form.value("unit").set("cells");
        flood.measure.set("presence");
        assertThat(problem(flood).key()).isEqualTo("risk.check-factor-per");
        flood.per.set("");
        flood.layer.set("nowhere");
        assertThat(problem(flood)).isEqualTo(Message.of("ui.factor-no-layer", "nowhere"));
        flood.layer.set("road");
        flood.name.set("slope");
        assertThat(problem(flood)).isEqualTo(Message.of("risk.check-factor-twice", "slope"));
        flood.name.set("a;b");
        assertThat(problem(flood)).isEqualTo(Message.of("ui.factor-name-wrong"));
    }

    @Test
    void aTextThatIsNoFactorKeepsThePartsAndIsToldUntilItIsOneAgain() {
        form.value("factors").set("0.4 * nonsense");
        assertThat(factors.unreadable().get().key()).isEqualTo("risk.factor-form");
        assertThat(form.isValid().get()).isFalse();
        form.value("factors").set("1 * 道路 = distance(road) min-max falling");
        assertThat(factors.unreadable().get()).isNull();
        assertThat(factors.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.name.get()).isEqualTo("道路");
            assertThat(draft.falling.get()).isTrue();
        });
        assertThat(form.isValid().get()).isTrue();
    }
}
