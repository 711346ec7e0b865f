package riskmap.risk.model.fire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.risk.CalendarDay;
import riskmap.risk.fire.FireDanger;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.weather.StationSurface;
import riskmap.risk.model.weather.WeatherDays;
import riskmap.risk.model.weather.WeatherStations;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** The fire danger of a day over a district, gathered while it is computed. */
public final class FireDangerOutput {
    private static final double WORST_INDEX = 91;

    private final Inputs inputs;
    private final ParameterValues values;
    private final StudyArea area;
    private final WeatherStations stations;
    private final FireDangerDays days;
    private final LocalDate day;
    private final StationSurface surface;
    private final boolean kriging;
    private float[] index;
    private float[] danger;
    private ZoneLayer zones;
    private final List<Message> ofGround = new ArrayList<>();

    public FireDangerOutput(Inputs inputs, ParameterValues values, StudyArea area) {
        this.inputs = inputs;
        this.values = values;
        this.area = area;
        this.stations = WeatherStations.of(inputs, area.lattice().crs(), Progress.silent());
        WeatherDays weather = WeatherDays.of(inputs, Progress.silent());
        this.days = days(weather, values);
        this.day = values.has("day") ? CalendarDay.parsed(values.text("day")) : weather.last();
        this.surface = new StationSurface(values.number("power"));
        days.on(day).forEach((station, result) -> {
            if (result != null && result.known() && stations.place(station) != null) {
                surface.add(station, stations.place(station), result.index());
            }
        });
        this.kriging = values.text("interpolation").equals("kriging") && surface.canKrige();
    }

    public static FireDangerDays days(WeatherDays weather, ParameterValues values) {
        return new FireDangerDays(
                weather, FireDanger.Cover.valueOf(values.text("green-cover").toUpperCase(Locale.ROOT)));
    }

    public boolean hasStations() {
        return surface.size() > 0;
    }

    /** Index of the weather and danger of every cell: NaN and 0 outside the forest. */
    public void compute(Progress progress) {
        index = surface.grid(kriging, area.lattice(), progress.part(0, 0.3)).cells();
        LayerRows stands = area.rows("forest_stand", progress.part(0.3, 0.4));
        String[] fuels = stands.texts("fuel_type");
        Map<String, Double> factors = values.weights("fuel-factors");
        Rasterizer rasterizer =
                new Rasterizer(area.lattice(), Rasterizer.Rule.CENTRE, Rasterizer.Combine.MAX, Float.NaN, progress);
        for (int row = 0; row < stands.size(); row++) {
            if (stands.geometry(row) != null) {
                rasterizer.add(stands.geometry(row), fuel(factors, fuels[row]));
            }
        }
        danger = rasterizer.finish().cells();
        float[] slope = area.slope(progress.part(0.4, 0.6));
        area.levelGround(slope, cell -> !Float.isNaN(danger[cell])).ifPresent(ofGround::add);
        float[] ignition = area.distanceTo(sources(progress), progress.part(0.6, 0.9));
        Map<String, Double> weights = values.weights("weights");
        double reach = values.number("ignition-distance");
        double steepest = values.number("steepest");
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress.part(0.9, 1), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                if (Float.isNaN(danger[cell])) {
                    continue;
                }
                double steep = slope == null || Float.isNaN(slope[cell]) ? 0 : Math.min(1, slope[cell] / steepest);
                double near = Float.isNaN(ignition[cell]) ? 0 : Math.max(0, 1 - ignition[cell] / reach);
                double weather = Math.max(0, Math.min(1, index[cell] / WORST_INDEX));
                danger[cell] *= (float) (weather
                        * (weights.get("base") + weights.get("slope") * steep + weights.get("ignition") * near));
            }
        });
    }

    /** Where people light fires: roads, villages, crowded places. */
    private List<Geometry> sources(Progress progress) {
        List<Geometry> shapes = new ArrayList<>();
        for (String kind : List.of("road", "village", "crowded_place")) {
            if (area.has(kind)) {
                shapes.addAll(Arrays.asList(area.rows(kind, progress).geometries()));
            }
        }
        return shapes;
    }

    public void zones(Progress progress) {
        double[] breaks = values.numbers("breaks");
        zones = ZoneLayer.of(
                area,
                danger,
                score -> Float.isNaN(score) ? 0 : ClassBreaks.level(score, breaks),
                values.number("minimum-zone-area"),
                progress);
    }

    public ZoneExposure exposure(Progress progress) {
        var pieces = zones.pieces().stream().filter(piece -> piece.value() > 0).toList();
        return new ZoneExposure(
                inputs,
                area.lattice().crs(),
                pieces.stream().map(piece -> (Geometry) piece.polygon()).toList(),
                pieces.stream().map(piece -> (int) piece.value()).toList(),
                progress);
    }

    public FireDangerTables tables() {
        return new FireDangerTables(stations, days, day, surface, kriging, area, zones);
    }

    public List<SimpleFeatureCollection> layers() {
        ResultRows points = new ResultRows("fire_danger_station", area.lattice().crs());
        days.on(day).forEach((station, result) -> {
            SimpleFeature row = stations.add(points, station);
            boolean known = result != null && result.known();
            row.setAttribute("level", known ? (long) Math.max(1, result.level() - 1) : 0L);
            row.setAttribute(
                    "level_name",
                    Message.of(known ? "risk.fire-grade-" + result.level() : "risk.missing")
                            .text(Language.CHINESE));
            row.setAttribute("observed_on", day);
            row.setAttribute("htz", known ? (Object) (long) result.index() : null);
        });
        return List.of(
                zones.rows("fire_danger_zone", zones.means(danger, Progress.silent()))
                        .features(),
                points.features());
    }

    public Grid grid() {
        return new Grid(area.lattice(), danger);
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        long missing = days.on(day).values().stream()
                .filter(result -> result == null || !result.known())
                .count();
        notes.add(Message.of("risk.note-fire-danger", day.toString(), surface.size(), missing));
        notes.addAll(surface.notes());
        if (values.text("interpolation").equals("kriging") && !kriging) {
            notes.add(Message.of("risk.note-no-kriging", surface.size()));
        }
        long dry = days.on(day).values().stream()
                .filter(result -> result != null && result.since() < 0)
                .count();
        if (dry > 0) {
            notes.add(Message.of("risk.note-no-rain-on-record", dry));
        }
        int unknown = stations.unknown(days.on(day).keySet());
        if (unknown > 0) {
            notes.add(Message.of("risk.note-stations-unknown", unknown));
        }
        notes.addAll(ofGround);
        notes.add(ClassBreaks.fixedNote(values.numbers("breaks")));
        notes.addAll(area.rows("forest_stand", Progress.silent()).notes("forest_stand"));
        return notes;
    }

    private static double fuel(Map<String, Double> factors, String fuel) {
        Double known = fuel == null ? null : factors.get(fuel);
        return known == null ? 0.6 : known;
    }
}
