package riskmap.risk.model.monitoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.risk.monitor.ReadingSeries;

/**
 * The readings of a table, by gauge and in the order of time. Where the time between two readings of a gauge is more than
 * one and a half steps, a missing reading stands between them: a gap is never passed over.
 */
public final class GaugeReadings {
    /** Steps between two readings from which on something is missing between them. */
    private static final double GAP = 1.5;

    private record Reading(LocalDateTime time, double value) {}

    private final List<ReadingSeries> series = new ArrayList<>();
    private int withoutTime;

    private GaugeReadings() {}

    /**
     * Reads them.
     *
     * @param gaugeField names the gauge, null where the table is of one gauge
     */
    public static GaugeReadings of(
            LayerRows rows, String gaugeField, String timeField, String valueField, double step) {
        GaugeReadings result = new GaugeReadings();
        String[] gauges = gaugeField == null ? new String[rows.size()] : rows.texts(gaugeField);
        String[] times = rows.texts(timeField);
        double[] values = rows.numbers(valueField);
        Map<String, List<Reading>> byGauge = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            LocalDateTime time = time(times[row]);
            if (time == null) {
                result.withoutTime++;
            } else {
                byGauge.computeIfAbsent(gauges[row] == null ? "" : gauges[row].strip(), none -> new ArrayList<>())
                        .add(new Reading(time, values[row]));
            }
        }
        byGauge.forEach((gauge, readings) -> {
            readings.sort(Comparator.comparing(Reading::time));
            result.series.add(series(gauge, readings, step));
        });
        return result;
    }

    /** A day, or a day with hours and minutes (to the second at most); null for anything else. */
    static LocalDateTime time(String text) {
        try {
            if (text == null || text.strip().length() < 10) {
                return null;
            }
            String plain = text.strip().replace(' ', 'T').replace('/', '-');
            return plain.length() < 16
                    ? LocalDate.parse(plain.substring(0, 10)).atStartOfDay()
                    : LocalDateTime.parse(plain.substring(0, plain.length() >= 19 ? 19 : 16));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ReadingSeries series(String gauge, List<Reading> readings, double step) {
        List<String> times = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        LocalDateTime first = readings.get(0).time;
        double before = 0;
        for (Reading reading : readings) {
            double minutes = ChronoUnit.SECONDS.between(first, reading.time) / 60.0;
            if (minutes - before > GAP * step) {
                times.add(first.plusSeconds(Math.round(60 * (before + step))).toString());
                points.add(new double[] {before + step, Double.NaN});
            }
            times.add(reading.time.toString());
            points.add(new double[] {minutes, reading.value});
            before = minutes;
        }
        return new ReadingSeries(
                gauge,
                times,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    public List<ReadingSeries> series() {
        return series;
    }

    /** What the user must know of the rows. */
    public List<Message> notes() {
        return withoutTime == 0 ? List.of() : List.of(Message.of("risk.note-readings-no-time", withoutTime));
    }
}
