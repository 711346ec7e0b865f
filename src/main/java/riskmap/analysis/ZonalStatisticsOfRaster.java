package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Grid;
import riskmap.geo.ZonalStatistics;

/**
 * Count, sum, mean, least, greatest, standard deviation of a raster's values in each zone; when asked for, also the
 * majority, or all of median, range, variance, minority, majority and variety.
 */
final class ZonalStatisticsOfRaster implements Operation {
    private static final String OWNER = "analysis.zonal-statistics";
    private static final List<String> NAMES = List.of("count", "sum", "mean", "min", "max", "std");
    private static final List<String> MORE = List.of("median", "range", "variance", "minority", "majority", "variety");

    @Override
    public String id() {
        return "zonal-statistics";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "zones", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "rule", "centre", "centre", "all-touched", "coverage"),
                Parameter.of(OWNER, "majority", Parameter.Type.BOOLEAN, "false"),
                Parameter.of(OWNER, "more", Parameter.Type.BOOLEAN, "false"),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        // the raster is read meanwhile
        LayerRows zones = LayerRows.read(inputs.features("zones"), progress.part(0, 0.3));
        Grid grid = inputs.grid("raster");
        LayerRows measured = zones.in(grid.geometry().crs(), progress);
        Geometry nowhere = new GeometryFactory().createPolygon();
        List<Geometry> shapes = Arrays.stream(measured.geometries())
                .map(geometry -> geometry == null ? nowhere : geometry)
                .toList();
        boolean more = values.flag("more");
        boolean majority = values.flag("majority") && !more;
        ZonalStatistics.Rule rule = ZonalStatistics.Rule.of(values.text("rule"));
        List<ZonalStatistics.Summary> summaries =
                ZonalStatistics.of(grid, shapes, rule, majority || more, progress.part(0.3, 0.9));

        OutputRows rows =
                new OutputRows(zones.type().getTypeName(), OutputRows.geometryType(zones.type()), zones.crs());
        int[] taken = rows.take(zones.type());
        String prefix = values.has("prefix") ? values.text("prefix") : "";
        NAMES.forEach(name -> rows.attribute(prefix + name, Double.class));
        List<String> others = more ? MORE : majority ? List.of("majority") : List.of();
        others.forEach(name -> rows.attribute(prefix + name, Double.class));
        for (int zone = 0; zone < zones.size(); zone++) {
            rows.add(OutputRows.join(
                    zones.geometry(zone), OutputRows.values(zones, zone, taken), numbers(summaries.get(zone), others)));
        }
        List<Message> notes = new ArrayList<>(zones.notes("zones"));
        notes.add(Message.of("analysis.rule-" + values.text("rule")));
        notes.addAll(notes(rule, summaries));
        return new Output.Features(rows.features(), notes);
    }

    private static Object[] numbers(ZonalStatistics.Summary summary, List<String> others) {
        List<Object> numbers = new ArrayList<>();
        numbers.add(summary.count());
        numbers.add(summary.count() == 0 ? null : summary.sum());
        for (double number :
                new double[] {summary.mean(), summary.minimum(), summary.maximum(), summary.standardDeviation()}) {
            numbers.add(Double.isNaN(number) ? null : number);
        }
        for (String name : others) {
            double number = other(summary, name);
            numbers.add(Double.isNaN(number) ? null : number);
        }
        return numbers.toArray();
    }

    private static double other(ZonalStatistics.Summary summary, String name) {
        return switch (name) {
            case "median" -> summary.median();
            case "range" -> summary.maximum() - summary.minimum();
            case "variance" -> summary.standardDeviation() * summary.standardDeviation();
            case "minority" -> summary.minority();
            case "variety" -> summary.variety();
            default -> summary.majority();
        };
    }

    private static List<Message> notes(ZonalStatistics.Rule rule, List<ZonalStatistics.Summary> summaries) {
        List<Message> notes = new ArrayList<>();
        long empty = summaries.stream().filter(summary -> summary.count() == 0).count();
        long tiny = summaries.stream()
                .filter(summary -> summary.byCoverage() && summary.count() > 0)
                .count();
        if (rule == ZonalStatistics.Rule.CENTRE && tiny > 0) {
            notes.add(Message.of("analysis.note-tiny-zones", tiny));
        }
        if (empty > 0) {
            notes.add(Message.of("analysis.note-empty-zones", empty, summaries.size()));
        }
        return notes;
    }
}
