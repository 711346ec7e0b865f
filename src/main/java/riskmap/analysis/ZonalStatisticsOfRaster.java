package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.zonal.ZonalStatistics;

/**
 * Count, sum, mean, least, greatest, standard deviation (of the population) of a raster's values in each zone; when asked
 * for, also the majority, or all of median, range, variance, minority, majority and variety, or just those named. They are
 * called as in QGIS.
 */
final class ZonalStatisticsOfRaster implements Operation {
    private static final String OWNER = "analysis.zonal-statistics";
    private static final List<String> NAMES = List.of("count", "sum", "mean", "min", "max", "stdev");
    private static final List<String> MORE = List.of("median", "range", "variance", "minority", "majority", "variety");
    /** What needs to know how often each value is met. */
    private static final List<String> BY_VALUE = List.of("median", "minority", "majority", "variety");

    @Override
    public String id() {
        return "zonal-statistics";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "zones", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "rule", "centre", "centre", "several-centres", "all-touched", "coverage"),
                Parameter.of(OWNER, "majority", Parameter.Type.BOOLEAN, "false"),
                Parameter.of(OWNER, "more", Parameter.Type.BOOLEAN, "false"),
                Parameter.of(OWNER, "statistics", Parameter.Type.TEXT, null).asOptional(),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<String> wanted = wanted(values);
        // the raster is read meanwhile
        LayerRows zones = LayerRows.read(inputs.features("zones"), progress.part(0, 0.3));
        Grid grid = inputs.grid("raster");
        LayerRows measured = zones.in(grid.geometry().crs(), progress);
        Geometry nowhere = new GeometryFactory().createPolygon();
        List<Geometry> shapes = Arrays.stream(measured.geometries())
                .map(geometry -> geometry == null ? nowhere : geometry)
                .toList();
        boolean byValue = wanted.stream().anyMatch(BY_VALUE::contains);
        ZonalStatistics.Rule rule = ZonalStatistics.Rule.of(values.text("rule"));
        List<ZonalStatistics.Summary> summaries =
                ZonalStatistics.of(grid, shapes, rule, byValue, progress.part(0.3, 0.9));

        OutputRows rows =
                new OutputRows(zones.type().getTypeName(), OutputRows.geometryType(zones.type()), zones.crs());
        int[] taken = rows.take(zones.type());
        String prefix = values.has("prefix") ? values.text("prefix") : "";
        wanted.forEach(name -> rows.attribute(prefix + name, Double.class));
        List<Message> notes = ZoneNotes.of(
                zones,
                rule,
                zone -> summaries.get(zone).byCoverage(),
                zone -> summaries.get(zone).count() == 0);
        ZoneNotes.addInfinite(
                zones,
                zone -> Double.isInfinite(summaries.get(zone).minimum())
                        || Double.isInfinite(summaries.get(zone).maximum()),
                notes);
        SimpleFeatureCollection features = rows.features(
                zones.size(),
                zone -> OutputRows.join(
                        zones.geometry(zone),
                        OutputRows.values(zones, zone, taken),
                        numbers(summaries.get(zone), wanted, measured.geometry(zone), grid, rule)));
        return new Output.Features(features, notes);
    }

    /** The statistics asked for. */
    private static List<String> wanted(ParameterValues values) {
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(MORE);
        List<String> named = values.names("statistics");
        for (String name : named) {
            if (!all.contains(name)) {
                throw RiskMapException.of("analysis.statistic-unknown", name, NameList.of(all));
            }
        }
        if (!named.isEmpty()) {
            return named.stream().distinct().toList();
        }
        List<String> usual = new ArrayList<>(NAMES);
        usual.addAll(values.flag("more") ? MORE : values.flag("majority") ? List.of("majority") : List.of());
        return usual;
    }

    /**
     * The numbers of a zone. QGIS, whose rule that of several centres is, has no number of cells of a zone off the raster or
     * along its rim, and a sum of 0 for one without data.
     */
    private static Object[] numbers(
            ZonalStatistics.Summary summary, List<String> wanted, Geometry zone, Grid grid, ZonalStatistics.Rule rule) {
        boolean qgis = rule == ZonalStatistics.Rule.SEVERAL_CENTRES;
        boolean off = qgis
                && (zone == null
                        || !(grid.geometry()
                                        .envelope()
                                        .intersection(zone.getEnvelopeInternal())
                                        .getArea()
                                > 0));
        Object[] numbers = new Object[wanted.size()];
        for (int i = 0; i < numbers.length; i++) {
            double number =
                    qgis && summary.count() == 0 && wanted.get(i).equals("sum") ? 0 : number(summary, wanted.get(i));
            numbers[i] = off || Double.isNaN(number) ? null : (Object) number;
        }
        return numbers;
    }

    /** A statistic; NaN for none. */
    private static double number(ZonalStatistics.Summary summary, String name) {
        return switch (name) {
            case "count" -> summary.count();
            case "sum" -> summary.count() == 0 ? Double.NaN : summary.sum();
            case "mean" -> summary.mean();
            case "min" -> summary.minimum();
            case "max" -> summary.maximum();
            case "stdev" -> summary.standardDeviation();
            case "median" -> summary.median();
            case "range" -> summary.maximum() - summary.minimum();
            case "variance" -> summary.standardDeviation() * summary.standardDeviation();
            case "minority" -> summary.minority();
            case "variety" -> summary.variety();
            case "majority" -> summary.majority();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
