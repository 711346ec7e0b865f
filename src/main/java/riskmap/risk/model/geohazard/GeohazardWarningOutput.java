package riskmap.risk.model.geohazard;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.weather.SlideRainSurface;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;
import riskmap.risk.monitor.SlideRain;

/** The zones of a geological weather warning and what they mean, as a layer and tables. */
public final class GeohazardWarningOutput {
    private static final int LOWEST = 2;

    private final StudyArea area;
    private final ZoneLayer zones;
    private final double[][] ground;
    private final float[] rain;

    public GeohazardWarningOutput(
            StudyArea area, float[] susceptible, SlideRainSurface surface, ParameterValues values, Progress progress) {
        this.area = area;
        double[][] thresholds = values.rows("thresholds");
        int width = area.lattice().width();
        float[] levels = new float[susceptible.length];
        rain = new float[susceptible.length];
        area.lattice().bandsOfRows(progress.part(0, 0.2), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                rain[cell] = surface.of(cell);
                levels[cell] = area.isActive(cell)
                        ? SlideRain.level(thresholds, Math.round(susceptible[cell]), rain[cell])
                        : Float.NaN;
            }
        });
        zones = ZoneLayer.ofLevels(
                area, new Grid(area.lattice(), levels), values.number("minimum-zone-area"), progress.part(0.2, 1));
        ground = new double[area.townNames().length][RiskLevel.COUNT + 1];
        zones.pieces()
                .forEach(piece ->
                        ground[piece.area()][piece.value()] += piece.polygon().getArea());
    }

    private static Message colour(int level) {
        return Message.of("risk.signal-" + level);
    }

    public SimpleFeatureCollection layer() {
        ResultRows rows = new ResultRows("geohazard_warning", area.lattice().crs());
        double[] means = zones.means(rain, Progress.silent());
        for (int i = 0; i < means.length; i++) {
            var piece = zones.pieces().get(i);
            if (piece.value() >= LOWEST) {
                SimpleFeature row = rows.add(piece.polygon());
                row.setAttribute("level", (long) piece.value());
                row.setAttribute("level_name", colour(piece.value()).text(Language.CHINESE));
                row.setAttribute("town", area.townNames()[piece.area()]);
                row.setAttribute("rain_mm", Double.isNaN(means[i]) ? null : means[i]);
                row.setAttribute("action", action(piece.value()).text(Language.CHINESE));
                row.setAttribute("area_m2", piece.polygon().getArea());
            }
        }
        return rows.features();
    }

    private static Message action(int level) {
        return Message.of("risk.slide-action-" + level);
    }

    public ZoneExposure exposure(Inputs inputs, Progress progress) {
        List<Geometry> shapes = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        zones.pieces().forEach(piece -> {
            if (piece.value() >= LOWEST) {
                shapes.add(piece.polygon());
                levels.add((int) piece.value());
            }
        });
        return new ZoneExposure(
                inputs,
                area.lattice().crs(),
                shapes,
                levels,
                new ZoneExposure.Scale(RiskLevel.COUNT, GeohazardWarningOutput::colour, "warning"),
                progress);
    }

    public List<Message> notes() {
        double[] sums = new double[RiskLevel.COUNT + 1];
        for (double[] town : ground) {
            for (int level = 0; level < sums.length; level++) {
                sums[level] += town[level];
            }
        }
        return List.of(Message.of("risk.note-slide-areas", km2(sums[4]), km2(sums[3]), km2(sums[2])));
    }

    private static String km2(double squareMetres) {
        return String.format(java.util.Locale.ROOT, "%.2f", squareMetres / 1e6);
    }

    public List<Table> tables(Inputs inputs, Progress progress) {
        List<Table> tables = new ArrayList<>(List.of(towns()));
        if (inputs.has("geohazard_site")) {
            tables.add(sites(area.rows("geohazard_site", progress)));
        }
        return tables;
    }

    /** Each town, the worst first, with its highest colour and what is to be done. */
    private Table towns() {
        record Town(String name, int level, double[] ground) {}
        List<Town> towns = new ArrayList<>();
        for (int town = 0; town < ground.length; town++) {
            int highest = 0;
            for (int level = LOWEST; level <= RiskLevel.COUNT; level++) {
                highest = ground[town][level] > 0 ? level : highest;
            }
            towns.add(new Town(area.townNames()[town], highest, ground[town]));
        }
        towns.sort(Comparator.comparingInt(Town::level)
                .reversed()
                .thenComparing(town -> -town.ground()[town.level()])
                .thenComparing(Town::name));
        List<List<Object>> rows = new ArrayList<>();
        for (Town town : towns) {
            rows.add(List.of(
                    town.name(),
                    colour(town.level()),
                    town.ground()[4] / 1e6,
                    town.ground()[3] / 1e6,
                    town.ground()[2] / 1e6,
                    action(town.level())));
        }
        return new Table(
                "warning-by-town",
                Message.of("risk.table-warning-by-town"),
                List.of(
                        column("town", "", 0),
                        column("warning", "", 0),
                        column("red", "km²", 3),
                        column("orange", "km²", 3),
                        column("yellow", "km²", 3),
                        column("action", "", 0)),
                rows);
    }

    /** The known sites in a warned zone, the worst first, with the people they threaten. */
    private Table sites(LayerRows sites) {
        record Site(String name, String town, int level, double people) {}
        String[] names = sites.texts("name");
        double[] people = sites.numbers("threatened_people");
        List<Site> warned = new ArrayList<>();
        for (int row = 0; row < sites.size(); row++) {
            if (sites.geometry(row) == null) {
                continue;
            }
            var at = sites.geometry(row).getCentroid();
            int level = zones.levelAt(at.getX(), at.getY());
            int town = area.townAt(at.getX(), at.getY());
            if (level >= LOWEST) {
                warned.add(new Site(
                        names[row] == null ? sites.id(row) : names[row],
                        town < 0 ? "–" : area.townNames()[town],
                        level,
                        people[row]));
            }
        }
        warned.sort(Comparator.comparingInt(Site::level)
                .reversed()
                .thenComparing(site -> Double.isNaN(site.people()) ? 0 : -site.people())
                .thenComparing(Site::name));
        List<List<Object>> rows = new ArrayList<>();
        for (Site site : warned) {
            rows.add(java.util.Arrays.asList(
                    site.name(),
                    site.town(),
                    colour(site.level()),
                    Columns.number(site.people()),
                    action(site.level())));
        }
        return new Table(
                "warned-sites",
                Message.of("risk.table-warned-sites"),
                List.of(
                        column("site", "", 0),
                        column("town", "", 0),
                        column("warning", "", 0),
                        column("surveyed-people", "人", 0),
                        column("action", "", 0)),
                rows);
    }
}
