package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static riskmap.risk.model.Ground.box;
import static riskmap.risk.model.Ground.cell;
import static riskmap.risk.model.Ground.number;
import static riskmap.risk.model.Ground.point;
import static riskmap.risk.model.Ground.table;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** Crowds, public health and enterprises with numbers that can be checked by hand. */
class SocialModelsTest {
    private static Ground ground() {
        return new Ground(100, (east, north) -> 0);
    }

    private static Ground crowds() {
        return ground().with(
                        "crowded_place",
                        Layers.of(
                                        "crowded_place",
                                        Point.class,
                                        "name:String",
                                        "type:String",
                                        "capacity:Integer",
                                        "area_m2:Double",
                                        "peak_visitors:Integer",
                                        "daily_visitors:Integer")
                                .row(point(1, 1), "市场", "market", 1000, 300.0, 799, 100)
                                .row(point(2, 1), "浴场", "beach", null, 42_000.0, 8400, 100)
                                .row(point(3, 1), "广场", "square", 5000, null, null, 100)
                                .row(point(4, 1), "影城", "cinema", 400, 1000.0, 320, 100));
    }

    private static List<String> colours(Table table, String name, String column) {
        return table.rows().stream()
                .map(row -> row.get(0) + " "
                        + ((Message) row.get(table.columns().stream()
                                        .map(Table.Column::key)
                                        .toList()
                                        .indexOf(column)))
                                .text(Language.CHINESE))
                .toList();
    }

    @Test
    void densityOrLoadWhicheverIsWorseGivesTheColourAndWhatIsUnknownHasNone() {
        RiskResult result = crowds().run(new CrowdModel());
        Table places = table(result, "crowds");
        assertThat(colours(places, "venue", "alarm")).containsExactly("浴场 橙色", "影城 黄色", "市场 黄色", "广场 缺测");
        // the beach has no approved capacity: 42 000 m² at 5 m² each
        assertThat(number(places, 0, "capacity_computed")).isEqualTo(8400);
        assertThat(number(places, 0, "load")).isEqualTo(100);
        assertThat(number(places, 2, "density")).isCloseTo(799 / 300.0, within(1e-12));
        assertThat(Layers.list(result.layers().get(0)))
                .extracting(row -> row.getAttribute("level"))
                .containsExactly(3L, 2L, 2L, 0L);
    }

    @Test
    void morePeopleNeverLowerALevel() {
        int[] before = new int[4];
        for (double factor = 0; factor <= 6; factor += 0.25) {
            List<Object> levels = Layers.list(crowds().run(new CrowdModel(), "visitor-factor", Double.toString(factor))
                            .layers()
                            .get(0))
                    .stream()
                    .sorted(java.util.Comparator.comparing(row -> (String) row.getAttribute("name")))
                    .map(row -> row.getAttribute("level"))
                    .toList();
            for (int i = 0; i < before.length; i++) {
                int level = ((Long) levels.get(i)).intValue();
                assertThat(level).isGreaterThanOrEqualTo(before[i]);
                before[i] = level;
            }
        }
        assertThat(before).containsExactlyInAnyOrder(4, 4, 4, 0);
    }

    private static Ground reports(int lastOfFirst) {
        Layers reports = Layers.of(
                "health_report",
                null,
                "town_code:String",
                "town:String",
                "week_start:String",
                "disease:String",
                "cases:Integer");
        int[] usual = {2, 3, 2, 3};
        for (int week = 0; week < 5; week++) {
            String start = LocalDate.of(2022, 1, 3).plusWeeks(week).toString();
            reports.row("371002001", "一镇", start, "influenza", week < 4 ? usual[week] : lastOfFirst);
            reports.row(null, "二镇", start, week == 4 ? "hfmd" : "influenza", 1);
            if (week >= 3) {
                reports.row(null, "三镇", start, "influenza", 1);
            }
        }
        reports.row("999", "别处", "2022-01-31", "influenza", 4).row("371002001", "一镇", "2022-01-31", "influenza", null);
        Ground ground = ground();
        return ground.with("health_report", reports)
                .with(
                        "town",
                        Layers.of("town", Polygon.class, "name:String", "code:String", "population:Integer")
                                .row(box(0, 0, 50, 50), "一镇", "371002001", 50_000)
                                .row(box(50, 0, 100, 50), "二镇", "371002002", 20_000)
                                .row(box(0, 50, 100, 100), "三镇", "371002003", 10_000));
    }

    @Test
    void ratesAreComparedWithTheWeeksBeforeAndMissingWeeksAreNoZeros() {
        RiskResult result = reports(6).run(new CaseRateModel());
        Table towns = table(result, "case-towns");
        assertThat(colours(towns, "town", "alarm")).containsExactly("一镇 红色", "二镇 缺报", "三镇 基线不足");
        // 6 of 50 000 are 12 per 100 000; before 4, 6, 4, 6: mean 5, σ 1.1547
        assertThat(number(towns, 0, "rate")).isEqualTo(12);
        assertThat(number(towns, 0, "case_mean")).isEqualTo(5);
        assertThat(number(towns, 0, "case_deviation")).isCloseTo(1.1547005383792515, within(1e-12));
        assertThat(number(towns, 0, "case_upper")).isCloseTo(5 + 2 * 1.1547005383792515, within(1e-12));
        assertThat(number(towns, 0, "case_lower")).isCloseTo(5 - 2 * 1.1547005383792515, within(1e-12));
        assertThat(cell(towns, 1, "rate")).isNull();
        Conservation cases = result.conservation().get(0);
        assertThat(cases.holds()).isTrue();
        assertThat(cases.outside()).isEqualByComparingTo("4");
        assertThat(cases.nullValues()).isEqualTo(1);
        assertThat(Layers.list(result.layers().get(0)))
                .extracting(row -> row.getAttribute("level"))
                .containsExactly(4L, 0L, 5L);
        Table weeks = table(result, "case-weeks");
        assertThat(number(weeks, 4, "not_reported")).isEqualTo(1);
        assertThat(number(weeks, 4, "red")).isEqualTo(1);
    }

    @Test
    void moreCasesNeverLowerALevelByEitherThreshold() {
        for (String threshold : new String[] {"moving", "fixed"}) {
            long before = 1;
            for (int cases = 0; cases < 30; cases++) {
                long level = (Long) Layers.list(reports(cases)
                                .run(new CaseRateModel(), "threshold", threshold)
                                .layers()
                                .get(0))
                        .get(0)
                        .getAttribute("level");
                assertThat(level).isGreaterThanOrEqualTo(before);
                before = level;
            }
            assertThat(before).isEqualTo(4);
        }
        assertThat(reports(1).check(new CaseRateModel(), "week", "2021-01-04")).anyMatch(InputChecks.Finding::fatal);
        assertThat(reports(1).check(new CaseRateModel(), "disease", "sfts")).anyMatch(InputChecks.Finding::fatal);
        assertThat(reports(1).check(new CaseRateModel())).noneMatch(InputChecks.Finding::fatal);
    }

    /** Reports of a Tuesday among those of Mondays were weeks of their own: the baseline lost them in silence. */
    @Test
    void weeksThatBeginOnAnotherDayAreTold() {
        Layers rows =
                Layers.of("health_report", null, "town:String", "week_start:String", "disease:String", "cases:Integer");
        for (int week = 0; week < 6; week++) {
            rows.row("一镇", LocalDate.of(2022, 1, 3).plusWeeks(week).toString(), "influenza", 3);
        }
        Ground ground = reports(1).with("health_report", rows);
        assertThat(ground.check(new CaseRateModel())).noneMatch(InputChecks.Finding::fatal);
        rows.row("一镇", "2022-01-11", "influenza", 5);
        assertThat(ground.with("health_report", rows).check(new CaseRateModel()))
                .filteredOn(InputChecks.Finding::fatal)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().text(Language.CHINESE))
                        .contains("从星期一开始", "1 个起始日期不是：2022-01-11"));
    }

    private static Layers points() {
        return Layers.of(
                "risk_point",
                Point.class,
                "enterprise:String",
                "name:String",
                "lec_likelihood:Double",
                "lec_exposure:Double",
                "lec_consequence:Double",
                "matrix_likelihood:Integer",
                "matrix_severity:Integer");
    }

    /** The published scores: petrol station 450, vehicle 108, electric shock 90, press 252. */
    private static Ground enterprises() {
        return ground().with(
                        "risk_point",
                        points().row(point(1, 1), "加油站", "储罐", 3.0, 10.0, 15.0, null, null)
                                .row(point(1, 1), "加油站", "车辆", 6.0, 6.0, 3.0, null, null)
                                .row(point(9, 9), "冲压厂", "触电", 1.0, 6.0, 15.0, null, null)
                                .row(point(9, 9), "冲压厂", "压力机", 6.0, 6.0, 7.0, 1, 1)
                                .row(point(5, 5), "仓库", "叉车", 0.5, 1.0, 1.0, 5, 4)
                                .row(null, "空厂", "未评", null, null, null, null, null));
    }

    @Test
    void theWorstPointDecidesTheEnterprise() {
        RiskResult result = enterprises().run(new EnterpriseRiskModel());
        Table enterprises = table(result, "enterprises");
        assertThat(colours(enterprises, "enterprise", "alarm")).containsExactly("加油站 红色", "仓库 红色", "冲压厂 橙色", "空厂 缺测");
        assertThat(number(enterprises, 0, "lec_score")).isEqualTo(450);
        assertThat(cell(enterprises, 0, "worst_point")).isEqualTo("储罐");
        assertThat(number(enterprises, 0, "yellow")).isEqualTo(1);
        assertThat(number(enterprises, 2, "lec_score")).isEqualTo(252);
        // the fork-lift of 0.5 · 1 · 1 is red by the matrix: that is what is written down
        assertThat(result.workings().stream().map(line -> line.filled() + " = " + line.value()))
                .containsExactly("3 × 10 × 15 = 450", "M(5, 4) = 4", "6 × 6 × 7 = 252");
        assertThat(colours(
                        table(enterprises().run(new EnterpriseRiskModel(), "method", "lec"), "enterprises"),
                        "enterprise",
                        "alarm"))
                .containsExactly("加油站 红色", "冲压厂 橙色", "仓库 蓝色", "空厂 缺测");
    }

    @Test
    void scoresOffTheScalesAndAMatrixThatFallsAreNamedBeforeTheRun() {
        assertThat(ground().with("risk_point", points().row(point(1, 1), "甲厂", "锅炉", 4.0, 6.0, 15.0, 6, 1))
                        .check(new EnterpriseRiskModel()))
                .anyMatch(finding -> finding.fatal()
                        && finding.message().text(Language.ENGLISH).contains("甲厂 锅炉 4·6·15"));
        assertThat(enterprises().check(new EnterpriseRiskModel(), "matrix", "1,2;2,1"))
                .anyMatch(finding -> finding.fatal() && finding.input().equals("matrix"));
        assertThat(enterprises().check(new EnterpriseRiskModel())).noneMatch(InputChecks.Finding::fatal);
    }
}
