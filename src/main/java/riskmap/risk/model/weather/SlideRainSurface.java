package riskmap.risk.model.weather;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.InputChecks;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.monitor.SlideRain;

/** Effective rain of a study area: one figure for all of it, or what stations have measured, by inverse distance. */
public final class SlideRainSurface {
    /** Stations whose rain is written down. */
    private static final int SHOWN = 5;

    private static final double POWER = 2;

    private final float[] cells;
    private final Workings workings;

    private SlideRainSurface(float[] cells, Workings workings) {
        this.cells = cells;
        this.workings = workings;
    }

    /** The rain; null where no station measured any. */
    public static SlideRainSurface of(
            Inputs inputs, StudyArea area, ParameterValues values, List<Message> notes, Progress progress) {
        return values.text("rain-from").equals("stations")
                ? measured(inputs, area, values, notes, progress)
                : typed(area, values, notes);
    }

    private static SlideRainSurface typed(StudyArea area, ParameterValues values, List<Message> notes) {
        double[] before = values.has("rain-before") ? values.numbers("rain-before") : new double[0];
        Workings workings = new Workings();
        float[] cells = new float[area.lattice().cellCount()];
        double rain = written(workings, values.number("rain"), before, values.number("decay"));
        Arrays.fill(cells, (float) rain);
        notes.add(Message.of("risk.note-slide-rain", Workings.shown(rain)));
        return new SlideRainSurface(cells, workings);
    }

    private static SlideRainSurface measured(
            Inputs inputs, StudyArea area, ParameterValues values, List<Message> notes, Progress progress) {
        if (!inputs.has(WeatherDays.KIND)) {
            return null;
        }
        WeatherDays days = WeatherDays.of(inputs, progress.part(0, 0.2));
        LocalDate day = values.has("day") ? LocalDate.parse(values.text("day")) : days.last();
        WeatherStations stations = WeatherStations.of(inputs, area.lattice().crs(), progress.part(0.2, 0.3));
        StationSurface surface = new StationSurface(POWER);
        Workings workings = new Workings();
        int without = 0;
        for (Map.Entry<String, List<WeatherDays.Day>> station : days.byStation().entrySet()) {
            double[] series = series(station.getValue(), day, (int) values.integer("days-before"));
            Point place = stations.place(station.getKey());
            if (place == null || Double.isNaN(series[0])) {
                without++;
                continue;
            }
            double[] before = Arrays.copyOfRange(series, 1, series.length);
            workings.of(stations.name(station.getKey()) + " " + day);
            Workings kept = surface.size() < SHOWN ? workings : new Workings();
            surface.add(station.getKey(), place, written(kept, series[0], before, values.number("decay")));
        }
        if (surface.size() == 0) {
            return null;
        }
        notes.add(Message.of("risk.note-slide-stations", String.valueOf(day), surface.size(), without));
        notes.addAll(surface.notes());
        float[] cells =
                surface.grid(false, area.lattice(), progress.part(0.3, 1)).cells();
        return new SlideRainSurface(cells, workings);
    }

    /** Rain of a day and of the days before it, the last one first; NaN where there is none. */
    private static double[] series(List<WeatherDays.Day> days, LocalDate day, int before) {
        double[] series = new double[before + 1];
        Arrays.fill(series, Double.NaN);
        for (WeatherDays.Day each : days) {
            long ago = day == null ? -1 : ChronoUnit.DAYS.between(each.date(), day);
            if (ago >= 0 && ago <= before) {
                series[(int) ago] = each.rain();
            }
        }
        return series;
    }

    private static double written(Workings workings, double today, double[] before, double decay) {
        StringBuilder filled = new StringBuilder(Workings.shown(today));
        for (int i = 0; i < before.length; i++) {
            if (before[i] > 0) {
                filled.append(" + ").append(Workings.shown(decay)).append('^').append(i + 1);
                filled.append(" × ").append(Workings.shown(before[i]));
            }
        }
        return workings.add(
                "effective-rain",
                "Rₑ = R₀ + Σ kⁱ·Rᵢ",
                SlideRain.effective(today, before, decay),
                "mm",
                "%s",
                filled.toString());
    }

    /**
     * Each level of susceptibility has one row of rising rain, and ground that slides more easily is not warned later than
     * ground that slides less easily.
     */
    public static void checkThresholds(InputChecks checks) {
        double[][] rows = checks.values().rows("thresholds");
        for (double[] row : rows) {
            boolean sound = row.length == 4 && row[0] >= 1 && row[0] <= 4 && row[0] == Math.rint(row[0]);
            for (int i = 2; sound && i < row.length; i++) {
                sound = row[i] > row[i - 1];
            }
            if (!sound) {
                checks.problem(
                        "thresholds",
                        Message.of(
                                "risk.check-slide-thresholds", checks.values().text("thresholds")));
                return;
            }
        }
        for (double[] less : rows) {
            for (double[] more : rows) {
                if (less != more && less[0] == more[0]) {
                    checks.problem("thresholds", Message.of("risk.check-slide-twice", (long) less[0]));
                    return;
                }
                for (int colour = 1; less[0] < more[0] && colour < less.length; colour++) {
                    if (more[colour] > less[colour]) {
                        checks.problem(
                                "thresholds",
                                Message.of(
                                        "risk.check-slide-order",
                                        Message.of("risk.signal-" + (colour + 1)),
                                        (long) more[0],
                                        Workings.shown(more[colour]),
                                        (long) less[0],
                                        Workings.shown(less[colour])));
                        return;
                    }
                }
            }
        }
    }

    /** The day, when one is given, must be a day that a station has measured. */
    public static void check(InputChecks checks) {
        if (!checks.values().has("day") || !checks.inputs().has(WeatherDays.KIND)) {
            return;
        }
        String text = checks.values().text("day");
        boolean known = false;
        try {
            LocalDate day = LocalDate.parse(text);
            known = WeatherDays.of(checks.inputs(), Progress.silent()).byStation().values().stream()
                    .anyMatch(days ->
                            days.stream().anyMatch(each -> each.date().equals(day) && !Double.isNaN(each.rain())));
        } catch (DateTimeException e) {
            known = false;
        }
        if (!known) {
            checks.problem("day", Message.of("risk.check-rain-day", text));
        }
    }

    public float of(int cell) {
        return cells[cell];
    }

    public Workings workings() {
        return workings;
    }
}
