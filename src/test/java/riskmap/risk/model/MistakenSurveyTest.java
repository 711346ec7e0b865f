package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;

/** Mistakes of a survey that are said before a model starts, with the way out. */
class MistakenSurveyTest {
    private final Map<String, LayerData> layers = new HashMap<>();

    private List<String> fatal(RiskModel model) {
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        return InputChecks.of(model, new Inputs(layers), values, Progress.silent()).findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().text(Language.CHINESE))
                .toList();
    }

    private void reports(Object[]... rows) {
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String", "population:Integer")
                        .row("POLYGON((0 0,100 0,100 100,0 100,0 0))", "东镇", 5000)
                        .data());
        Layers reports = Layers.of(
                "health_report",
                null,
                "town:String",
                "week_start:String",
                "disease:String",
                "reporter:String",
                "cases:Integer");
        for (Object[] row : rows) {
            reports.row(row);
        }
        layers.put("health_report", reports.data());
    }

    /** A week that has hardly begun: 2022-06-20 is a Monday too. */
    private static LocalDate nextMonday() {
        return LocalDate.now().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static Object[] report(Object week, String reporter, int cases) {
        return new Object[] {"东镇", week.toString(), "influenza", reporter, cases};
    }

    /** A year written 2102 for 2022 made that week the latest, with one town reported and nothing to compare with. */
    @Test
    void aReportOfTheFutureIsNotTakenForTheLatestWeek() {
        reports(report("2022-06-20", "医院", 3), report("2102-06-27", "医院", 4));
        assertThat(fatal(new CaseRateModel())).anyMatch(said -> said.contains("1 行") && said.contains("2102-06-27"));
        reports(report("2022-06-20", "医院", 3), report(nextMonday(), "医院", 4));
        assertThat(fatal(new CaseRateModel())).isEmpty();
    }

    @Test
    void reportsThatWereImportedTwiceAreNotSummed() {
        reports(report("2022-06-20", "医院", 3), report("2022-06-20", "卫生院", 3), report("2022-06-20", null, 1));
        assertThat(fatal(new CaseRateModel())).isEmpty();
        reports(report("2022-06-20", "医院", 3), report("2022-06-20", "医院", 3));
        assertThat(fatal(new CaseRateModel())).anyMatch(said -> said.contains("医院 2022-06-20"));
    }

    @Test
    void weatherOfTheFutureIsToldAndNoDayIsCalledNull() {
        Layers days = Layers.of("weather_day", null, "station_code:String", "observed_on:String");
        layers.put("weather_day", days.row("D1", "2102-04-01").data());
        assertThat(fatal(new FireWeatherModel())).anyMatch(said -> said.contains("2102-04-01"));
        layers.put(
                "weather_day",
                Layers.of("weather_day", null, "station_code:String", "observed_on:String")
                        .data());
        assertThat(fatal(new FireDangerModel())).isNotEmpty().noneMatch(said -> said.contains("null"));
    }

    /** Brought to metres, such places filled the memory until the program fell over. */
    @Test
    void metresThatAreCalledDegreesDoNotStartAFlood() {
        SampleDistrict.inputs(1).names().forEach(name -> {
            Inputs sample = SampleDistrict.inputs(1);
            if (sample.isGrid(name)) {
                layers.put(name, new LayerData.Raster(sample.grid(name)));
            }
        });
        layers.put(
                "town",
                Layers.of("town", Crs.of("EPSG:4326"), Polygon.class, "name:String")
                        .row(
                                "POLYGON((410000 4140000,412000 4140000,412000 4142000,410000 4142000,410000 4140000))",
                                "东镇")
                        .data());
        layers.put(
                "river",
                Layers.of("river", LineString.class, "name:String")
                        .row("LINESTRING(410100 4140100,411000 4141000)", "河")
                        .data());
        assertThat(fatal(new InundationModel()))
                .anyMatch(said -> said.contains("镇街") && said.contains("410000") && said.contains("坐标系标错了"));
    }
}
