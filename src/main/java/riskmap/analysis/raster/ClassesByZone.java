package riskmap.analysis.raster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ZoneNotes;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.zonal.ZonalHistogram;
import riskmap.geo.zonal.ZonalStatistics;

/**
 * The zones with a field for each class of a raster that any of them has: how many of its cells the zone has, their area, or
 * their share of the zone's cells in percent; a last field is for cells without data, where there are any.
 */
public final class ClassesByZone implements Operation {
    private static final String OWNER = "analysis.zonal-histogram";

    @Override
    public String id() {
        return "zonal-histogram";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "zones", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "rule", "centre", "centre", "several-centres", "all-touched", "coverage"),
                Parameter.choice(OWNER, "measure", "cells", "cells", "area", "percent"),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, "class_").asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        LayerRows zones = LayerRows.read(inputs.features("zones"), progress.part(0, 0.3));
        zones.mustBeAreas();
        Geometry nowhere = new GeometryFactory().createPolygon();
        List<Geometry> shapes = Arrays.stream(
                        zones.in(grid.geometry().crs(), progress).geometries())
                .map(geometry -> geometry == null ? nowhere : geometry)
                .toList();
        ZonalStatistics.Rule rule = ZonalStatistics.Rule.of(values.text("rule"));
        ZonalHistogram histogram = ZonalHistogram.of(grid, shapes, rule, progress.part(0.3, 0.9));
        OutputRows rows =
                new OutputRows(zones.type().getTypeName(), OutputRows.geometryType(zones.type()), zones.crs());
        int[] taken = rows.take(zones.type());
        String prefix = values.has("prefix") ? values.text("prefix") : "";
        int[] met = IntStream.rangeClosed(0, histogram.values().length)
                .filter(at -> Arrays.stream(histogram.cells()).anyMatch(cells -> cells[at] > 0))
                .toArray();
        boolean whole = rule == ZonalStatistics.Rule.SEVERAL_CENTRES
                && values.text("measure").equals("cells");
        for (int at : met) {
            boolean data = at < histogram.values().length;
            rows.attribute(
                    prefix + (data ? name(histogram.values()[at]) : "NODATA"), whole ? Long.class : Double.class);
        }
        String measure = values.text("measure");
        for (int zone = 0; zone < zones.size(); zone++) {
            double[] cells = histogram.cells()[zone];
            double unit =
                    switch (measure) {
                        case "area" -> grid.geometry().cellArea();
                        case "percent" -> 100 / Arrays.stream(cells).sum();
                        default -> 1;
                    };
            // without cells the unit of a percentage is no number
            Object[] numbers = Arrays.stream(met)
                    .mapToObj(at -> whole ? (Object) Math.round(cells[at]) : cells[at] == 0 ? 0.0 : cells[at] * unit)
                    .toArray();
            rows.add(OutputRows.join(zones.geometry(zone), OutputRows.values(zones, zone, taken), numbers));
        }
        List<Message> notes =
                ZoneNotes.of(zones, rule, zone -> histogram.byCoverage()[zone], zone -> isEmpty(histogram, zone));
        return new Output.Features(rows.features(), notes);
    }

    private static boolean isEmpty(ZonalHistogram histogram, int zone) {
        double[] cells = histogram.cells()[zone];
        return IntStream.range(0, histogram.values().length).allMatch(at -> cells[at] == 0);
    }

    private static String name(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Integer.toString((int) value)
                : Float.toString(value);
    }
}
