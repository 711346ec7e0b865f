package riskmap.risk.model.fire;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.InputChecks;
import riskmap.risk.fire.FireWeather;
import riskmap.risk.model.weather.WeatherDays;

/**
 * The codes and indices of every station and day. A day that is missing or lacks one of the four values has none: the codes
 * of the day before are carried on unchanged, and the gap is told.
 */
public final class FireWeatherSeries {
    private static final String STARTS = "fire_weather_start";

    /** A day with its codes and what follows from them. */
    record Result(WeatherDays.Day day, FireWeather before, FireWeather codes, FireWeather.Indices indices) {}

    /** The codes at the end of a day. */
    private record Start(LocalDate date, FireWeather codes) {}

    private final Map<String, List<Result>> byStation = new LinkedHashMap<>();
    private int started;
    private int gaps;
    private int passed;
    private String gapsAt = "";

    private FireWeatherSeries() {}

    public static FireWeatherSeries of(Inputs inputs, ParameterValues values, Progress progress) {
        FireWeatherSeries result = new FireWeatherSeries();
        FireWeather usual =
                new FireWeather(values.number("start-ffmc"), values.number("start-dmc"), values.number("start-dc"));
        FireWeather.Scale scale =
                values.text("scale").equals("paper") ? FireWeather.Scale.PAPER_1985 : FireWeather.Scale.LATER;
        Map<String, List<Start>> starts = starts(inputs, progress);
        WeatherDays.of(inputs, progress).byStation().forEach((station, days) -> {
            progress.check();
            Start start = start(starts.getOrDefault(station, List.of()), days);
            result.started += start == null ? 0 : 1;
            result.byStation.put(station, result.run(days, start, usual, scale));
        });
        result.byStation.values().removeIf(List::isEmpty);
        return result;
    }

    /** The codes of the last day before the first that must be computed: the latest that leaves weather to follow it. */
    private static Start start(List<Start> starts, List<WeatherDays.Day> days) {
        LocalDate last = days.get(days.size() - 1).date();
        Start best = null;
        for (Start each : starts) {
            if (each.date.isBefore(last) && (best == null || each.date.isAfter(best.date))) {
                best = each;
            }
        }
        return best;
    }

    private static Map<String, List<Start>> starts(Inputs inputs, Progress progress) {
        Map<String, List<Start>> starts = new TreeMap<>();
        if (inputs.has(STARTS)) {
            LayerRows rows = inputs.rows(STARTS, progress);
            LocalDate[] dates = WeatherDays.dates(rows);
            String[] stations = rows.texts("station_code");
            double[] ffmc = rows.numbers("ffmc");
            double[] dmc = rows.numbers("dmc");
            double[] dc = rows.numbers("dc");
            for (int row = 0; row < rows.size(); row++) {
                if (dates[row] != null && !Double.isNaN(ffmc[row] + dmc[row] + dc[row])) {
                    starts.computeIfAbsent(stations[row] == null ? "" : stations[row].strip(), key -> new ArrayList<>())
                            .add(new Start(dates[row], new FireWeather(ffmc[row], dmc[row], dc[row])));
                }
            }
        }
        return starts;
    }

    private List<Result> run(List<WeatherDays.Day> days, Start start, FireWeather usual, FireWeather.Scale scale) {
        List<Result> results = new ArrayList<>();
        FireWeather codes = start == null ? usual : start.codes;
        LocalDate before = start == null ? null : start.date;
        for (WeatherDays.Day day : days) {
            if (start != null && !day.date().isAfter(start.date)) {
                passed++;
                continue;
            }
            if (!day.hasNoon()) {
                continue;
            }
            if (before != null && ChronoUnit.DAYS.between(before, day.date()) > 1) {
                gaps += (int) ChronoUnit.DAYS.between(before, day.date()) - 1;
                gapsAt = gapsAt.isEmpty() ? (day.station() + " " + before + " – " + day.date()).strip() : gapsAt;
            }
            FireWeather next = codes.after(
                    new FireWeather.Noon(
                            day.date().getMonth(), day.temperature(), day.humidity(), day.wind(), day.rain()),
                    scale);
            results.add(new Result(day, codes, next, next.indices(day.wind(), scale)));
            codes = next;
            before = day.date();
        }
        return results;
    }

    public static void check(InputChecks checks) {
        if (checks.inputs().has(WeatherDays.KIND)) {
            var days = WeatherDays.of(checks.inputs(), Progress.silent())
                    .byStation()
                    .values();
            if (!days.isEmpty() && days.stream().flatMap(List::stream).noneMatch(WeatherDays.Day::hasNoon)) {
                checks.problem(
                        WeatherDays.KIND, Message.of("risk.check-no-noon", InputChecks.called(WeatherDays.KIND)));
            }
        }
        if (checks.values().has("station") && checks.inputs().has(WeatherDays.KIND)) {
            String wanted = checks.values().text("station");
            var known = WeatherDays.of(checks.inputs(), Progress.silent())
                    .byStation()
                    .keySet();
            if (!known.contains(wanted)) {
                checks.problem("station", Message.of("risk.check-station", wanted, NameList.of(known)));
            }
        }
    }

    public boolean isEmpty() {
        return byStation.isEmpty();
    }

    /** The computed days of every station that has some. */
    Map<String, List<Result>> byStation() {
        return byStation;
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        long days = byStation.values().stream().mapToLong(List::size).sum();
        notes.add(Message.of("risk.note-fire-weather", byStation.size(), days, started));
        if (passed > 0) {
            notes.add(Message.of("risk.note-before-start", passed));
        }
        if (gaps > 0) {
            notes.add(Message.of("risk.note-weather-gaps", gaps, gapsAt));
        }
        return notes;
    }
}
