package riskmap.edit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;

/** The survey verdict: published numbers, limits, samples, excuses. */
class VerdictTest {
    @TempDir
    Path folder;

    /** Rows with one indicator each (the required name), of which some are wrong. */
    private RuleSurvey rows(int all, int wrong) {
        RuleSurvey survey = new RuleSurvey(folder, "none", "'type':'field','problem':'missing'");
        for (int i = 0; i < all; i++) {
            if (i < wrong) {
                survey.thing(null);
            } else {
                survey.thing(null, "name", "n" + i);
            }
        }
        return survey;
    }

    private static Verdict verdict(RuleSurvey survey, Map<String, String> rule) {
        return Verdict.of(report(survey), Excuses.none(), VerdictRule.of(rule));
    }

    private static CheckReport report(RuleSurvey survey) {
        return QualityCheck.run(survey, Scope.layers(List.of(RuleSurvey.THING)), Progress.silent());
    }

    @Test
    void pingfangPassesWith25WrongOf649() {
        VerdictLine total = verdict(rows(649, 25), Map.of()).total();
        assertThat(total.checked()).isEqualTo(649);
        assertThat(total.wrong()).isEqualTo(25);
        assertThat(total.ratePercent()).isCloseTo(3.85, within(0.005));
        assertThat(total.passes(VerdictRule.standard())).isTrue();
    }

    @Test
    void exactlyTheLimitPassesAndOneMoreDoesNot() {
        assertThat(verdict(rows(100, 5), Map.of()).passes()).isTrue();
        assertThat(verdict(rows(100, 6), Map.of()).passes()).isFalse();
        assertThat(verdict(rows(100, 6), Map.of("limit", "6")).passes()).isTrue();
    }

    @Test
    void theSampleIsTheSameForASeedAndOfTheSizeAskedForInEachTown() {
        RuleSurvey survey = new RuleSurvey(folder, "none", "'type':'field','problem':'missing'");
        for (int i = 0; i < 95; i++) {
            survey.thing(null, "name", "a" + i, "town", "甲");
        }
        survey.thing(null, "name", "b", "town", "乙");
        Verdict verdict = verdict(survey, Map.of("sample", "10", "seed", "7"));
        assertThat(verdict.lines()).extracting(VerdictLine::town).containsExactly("乙", "甲");
        assertThat(verdict.lines()).extracting(VerdictLine::sampled).containsExactly(1L, 10L);
        LayerReport layer = report(survey).layers().get(0);
        List<Integer> rows = java.util.stream.IntStream.range(0, 95).boxed().toList();
        List<Integer> first = Sample.of(layer.indicators(), "thing", rows, VerdictRule.of(Map.of("sample", "10")));
        assertThat(Sample.of(layer.indicators(), "thing", rows, VerdictRule.of(Map.of("sample", "10"))))
                .isEqualTo(first);
        Set<List<Integer>> draws = new HashSet<>();
        for (int seed = 0; seed < 5; seed++) {
            draws.add(Sample.of(
                    layer.indicators(),
                    "thing",
                    rows,
                    VerdictRule.of(Map.of("sample", "10", "seed", Integer.toString(seed)))));
        }
        assertThat(draws).hasSize(5);
    }

    @Test
    void whatIsExcusedAndWhatOnlyWarnsDoesNotCount() {
        RuleSurvey survey = new RuleSurvey(
                folder,
                "none",
                "'type':'field','problem':'missing'",
                "'type':'pattern','field':'code','pattern':'[0-9]+','severity':'warning'");
        survey.thing(null, "code", "x").thing(null, "name", "b", "code", "1");
        CheckReport report = report(survey);
        VerdictLine plain =
                Verdict.of(report, Excuses.none(), VerdictRule.standard()).total();
        assertThat(plain.checked()).isEqualTo(4);
        assertThat(plain.wrong()).isEqualTo(1);
        assertThat(plain.warnings()).isEqualTo(1);
        VerdictLine weighted = Verdict.of(report, Excuses.none(), VerdictRule.of(Map.of("warning-weight", "0.5")))
                .total();
        assertThat(weighted.wrong()).isEqualTo(1.5);
        VerdictLine required = Verdict.of(report, Excuses.none(), VerdictRule.of(Map.of("required-weight", "3")))
                .total();
        assertThat(required.wrong() / required.checked()).isEqualTo(3.0 / 8);
        Finding missing = report.findings().filter(Finding::isError).findFirst().orElseThrow();
        Excuses excuses = new Excuses(List.of(Excuse.of(missing, "无名", "张三", "2026-01-01T00:00:00+08:00")));
        VerdictLine excused =
                Verdict.of(report, excuses, VerdictRule.standard()).total();
        assertThat(excused.wrong()).isZero();
        assertThat(excused.excused()).isEqualTo(1);
    }

    /** A town that has nothing has no rows either: what it lacks must not be lost in the table. */
    @Test
    void whatATownWithoutRowsLacksIsALineOfItsOwnWhetherErrorWarningOrExcused() {
        for (String severity : List.of("error", "warning")) {
            RuleSurvey survey = new RuleSurvey(folder, "none", "'type':'each','severity':'" + severity + "'");
            survey.row("town", RuleSurvey.box(0, 0, 10, 10), "name", "甲");
            survey.row("town", RuleSurvey.box(10, 0, 20, 10), "name", "乙");
            survey.thing(null, "name", "a", "town", "甲");
            CheckReport report = report(survey);
            Verdict verdict = Verdict.of(report, Excuses.none(), VerdictRule.standard());
            assertThat(verdict.lines()).extracting(VerdictLine::town).containsExactly("乙", "甲");
            assertThat(verdict.total().errors() + verdict.total().warnings()).isEqualTo(1);
            assertThat(verdict.passes()).isEqualTo(severity.equals("warning"));
            Excuse none =
                    Excuse.of(report.findings().findFirst().orElseThrow(), "没有", "张三", "2026-01-01T00:00:00+08:00");
            Verdict excused = Verdict.of(report, new Excuses(List.of(none)), VerdictRule.standard());
            assertThat(excused.total().excused()).isEqualTo(1);
            assertThat(excused.passes()).isTrue();
        }
    }

    @Test
    void findingsThatAreCountedButNotListedAreWrongToo() {
        int many = LayerRun.LISTED + 500;
        VerdictLine total = verdict(rows(many, many), Map.of()).total();
        assertThat(total.wrong()).isEqualTo(many);
        assertThat(total.errors()).isEqualTo(many);
    }

    @Test
    void theHashOfATownKnowsNoOrderAndEveryChange() {
        RuleSurvey one = new RuleSurvey(folder, "none", "'type':'field','problem':'missing'");
        one.thing(null, "name", "a", "town", "甲").thing(null, "name", "b", "town", "甲");
        RuleSurvey two = new RuleSurvey(folder, "none", "'type':'field','problem':'missing'");
        two.thing(null, "name", "b", "town", "甲").thing(null, "name", "a", "town", "甲");
        var before = DataHash.of(one, "thing", Progress.silent());
        assertThat(DataHash.of(two, "thing", Progress.silent())).isEqualTo(before);
        two.set("thing", 1, "amount", 1.0);
        assertThat(DataHash.of(two, "thing", Progress.silent())).isNotEqualTo(before);
    }
}
