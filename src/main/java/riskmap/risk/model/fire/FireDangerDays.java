package riskmap.risk.model.fire;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.risk.fire.FireDanger;
import riskmap.risk.model.weather.WeatherDays;

/**
 * The fire danger index HTZ of every station and day ({@link FireDanger}). The last rain is that of the latest day with
 * {@value FireDanger#DRY_MM} mm or more; before the first such day on record the ground counts as dry for long. A day that
 * lacks temperature, humidity or wind has no index: missing is a state of its own.
 */
public final class FireDangerDays {
    /**
     * A day at a station.
     *
     * @param rain of the last day with rain, 0 when none is on record
     * @param since days since then, −1 when none is on record
     * @param known whether temperature, humidity and wind were observed
     * @param index HTZ, 0 where it is not known
     */
    public record Result(WeatherDays.Day day, double rain, int since, boolean known, int index) {
        int drought() {
            return FireDanger.droughtPoints(rain, Math.max(0, since));
        }

        /** 1 to 5. */
        int level() {
            return FireDanger.level(index);
        }
    }

    private final Map<String, List<Result>> byStation = new LinkedHashMap<>();
    private final FireDanger.Cover cover;

    FireDangerDays(WeatherDays weather, FireDanger.Cover cover) {
        this.cover = cover;
        weather.byStation().forEach((station, days) -> byStation.put(station, run(days)));
    }

    private List<Result> run(List<WeatherDays.Day> days) {
        List<Result> results = new ArrayList<>();
        double rain = 0;
        LocalDate rained = null;
        for (WeatherDays.Day day : days) {
            if (day.rain() >= FireDanger.DRY_MM) {
                rain = day.rain();
                rained = day.date();
            }
            int since = rained == null ? -1 : (int) ChronoUnit.DAYS.between(rained, day.date());
            boolean known = !Double.isNaN(day.warmest() + day.driest() + day.gale());
            int index = known
                    ? FireDanger.index(day.warmest(), day.driest(), rain, Math.max(0, since), day.gale(), cover)
                    : 0;
            results.add(new Result(day, rain, since, known, index));
        }
        return results;
    }

    FireDanger.Cover cover() {
        return cover;
    }

    /** The stations with their result of a day; null for a station without a row of that day. */
    public Map<String, Result> on(LocalDate date) {
        Map<String, Result> found = new LinkedHashMap<>();
        byStation.forEach((station, results) -> found.put(
                station,
                results.stream()
                        .filter(result -> result.day().date().equals(date))
                        .findFirst()
                        .orElse(null)));
        return found;
    }

    /** All results by day. */
    Map<LocalDate, List<Result>> byDay() {
        Map<LocalDate, List<Result>> days = new TreeMap<>();
        byStation
                .values()
                .forEach(results -> results.forEach(
                        result -> days.computeIfAbsent(result.day().date(), key -> new ArrayList<>())
                                .add(result)));
        return days;
    }
}
