package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.model.SampleDistrict;

/** What is said of the towns before anything is counted by them. */
class TownChecksTest {
    private static List<InputChecks.Finding> said(Layers towns) {
        Inputs inputs = SampleDistrict.inputs(1).with("town", towns.data());
        return InputChecks.of(
                        RiskModels.byId("combined"),
                        inputs,
                        ParameterValues.of(RiskModels.byId("combined").allParameters(), Map.of()),
                        Progress.silent())
                .findings()
                .stream()
                .filter(finding -> finding.message().key().startsWith("risk.check-towns"))
                .toList();
    }

    private static Layers towns() {
        return Layers.of("town", Polygon.class, "name:String", "population:Integer");
    }

    private static String box(double west, double east) {
        return "POLYGON((%1$s 4140000, %2$s 4140000, %2$s 4142000, %1$s 4142000, %1$s 4140000))".formatted(west, east);
    }

    @Test
    void townsThatShareTheirBordersAndHaveNamesAreNotFaulted() {
        assertThat(said(towns().row(box(410_000, 411_000), "甲镇", 1).row(box(411_000, 412_000), "乙镇", 1)))
                .isEmpty();
    }

    @Test
    void townsOfOneNameAndWithoutAnyAreTold() {
        assertThat(said(towns().row(box(410_000, 411_000), "甲镇", 1)
                        .row(box(411_000, 412_000), " 甲镇 ", 1)
                        .row(box(412_000, 413_000), "  ", 1)
                        .row(box(413_000, 414_000), null, 1)))
                .noneMatch(InputChecks.Finding::fatal)
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .anyMatch(text -> text.contains("甲镇 × 2"))
                .anyMatch(text -> text.contains("2 行没有名称") && text.contains("town.3, town.4"));
    }

    /** 20 m of 2 km are 4 ha. */
    @Test
    void townsThatOverlapAreToldWithHowMuch() {
        assertThat(said(towns().row(box(410_000, 411_020), "甲镇", 1).row(box(411_000, 412_000), "乙镇", 1)))
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .singleElement()
                .asString()
                .contains("1 对", "“甲镇”与“乙镇”（4 公顷）");
    }
}
