package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
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
                .anyMatch(text -> text.contains("2 行没有名称") && text.contains("town.3、town.4"));
    }

    /** Zones were cut at the crossing lines themselves, and the program broke off. */
    @Test
    void aTownWhoseOutlineCrossesItselfIsToldAndComputedWithAsRepaired() {
        String bowTie = "POLYGON((410000 4140000, 412000 4141900, 412000 4140000, 410000 4141950, 410000 4140000))";
        Layers towns = towns().row(bowTie, "领结镇", 1);
        assertThat(said(towns))
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .singleElement()
                .asString()
                .contains("1 个面", "领结镇");
        RiskModel combined = RiskModels.byId("combined");
        RiskResult result = combined.run(
                SampleDistrict.inputs(1).with("town", towns.data()),
                ParameterValues.of(combined.allParameters(), Map.of("cell-size", "10")),
                Progress.silent());
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        double area = Layers.list(result.layers().get(0)).stream()
                .mapToDouble(zone -> ((Geometry) zone.getDefaultGeometry()).getArea())
                .sum();
        double x = 2000 * 1950 / (1900.0 + 1950);
        assertThat(area).isCloseTo(1950 * x / 2 + 1900 * (2000 - x) / 2, within(1.0));
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
