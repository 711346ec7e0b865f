package riskmap.risk.model.weather;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.MessageList;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.risk.InputChecks;
import riskmap.risk.ObservedDates;
import riskmap.risk.Workings;

/**
 * Daily observations by station and day. The day is {@code observed_on}, else {@code year}, {@code month} and {@code day};
 * a wind given in m/s alone is turned into km/h. A station without a code is the one station of its table.
 */
public final class WeatherDays {
    public static final String KIND = "weather_day";
    private static final double KM_H = 3.6;

    /**
     * A day at a station; a value that was not observed is NaN.
     *
     * @param temperature at noon, °C
     * @param humidity at noon, %
     * @param wind at noon, km/h
     * @param rain of 24 h, mm
     * @param warmest temperature of the day, °C
     * @param driest humidity of the day, %
     * @param gale strongest wind of the day, m/s
     * @param windInKilometres whether the wind at noon was given in km/h
     */
    public record Day(
            String station,
            LocalDate date,
            double temperature,
            double humidity,
            double wind,
            double rain,
            double warmest,
            double driest,
            double gale,
            boolean windInKilometres) {
        public boolean hasNoon() {
            return !Double.isNaN(temperature + humidity + wind + rain);
        }
    }

    private final Map<String, List<Day>> byStation = new TreeMap<>();
    private int withoutDay;

    private WeatherDays() {}

    public static WeatherDays of(Inputs inputs, Progress progress) {
        LayerRows rows = inputs.rows(KIND, progress);
        WeatherDays result = new WeatherDays();
        String[] stations = rows.texts("station_code");
        LocalDate[] dates = dates(rows);
        double[] kmh = rows.numbers("noon_wind_km_h");
        double[] ms = rows.numbers("noon_wind_m_s");
        double[][] columns = {
            rows.numbers("noon_temperature_c"),
            rows.numbers("noon_humidity"),
            rows.numbers("rain_24h_mm"),
            rows.numbers("max_temperature_c"),
            rows.numbers("min_humidity"),
            rows.numbers("max_wind_m_s")
        };
        for (int row = 0; row < rows.size(); row++) {
            if (dates[row] == null) {
                result.withoutDay++;
                continue;
            }
            String station = stations[row] == null ? "" : stations[row].strip();
            result.byStation
                    .computeIfAbsent(station, key -> new ArrayList<>())
                    .add(new Day(
                            station,
                            dates[row],
                            columns[0][row],
                            columns[1][row],
                            Double.isNaN(kmh[row]) ? KM_H * ms[row] : kmh[row],
                            columns[2][row],
                            columns[3][row],
                            columns[4][row],
                            columns[5][row],
                            !Double.isNaN(kmh[row])));
        }
        result.byStation.values().forEach(days -> days.sort(Comparator.comparing(Day::date)));
        return result;
    }

    /** The day of each row, null where it has none. */
    public static LocalDate[] dates(LayerRows rows) {
        String[] texts = rows.texts("observed_on");
        double[] years = rows.numbers("year");
        double[] months = rows.numbers("month");
        double[] days = rows.numbers("day");
        LocalDate[] dates = new LocalDate[rows.size()];
        for (int row = 0; row < dates.length; row++) {
            try {
                if (texts[row] != null && texts[row].length() >= 10) {
                    dates[row] = LocalDate.parse(texts[row].substring(0, 10));
                } else if (!Double.isNaN(years[row] + months[row] + days[row])) {
                    dates[row] = LocalDate.of((int) years[row], (int) months[row], (int) days[row]);
                }
            } catch (DateTimeException e) {
                dates[row] = null;
            }
        }
        return dates;
    }

    /** The days of every station, by station and day. */
    public Map<String, List<Day>> byStation() {
        return byStation;
    }

    /** The last day any station has observed; null when there is none. */
    public LocalDate last() {
        return byStation.values().stream()
                .map(days -> days.get(days.size() - 1).date())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Rows without a day. */
    int withoutDay() {
        return withoutDay;
    }

    /** What must be right before anything is computed; each finding names station, day and value. */
    public static void check(InputChecks checks) {
        if (!checks.inputs().has(KIND)) {
            return;
        }
        checks.notEmpty(KIND);
        WeatherDays days = of(checks.inputs(), Progress.silent());
        ObservedDates.check(checks, KIND, dates(checks.inputs().rows(KIND, Progress.silent())));
        if (days.withoutDay > 0) {
            checks.problem(KIND, Message.of("risk.check-no-day", InputChecks.called(KIND), days.withoutDay));
        }
        List<Message> wrong = new ArrayList<>();
        List<Message> twice = new ArrayList<>();
        for (List<Day> series : days.byStation.values()) {
            Day before = null;
            for (Day day : series) {
                range(wrong, day, "noon_temperature_c", day.temperature, -60, 60);
                range(wrong, day, "max_temperature_c", day.warmest, -60, 60);
                range(wrong, day, "noon_humidity", day.humidity, 0, 100);
                range(wrong, day, "min_humidity", day.driest, 0, 100);
                if (day.windInKilometres) {
                    range(wrong, day, "noon_wind_km_h", day.wind, 0, 400);
                } else {
                    range(wrong, day, "noon_wind_m_s", day.wind / KM_H, 0, 110);
                }
                range(wrong, day, "max_wind_m_s", day.gale, 0, 110);
                range(wrong, day, "rain_24h_mm", day.rain, 0, 2000);
                if (before != null && before.date.equals(day.date)) {
                    twice.add(Message.of("risk.weather-day", day.station, day.date.toString()));
                }
                before = day;
            }
        }
        some(checks, "risk.check-weather", wrong);
        some(checks, "risk.check-day-twice", twice);
    }

    private static void some(InputChecks checks, String key, List<Message> found) {
        if (!found.isEmpty()) {
            checks.problem(KIND, Message.of(key, found.size(), MessageList.of(found)));
        }
    }

    private static void range(List<Message> wrong, Day day, String field, double value, double low, double high) {
        if (value < low || value > high) {
            wrong.add(Message.of(
                    "risk.weather-day-value",
                    day.station,
                    day.date.toString(),
                    Catalogue.called(KIND, field),
                    Workings.shown(value)));
        }
    }
}
