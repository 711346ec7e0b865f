package riskmap.edit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/** Rules about the values of a row: found where they are broken, silent where they are kept. */
class FieldRulesTest {
    @TempDir
    Path folder;

    private RuleSurvey table(String... rules) {
        return new RuleSurvey(folder, "none", rules);
    }

    @Test
    void aKindThatEverySurveyHasIsMissingUntilALayerOfItHasARow() {
        RuleSurvey survey = table("'type':'present','severity':'progress'");
        assertThat(missing(survey, Scope.all()))
                .contains("图层 物（thing）没有要素：规则", "缺少图层 镇街（town）：调查必须有镇街")
                .as("what need not be there is not asked for")
                .noneMatch(line -> line.contains("port"));
        assertThat(missing(survey, Scope.layers(List.of("thing"))))
                .as("who checks one layer does not ask for the others")
                .isEmpty();
        survey.thing(null, "name", "一");
        assertThat(missing(survey, Scope.all())).noneMatch(line -> line.contains("thing"));
        CheckReport report = QualityCheck.run(survey, Scope.all(), Progress.silent());
        assertThat(report.count()).as("it is no finding in any row").isZero();
        assertThat(report.layers().get(0).skipped()).isEmpty();
        assertThat(Verdict.of(report, Excuses.none(), VerdictRule.of(Map.of())).passes())
                .isTrue();
    }

    private static List<String> missing(RuleSurvey survey, Scope scope) {
        return QualityCheck.run(survey, scope, Progress.silent()).missing().stream()
                .map(kind -> kind.text(Language.CHINESE))
                .toList();
    }

    @Test
    void aMissingRequiredValueIsFoundAndAFilledOneNot() {
        RuleSurvey survey = table("'type':'field','problem':'missing'");
        survey.thing(null, "name", "甲").thing(null, "amount", 3.0).thing(null, "name", "  ");
        assertThat(survey.wrong()).containsExactly(2L, 3L);
        assertThat(survey.check().get(0).field()).isEqualTo("name");
    }

    @Test
    void aMissingRequiredColumnIsSaidOnce() {
        RuleSurvey survey = table("'type':'field','problem':'missing'");
        survey.layerWithout("thing", "name").thing(null).thing(null);
        assertThat(survey.check()).singleElement().satisfies(finding -> assertThat(finding.fid())
                .isZero());
    }

    @Test
    void aValueOutsideItsListIsFoundAndATitleForItsCodeHasAFix() {
        RuleSurvey survey = table("'type':'field','problem':'domain'");
        survey.thing(null, "sort", "a").thing(null, "sort", "乙").thing(null, "sort", "丙");
        assertThat(survey.wrong()).containsExactly(2L, 3L);
        assertThat(survey.check()).extracting(Finding::fix).containsExactly(FixKind.VALUE, null);
    }

    @Test
    void aNumberOutsideItsRangeIsFoundAndItsBoundsAreInside() {
        RuleSurvey survey = table("'type':'field','problem':'range'");
        survey.thing(null, "amount", 0.0).thing(null, "amount", 100.0);
        survey.thing(null, "amount", -0.5).thing(null, "amount", 100.1);
        assertThat(survey.wrong()).containsExactly(3L, 4L);
    }

    @Test
    void aTextThatIsNoNumberIsFoundAndOneThatReadsAsANumberHasAFix() {
        RuleSurvey survey = table("'type':'field','problem':'type'").layerHolding("thing", "amount", String.class);
        survey.thing(null, "amount", "12.5").thing(null, "amount", "很多").thing(null);
        List<Finding> found = survey.check();
        assertThat(found).extracting(Finding::fid).containsExactly(1L, 2L);
        assertThat(found).extracting(Finding::field).containsOnly("amount");
        assertThat(found).extracting(Finding::fix).containsExactly(FixKind.VALUE, null);
        assertThat(found.get(1).message().text()).contains("数量", "很多");
        // the column itself cannot hold the number: that is said, and nothing is changed
        FixPlan plan = new FixPlans(survey).of(found.get(0));
        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.effect().text()).contains("amount", "String");
    }

    @Test
    void aDayThatIsInNoCalendarIsFoundAndNobodyGuessesWhichWasMeant() {
        RuleSurvey survey = table("'type':'field','problem':'type'")
                .layerHolding("thing", "day", String.class)
                .thing(null, "day", "2026-02-30")
                .thing(null, "day", "2026-02-28");
        assertThat(survey.check())
                .extracting(Finding::fid, Finding::fix)
                .containsExactly(tuple(1L, null), tuple(2L, FixKind.VALUE));
    }

    @Test
    void aTextLongerThanAllowedIsFound() {
        RuleSurvey survey = table("'type':'field','problem':'length'");
        survey.thing(null, "name", "六个汉字长度").thing(null, "name", "七个汉字的长度");
        assertThat(survey.wrong()).containsExactly(2L);
    }

    @Test
    void aConditionBetweenFieldsIsNotAppliedWhereOneIsEmpty() {
        RuleSurvey survey = table("'holds':'`low` <= `high`'");
        survey.thing(null, "low", 1.0, "high", 1.0).thing(null, "low", 2.0, "high", 1.0);
        survey.thing(null, "low", 2.0);
        assertThat(survey.wrong()).containsExactly(2L);
        assertThat(survey.check().get(0).message().text()).contains("低 = 2; 高 = 1");
    }

    @Test
    void aConditionThatReadsEmptyFieldsIsAppliedWhereItSaysSo() {
        RuleSurvey survey = table("'nulls':true,'field':'day','holds':'`sort` <> ~a~ OR `day` IS NOT NULL'");
        survey.thing(null, "sort", "a")
                .thing(null, "sort", "b")
                .thing(null, "sort", "a", "day", LocalDate.of(2020, 1, 1));
        assertThat(survey.wrong()).containsExactly(1L);
        assertThat(survey.check().get(0).field()).isEqualTo("day");
    }

    @Test
    void theWaterLevelsOfAReservoirStandInOrder() {
        RuleSurvey survey = table();
        survey.layer("reservoir");
        survey.row("reservoir", null, "flood_limit_level_m", 50.0, "design_level_m", 52.0, "check_level_m", 53.0);
        survey.set("reservoir", 1, "crest_level_m", 54.0);
        survey.row("reservoir", null, "flood_limit_level_m", 52.5, "design_level_m", 52.0, "check_level_m", 53.0);
        survey.row("reservoir", null, "design_level_m", 53.5, "check_level_m", 53.0, "crest_level_m", 52.0);
        List<String> found = survey.check(Scope.layers(List.of("reservoir"))).stream()
                .filter(finding -> List.of("limit_design", "design_check", "check_crest")
                        .contains(finding.rule().key()))
                .map(finding -> finding.fid() + " " + finding.rule().key())
                .toList();
        assertThat(found).containsExactlyInAnyOrder("2 limit_design", "3 design_check", "3 check_crest");
    }

    @Test
    void aDayOrYearInTheFutureIsFound() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        RuleSurvey survey = table("'type':'not_future','field':'day'", "'type':'not_future','field':'year'");
        survey.thing(null, "day", today, "year", today.getYear());
        survey.thing(null, "day", today.plusDays(1)).thing(null, "year", today.getYear() + 1);
        assertThat(survey.check()).extracting(Finding::fid).containsExactly(2L, 3L);
    }

    @Test
    void aTextThatIsNotWrittenAsThePatternIsFound() {
        RuleSurvey survey = table("'type':'pattern','field':'code','pattern':'[0-9]{3}'");
        survey.thing(null, "code", "123").thing(null, "code", "12").thing(null);
        assertThat(survey.wrong()).containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource({
        "cas, 7664-41-7, true", // ammonia
        "cas, 7782-50-5, true", // chlorine
        "cas, 7664-41-8, false",
        "cas, 7664417, false",
        "credit, 91350100M000100Y43, true", // the example of GB 32100-2015
        "credit, 91350100M000100Y44, false",
        "credit, 91350100M000100Y4, false",
    })
    void aCheckDigitProvesTheNumber(String by, String text, boolean good) {
        RuleSurvey survey = table("'type':'check_digit','field':'code','by':'" + by + "'");
        survey.thing(null, "code", text);
        assertThat(survey.wrong().isEmpty()).isEqualTo(good);
    }

    @Test
    void aValueUsedTwiceIsFoundAtTheSecondRowAndEmptyOnesAreNotCompared() {
        RuleSurvey survey = table("'type':'unique','fields':['name','town']");
        survey.thing(null, "name", "甲", "town", "一镇").thing(null, "name", "甲", "town", "二镇");
        survey.thing(null, "name", "甲 ", "town", "一镇").thing(null, "name", "乙").thing(null, "name", "乙");
        assertThat(survey.check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.fid()).isEqualTo(3L))
                .satisfies(finding -> assertThat(finding.others()).containsExactly(1L));
    }

    @Test
    void aNameThatIsNotInTheOtherLayerIsFound() {
        RuleSurvey survey = table("'type':'refers','field':'code','layer':'supply_store','column':'code'");
        survey.row("supply_store", null, "code", "S1");
        survey.thing(null, "code", "S1").thing(null, "code", "S2").thing(null);
        assertThat(survey.wrong()).containsExactly(2L);
    }

    @Test
    void aSumThatDiffersFromTheTotalIsFound() {
        RuleSurvey survey =
                table("'type':'sum','field':'amount','layer':'village','column':'population','tolerance':0.1");
        survey.row("village", null, "town", "一镇", "population", 40)
                .row("village", null, "town", "一镇", "population", 55);
        survey.thing(null, "name", "一镇", "amount", 100.0).thing(null, "name", "二镇", "amount", 5.0);
        survey.thing(null, "name", "一镇", "amount", 80.0);
        assertThat(survey.wrong()).containsExactly(2L, 3L);
    }

    @Test
    void thePlanIsProgressAndNoFinding() {
        RuleSurvey survey = table("'type':'plan','sum':'amount','per':10,'target':3,'severity':'progress'");
        survey.thing(null, "amount", 20.0).thing(null, "amount", 5.0);
        CheckReport report = QualityCheck.run(survey, Scope.layers(List.of("thing")), Progress.silent());
        assertThat(report.count()).isZero();
        assertThat(report.layers().get(0).plans())
                .singleElement()
                .satisfies(plan -> assertThat(plan.reached()).isEqualTo(2.5))
                .satisfies(plan -> assertThat(plan.isReached()).isFalse());
    }

    @Test
    void aTownWithoutAnyIsFoundInACompletenessRule() {
        RuleSurvey survey = table("'type':'each','least':1,'where':'amount > 10'");
        survey.row("town", RuleSurvey.box(0, 0, 10, 10), "name", "一镇");
        survey.row("town", RuleSurvey.box(10, 0, 20, 10), "name", "二镇");
        survey.thing(null, "town", "一镇", "amount", 20.0).thing(null, "town", "二镇", "amount", 5.0);
        assertThat(survey.check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.town()).isEqualTo("二镇"))
                .satisfies(finding -> assertThat(finding.place()).isNotNull());
    }

    @Test
    void onlyTheTownsThatARuleSpeaksOfAreAskedForAny() {
        RuleSurvey survey = table("'type':'each','towns':'name LIKE ~%镇~'");
        survey.row("town", RuleSurvey.box(0, 0, 10, 10), "name", "一镇");
        survey.row("town", RuleSurvey.box(10, 0, 20, 10), "name", "二街道");
        survey.row("town", RuleSurvey.box(20, 0, 30, 10), "name", "三镇");
        survey.thing(null, "town", "三镇");
        assertThat(survey.check()).extracting(Finding::town).containsExactly("一镇");
    }

    @Test
    void aHospitalWithoutItsOwnIsFoundWhereItStandsAndOneThatNeedsNoneIsNot() {
        RuleSurvey survey =
                table("'type':'each_of','field':'code','layer':'hospital','where':'grade = ~tertiary~','least':2");
        survey.row("town", RuleSurvey.box(0, 0, 10, 10), "name", "一镇");
        survey.row("hospital", "POINT(5 5)", "name", "甲院", "grade", "tertiary")
                .row("hospital", "POINT(6 6)", "name", "乙院", "grade", "tertiary")
                .row("hospital", "POINT(7 7)", "name", "丙院", "grade", "clinic");
        survey.thing(null, "code", "甲院")
                .thing(null, "code", " 甲院 ")
                .thing(null, "code", "乙院")
                .thing(null);
        assertThat(survey.check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().text()).contains("乙院", "1", "2"))
                .satisfies(finding -> assertThat(finding.town()).isEqualTo("一镇"))
                .satisfies(finding -> assertThat(finding.place()).isEqualTo(RuleSurvey.geometry("POINT(6 6)")));
    }

    @Test
    void whatAnEditOfTheOtherLayerBringsIsFoundByTheRuleThatAsksForEachOfItsRows() {
        RuleSurvey survey = table("'type':'each_of','field':'code','layer':'hospital'");
        survey.row("hospital", "POINT(5 5)", "name", "甲院").thing(null, "code", "甲院");
        CheckReport before = QualityCheck.run(survey, Scope.layers(List.of("thing")), Progress.silent());
        assertThat(before.count()).isZero();
        survey.set("hospital", 1, "name", "乙院");
        Changes renamed =
                Changes.of(Message.of("app.quality-fixing"), RowChange.changed("hospital", 1, "name", "甲院", "乙院"));
        assertThat(Recheck.after(survey, before, renamed, Progress.silent()).count())
                .isEqualTo(1);
    }

    @Test
    void aRuleOfCompletenessIsSaidToBeLeftOutWhereThereIsNothingToAskFor() {
        for (String rule : List.of("'type':'each'", "'type':'each_of','field':'code','layer':'hospital'")) {
            CheckReport report =
                    QualityCheck.run(table(rule).thing(null), Scope.layers(List.of("thing")), Progress.silent());
            assertThat(report.count()).isZero();
            assertThat(report.layers().get(0).skipped()).as(rule).hasSize(1);
        }
    }

    @Test
    void anUnknownTypeOfRuleIsRefusedWithItsName() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> table("'type':'magic'").check())
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("magic");
    }
}
