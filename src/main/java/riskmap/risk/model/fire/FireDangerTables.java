package riskmap.risk.model.fire;

import static riskmap.risk.model.result.Columns.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.raster.StationInterpolation;
import riskmap.geo.raster.Variogram;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.fire.FireDanger;
import riskmap.risk.model.weather.StationSurface;
import riskmap.risk.model.weather.WeatherDays;
import riskmap.risk.model.weather.WeatherStations;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** The fire danger of a day as tables: its points at every station, the error of the interpolation, forest by level. */
public final class FireDangerTables {
    private final WeatherStations stations;
    private final FireDangerDays days;
    private final LocalDate day;
    private final StationSurface surface;
    private final boolean kriging;
    private final StudyArea area;
    private final ZoneLayer zones;

    FireDangerTables(
            WeatherStations stations,
            FireDangerDays days,
            LocalDate day,
            StationSurface surface,
            boolean kriging,
            StudyArea area,
            ZoneLayer zones) {
        this.stations = stations;
        this.days = days;
        this.day = day;
        this.surface = surface;
        this.kriging = kriging;
        this.area = area;
        this.zones = zones;
    }

    public List<Table> tables() {
        return List.of(points(), interpolation(), areas(), byDay());
    }

    private Table points() {
        StationInterpolation.CrossValidation validation = surface.validation(kriging);
        List<List<Object>> rows = new ArrayList<>();
        days.on(day).forEach((station, result) -> {
            List<Object> row = new ArrayList<>();
            row.add(stations.name(station));
            if (result == null || !result.known()) {
                for (int i = 0; i < 11; i++) {
                    row.add(null);
                }
                row.add(Message.of("risk.missing"));
                row.add(null);
            } else {
                WeatherDays.Day weather = result.day();
                row.add(weather.warmest());
                row.add(weather.driest());
                row.add(result.since() < 0 ? null : (Object) result.rain());
                row.add(result.since() < 0 ? null : (Object) (long) result.since());
                row.add(weather.gale());
                row.add((long) FireDanger.temperaturePoints(weather.warmest()));
                row.add((long) FireDanger.humidityPoints(weather.driest()));
                row.add((long) result.drought());
                row.add((long) FireDanger.windPoints(weather.gale()));
                row.add((long) days.cover().points());
                row.add((long) result.index());
                row.add(Message.of("risk.fire-grade-" + result.level()));
                int at = surface.names().indexOf(station);
                row.add(
                        validation == null || at < 0
                                ? null
                                : (Object) validation.errors()[at]);
            }
            rows.add(row);
        });
        return new Table(
                "fire-danger-stations",
                Message.of("risk.table-fire-danger-stations", day.toString()),
                List.of(
                        column("station", "", 0),
                        column("warmest", "°C", 1),
                        column("driest", "%", 0),
                        column("last-rain", "mm", 1),
                        column("days-since", "d", 0),
                        column("gale", "m/s", 1),
                        column("points-a", "", 0),
                        column("points-b", "", 0),
                        column("points-c", "", 0),
                        column("points-d", "", 0),
                        column("points-e", "", 0),
                        column("htz", "", 0),
                        column("fire-grade", "", 0),
                        column("validation-error", "", 1)),
                rows);
    }

    /** Both ways of interpolating, each station left out in turn. */
    private Table interpolation() {
        List<List<Object>> rows = new ArrayList<>();
        for (boolean way : new boolean[] {false, true}) {
            StationInterpolation.CrossValidation validation = surface.validation(way);
            List<Object> row = new ArrayList<>();
            row.add(Message.of("risk.fire-danger.interpolation." + (way ? "kriging" : "inverse_distance")));
            row.add((long) surface.size());
            row.add(validation == null ? null : (Object) validation.rootMeanSquare());
            row.add(validation == null ? null : (Object) validation.mean());
            Variogram variogram = way && surface.canKrige() ? surface.variogram() : null;
            row.add(variogram == null ? null : (Object) variogram.nugget());
            row.add(variogram == null ? null : (Object) variogram.sill());
            row.add(variogram == null ? null : (Object) (variogram.range() / 1000));
            row.add(Message.of(way == kriging ? "risk.chosen" : "risk.not-chosen"));
            rows.add(row);
        }
        return new Table(
                "interpolation",
                Message.of("risk.table-interpolation"),
                List.of(
                        column("method", "", 0),
                        column("stations", "", 0),
                        column("rmse", "", 2),
                        column("mean-error", "", 2),
                        column("nugget", "", 1),
                        column("sill", "", 1),
                        column("range", "km", 1),
                        column("chosen", "", 0)),
                rows);
    }

    /** Forest by town and level, in hectares. */
    private Table areas() {
        double[][] hectares = new double[area.townNames().length][RiskLevel.COUNT + 1];
        zones.pieces()
                .forEach(piece ->
                        hectares[piece.area()][piece.value()] += piece.polygon().getArea() / 1e4);
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < hectares.length; town++) {
            List<Object> row = new ArrayList<>();
            row.add(area.townNames()[town]);
            double sum = 0;
            for (int level = RiskLevel.COUNT; level >= 1; level--) {
                row.add(hectares[town][level]);
                sum += hectares[town][level];
            }
            row.add(sum);
            rows.add(row);
        }
        return new Table(
                "fire-danger-areas",
                Message.of("risk.table-fire-danger-areas"),
                List.of(
                        column("town", "", 0),
                        column("level-4", "ha", 1),
                        column("level-3", "ha", 1),
                        column("level-2", "ha", 1),
                        column("level-1", "ha", 1),
                        column("forest-ha", "ha", 1)),
                rows);
    }

    /** How the danger went from day to day. */
    private Table byDay() {
        List<List<Object>> rows = new ArrayList<>();
        days.byDay().forEach((date, results) -> {
            var known = results.stream().filter(FireDangerDays.Result::known).toList();
            var summary = known.stream().mapToInt(FireDangerDays.Result::index).summaryStatistics();
            List<Object> row = new ArrayList<>();
            row.add(date.toString());
            row.add((long) known.size());
            row.add((long) (results.size() - known.size()));
            row.add(known.isEmpty() ? null : (Object) summary.getAverage());
            row.add(known.isEmpty() ? null : (Object) (long) summary.getMax());
            row.add(
                    known.isEmpty()
                            ? Message.of("risk.missing")
                            : Message.of("risk.fire-grade-" + FireDanger.level(summary.getMax())));
            rows.add(row);
        });
        return new Table(
                "fire-danger-days",
                Message.of("risk.table-fire-danger-days"),
                List.of(
                        column("date", "", 0),
                        column("stations", "", 0),
                        column("stations-missing", "", 0),
                        column("htz-mean", "", 1),
                        column("htz-highest", "", 0),
                        column("fire-grade-highest", "", 0)),
                rows);
    }

    /** The points of the first stations with an index. */
    public Workings workings() {
        Workings workings = new Workings();
        days.on(day).entrySet().stream()
                .filter(entry -> entry.getValue() != null && entry.getValue().known())
                .limit(3)
                .forEach(entry -> {
                    FireDangerDays.Result result = entry.getValue();
                    workings.of(stations.name(entry.getKey()));
                    workings.add(
                            "htz",
                            "HTZ = A + B + C + D − E",
                            result.index(),
                            "",
                            "%s + %s + %s + %s − %s",
                            FireDanger.temperaturePoints(result.day().warmest()),
                            FireDanger.humidityPoints(result.day().driest()),
                            result.drought(),
                            FireDanger.windPoints(result.day().gale()),
                            days.cover().points());
                });
        return workings;
    }
}
