package riskmap.risk.model.fire;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.analysis.Inputs;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.fire.FireWeather;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.weather.WeatherStations;
import riskmap.risk.model.zone.ClassBreaks;

/** Codes and indices as tables and layers: the last day of all stations, every day of one. */
public final class FireWeatherTables {
    private final ParameterValues values;
    private final FireWeatherSeries series;
    private final WeatherStations stations;
    private final double[] breaks;

    public FireWeatherTables(Inputs inputs, ParameterValues values, FireWeatherSeries series) {
        this.values = values;
        this.series = series;
        this.stations = WeatherStations.of(inputs, Progress.silent());
        this.breaks = values.numbers("fwi-breaks");
    }

    private int level(FireWeatherSeries.Result result) {
        return ClassBreaks.level(result.indices().fwi(), breaks);
    }

    private static FireWeatherSeries.Result last(List<FireWeatherSeries.Result> days) {
        return days.get(days.size() - 1);
    }

    /** The last day at every station. */
    public ResultRows stations() {
        ResultRows rows = new ResultRows("fire_weather_station", stations.crs());
        series.byStation().forEach((station, days) -> {
            FireWeatherSeries.Result last = last(days);
            SimpleFeature row = stations.add(rows, station);
            row.setAttribute("level", (long) level(last));
            row.setAttribute("level_name", RiskLevel.title(level(last)).text(Language.CHINESE));
            row.setAttribute("observed_on", last.day().date());
            row.setAttribute("value", last.indices().fwi());
            row.setAttribute("measure", Message.of("risk.formula-fwi").text(Language.CHINESE));
        });
        return rows;
    }

    /** Every day at every station: what the next run may start from. */
    public ResultRows layerOfDays() {
        ResultRows rows = new ResultRows("fire_weather_day", null);
        series.byStation()
                .values()
                .forEach(days -> days.forEach(result -> {
                    SimpleFeature row = rows.add();
                    row.setAttribute(
                            "station_code",
                            result.day().station().isEmpty()
                                    ? null
                                    : result.day().station());
                    row.setAttribute("observed_on", result.day().date());
                    row.setAttribute("ffmc", result.codes().ffmc());
                    row.setAttribute("dmc", result.codes().dmc());
                    row.setAttribute("dc", result.codes().dc());
                    row.setAttribute("isi", result.indices().isi());
                    row.setAttribute("bui", result.indices().bui());
                    row.setAttribute("fwi", result.indices().fwi());
                    row.setAttribute("dsr", result.indices().dsr());
                    row.setAttribute("level", (long) level(result));
                }));
        return rows;
    }

    /** The last day of all stations, the highest index first. */
    public Table last() {
        List<List<Object>> rows = new ArrayList<>();
        series.byStation().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, List<FireWeatherSeries.Result>> entry) ->
                                -last(entry.getValue()).indices().fwi())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> {
                    List<Object> row = new ArrayList<>();
                    row.add(stations.name(entry.getKey()));
                    row.addAll(numbers(last(entry.getValue())));
                    rows.add(row);
                });
        List<Table.Column> columns = new ArrayList<>(List.of(column("station", "", 0)));
        columns.addAll(columns());
        return new Table("fire-weather-last", Message.of("risk.table-fire-weather-last"), columns, rows);
    }

    /** Every day of the chosen station, else of the one with the highest index on its last day. */
    public Table days() {
        List<List<Object>> rows = new ArrayList<>();
        series.byStation().get(chosen()).forEach(result -> rows.add(numbers(result)));
        return new Table(
                "fire-weather-days",
                Message.of("risk.table-fire-weather-days", stations.name(chosen())),
                columns(),
                rows);
    }

    private String chosen() {
        if (values.has("station") && series.byStation().containsKey(values.text("station"))) {
            return values.text("station");
        }
        return series.byStation().entrySet().stream()
                .max(Comparator.comparingDouble(
                        entry -> last(entry.getValue()).indices().fwi()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private List<Object> numbers(FireWeatherSeries.Result result) {
        FireWeather codes = result.codes();
        FireWeather.Indices indices = result.indices();
        return List.of(
                result.day().date().toString(),
                codes.ffmc(),
                codes.dmc(),
                codes.dc(),
                indices.isi(),
                indices.bui(),
                indices.fwi(),
                indices.dsr(),
                RiskLevel.title(level(result)));
    }

    private static List<Table.Column> columns() {
        return List.of(
                column("date", "", 0),
                column("ffmc", "", 2),
                column("dmc", "", 3),
                column("dc", "", 2),
                column("isi", "", 3),
                column("bui", "", 2),
                column("fwi", "", 3),
                column("dsr", "", 4),
                column("level", "", 0));
    }

    public List<Message> notes() {
        int unknown = stations.unknown(series.byStation().keySet());
        return unknown > 0 ? List.of(Message.of("risk.note-stations-unknown", unknown)) : List.of();
    }

    /** The last day of the chosen station with its numbers. */
    public Workings workings() {
        Workings workings = new Workings();
        if (series.isEmpty()) {
            return workings;
        }
        FireWeatherSeries.Result last = last(series.byStation().get(chosen()));
        workings.of((stations.name(chosen()) + " " + last.day().date()).strip());
        codes(workings, last);
        indices(workings, last);
        return workings;
    }

    private static void codes(Workings workings, FireWeatherSeries.Result last) {
        double dried = 0.36 * (Math.max(-2.8, last.day().temperature()) + 2.8);
        workings.add(
                "ffmc",
                "F(F₀, T, H, W, r)",
                last.codes().ffmc(),
                "",
                "F(%s, %s, %s, %s, %s)",
                last.before().ffmc(),
                last.day().temperature(),
                last.day().humidity(),
                last.day().wind(),
                last.day().rain());
        workings.add(
                "dmc",
                "P(P₀, T, H, r)",
                last.codes().dmc(),
                "",
                "P(%s, %s, %s, %s)",
                last.before().dmc(),
                last.day().temperature(),
                last.day().humidity(),
                last.day().rain());
        workings.add(
                "dc",
                "D = D₀ + 0.5·(0.36(T + 2.8) + Lf)",
                last.codes().dc(),
                "",
                "D(%s, %s + Lf, %s)",
                last.before().dc(),
                dried,
                last.day().rain());
    }

    private static void indices(Workings workings, FireWeatherSeries.Result last) {
        workings.add(
                "isi",
                "R(F, W)",
                last.indices().isi(),
                "",
                "R(%s, %s)",
                last.codes().ffmc(),
                last.day().wind());
        workings.add(
                "bui",
                "U(P, D)",
                last.indices().bui(),
                "",
                "U(%s, %s)",
                last.codes().dmc(),
                last.codes().dc());
        workings.add(
                "fwi",
                "S(R, U)",
                last.indices().fwi(),
                "",
                "S(%s, %s)",
                last.indices().isi(),
                last.indices().bui());
        workings.add(
                "dsr",
                "DSR = 0.0272·S^1.77",
                last.indices().dsr(),
                "",
                "0.0272 × %s^1.77",
                last.indices().fwi());
    }
}
