package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

class MonitoringAlarmModelTest {
    private static final Map<String, String> OF_TABLE = Map.of(
            "kind", "tsunami",
            "table", "gauge_reading",
            "gauge-field", "gauge",
            "time-field", "read_at",
            "value-field", "height_cm",
            "step", "10",
            "least-duration", "0",
            "hysteresis", "0");

    private static Inputs readings() {
        return new Inputs(Map.of(
                "gauge_reading",
                Layers.of("gauge_reading", null, "gauge:String", "read_at:String", "height_cm:Double")
                        .row("成山头", "2022-07-01 08:20", 160.0)
                        .row("成山头", "2022-07-01 08:00", 20.0)
                        .row("成山头", "2022-07-01 08:10", 99.0)
                        .row("成山头", "2022-07-01 08:50", 40.0)
                        .row("威海", "2022-07-01T08:00:00", 210.0)
                        .row("威海", "2022-07-01T08:10:00", null)
                        .row("威海", "明天", 10.0)
                        .data()));
    }

    @Test
    void readingsOfATableAreSortedByGaugeAndTimeAndAGapIsMissing() {
        RiskResult result = new MonitoringAlarmModel().run(readings(), values(OF_TABLE), Progress.silent());
        Table states = result.tables().get(2);
        assertThat(states.rows())
                .extracting(row -> row.get(0) + " " + row.get(1) + " " + ((Message) row.get(5)).text(Language.CHINESE))
                .containsExactly(
                        "威海 2022-07-01T08:00 红色",
                        "威海 2022-07-01T08:10 缺测",
                        "成山头 2022-07-01T08:00 无预警",
                        "成山头 2022-07-01T08:10 蓝色",
                        "成山头 2022-07-01T08:20 橙色",
                        "成山头 2022-07-01T08:30 缺测",
                        "成山头 2022-07-01T08:50 无预警");
        assertThat(result.notes().stream().map(note -> note.text(Language.CHINESE)))
                .anyMatch(text -> text.contains("1 行的时间读不出"))
                .anyMatch(text -> text.contains("缺测 2 个"));
    }

    @Test
    void aSinglePeakRaisesTheAlarmAtOnceAndWithALeastDurationIsStillTold() {
        Map<String, String> peak = Map.of("kind", "tsunami", "readings", "20,160,40", "step", "10");
        assertThat(note(peak)).contains("最高预警：橙色，单次读数最高达：橙色");
        Map<String, String> patient = new HashMap<>(peak);
        patient.put("least-duration", "30");
        assertThat(note(patient)).contains("最高预警：无预警，单次读数最高达：橙色");
    }

    private static String note(Map<String, String> given) {
        return new MonitoringAlarmModel()
                .run(readings(), values(given), Progress.silent()).notes().stream()
                        .map(note -> note.text(Language.CHINESE))
                        .filter(text -> text.contains("最高预警"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whatDoesNotFitIsSaidBeforeTheRun() {
        assertThat(problems(Map.of("readings", "1,二,3"))).containsExactly("readings");
        assertThat(problems(Map.of("kind", "own"))).containsExactly("thresholds");
        assertThat(problems(Map.of("kind", "own", "thresholds", "1,3,2,4"))).containsExactly("thresholds");
        assertThat(problems(Map.of("table", "gauge_reading"))).containsExactly("time-field", "value-field");
        assertThat(problems(Map.of("table", "gauge_reading", "time-field", "read_at", "value-field", "gauge")))
                .containsExactly("gauge_reading");
        assertThat(problems(OF_TABLE)).isEmpty();
    }

    private static List<String> problems(Map<String, String> given) {
        InputChecks checks = new InputChecks(readings(), values(given), Progress.silent());
        new MonitoringAlarmModel().check(checks);
        return checks.findings().stream().map(InputChecks.Finding::input).toList();
    }

    private static ParameterValues values(Map<String, String> given) {
        return ParameterValues.of(new MonitoringAlarmModel().parameters(), given);
    }
}
