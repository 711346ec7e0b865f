package riskmap.analysis;

import java.util.List;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.Grid;

/**
 * The zones of a class raster (cells of one value connected over their sides) as polygons: a valid coverage with
 * {@code value}, {@code cells} and {@code area}, whose areas are exactly those of the cells.
 */
final class Polygonize implements Operation {
    private static final String OWNER = "analysis.polygonize";

    @Override
    public String id() {
        return "polygonize";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "name", Parameter.Type.TEXT, "value"),
                Parameter.choice(OWNER, "values", "decimal", "decimal", "whole"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        boolean whole = values.text("values").equals("whole");
        Grid grid = whole ? rounded(inputs.grid("raster")) : inputs.grid("raster");
        List<Polygonizer.Zone> zones = Polygonizer.polygonize(grid, progress.part(0, 0.8));
        OutputRows rows = new OutputRows("zones", Polygon.class, grid.geometry().crs());
        rows.attribute(values.text("name"), whole ? Integer.class : Double.class);
        rows.attribute("cells", Integer.class);
        rows.attribute("area", Double.class);
        double cellArea = grid.geometry().cellArea();
        long cells = 0;
        for (Polygonizer.Zone zone : zones) {
            if ((rows.size() & 0xFFF) == 0) {
                progress.check();
            }
            Object value = whole ? (Object) (int) zone.value() : (Object) (double) zone.value();
            rows.add(zone.polygon(), value, (int) zone.cells(), zone.cells() * cellArea);
            cells += zone.cells();
        }
        return new Output.Features(
                rows.features(), List.of(Message.of("analysis.note-zones", zones.size(), cells, cells * cellArea)));
    }

    /** With whole numbers, halves upwards: cells of nearly the same value are then one zone. */
    private static Grid rounded(Grid grid) {
        float[] cells = grid.cells().clone();
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = Float.isNaN(cells[cell]) ? Float.NaN : (float) Math.floor(cells[cell] + 0.5);
        }
        return new Grid(grid.geometry(), cells);
    }
}
