package riskmap.analysis.raster;

import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ZoneNotes;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.zonal.ZonalStatistics;

/**
 * Where a raster is lowest and where it is highest: the centre of the first such cell, row by row from the north-west. With
 * zones, in each of them, among the cells whose centre is not outside it; the attributes of the zone go with the points.
 */
public final class RasterExtremes implements Operation {
    private static final String OWNER = "analysis.raster-extremes";

    @Override
    public String id() {
        return "raster-extremes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "zones", Parameter.Type.FEATURES, null).asOptional(),
                Parameter.choice(OWNER, "extremes", "both", "both", "least", "greatest"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        GridGeometry cells = grid.geometry();
        OutputRows output = new OutputRows("extremes", Point.class, cells.crs());
        if (!inputs.has("zones")) {
            output.attribute("value", Double.class);
            output.attribute("extremum_type", String.class);
            find(grid, cells.envelope(), cell -> true, progress).add(output, grid, new Object[0], values);
            return new Output.Features(output.features(), List.of(CellNote.of(cells, grid.missing())));
        }
        LayerRows zones = LayerRows.read(inputs.features("zones"), progress.part(0, 0.2));
        LayerRows there = zones.in(cells.crs(), progress.part(0.2, 0.3));
        int[] taken = output.take(zones.type());
        output.attribute("value", Double.class);
        output.attribute("extremum_type", String.class);
        boolean[] empty = new boolean[zones.size()];
        Progress searching = progress.part(0.3, 1);
        for (int row = 0; row < zones.size(); row++) {
            searching.report((double) row / zones.size());
            Extremes found = find(there.geometry(row), grid, searching);
            empty[row] = found.least < 0;
            found.add(output, grid, OutputRows.values(zones, row, taken), values);
        }
        return new Output.Features(
                output.features(),
                ZoneNotes.of(zones, ZonalStatistics.Rule.CENTRE, zone -> false, zone -> empty[zone]));
    }

    /** The cells with the least and the greatest value, −1 where there is none. */
    private record Extremes(int least, int greatest) {
        void add(OutputRows output, Grid grid, Object[] about, ParameterValues values) {
            String wanted = values.text("extremes");
            if (least >= 0 && !wanted.equals("greatest")) {
                add(output, grid, least, about, "minimum");
            }
            if (greatest >= 0 && !wanted.equals("least")) {
                add(output, grid, greatest, about, "maximum");
            }
        }

        private static void add(OutputRows output, Grid grid, int cell, Object[] about, String which) {
            Point place = new GeometryFactory().createPoint(centre(grid, cell));
            output.add(OutputRows.join(place, about, new Object[] {(double) grid.cells()[cell], which}));
        }
    }

    private static Coordinate centre(Grid grid, int cell) {
        return new Coordinate(
                grid.geometry().x(cell % grid.width()), grid.geometry().y(cell / grid.width()));
    }

    private static Extremes find(Geometry zone, Grid grid, Progress progress) {
        if (!(zone instanceof Polygonal) || zone.isEmpty()) {
            return new Extremes(-1, -1);
        }
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(zone);
        return find(
                grid,
                zone.getEnvelopeInternal(),
                cell -> area.locate(centre(grid, cell)) != Location.EXTERIOR,
                progress);
    }

    private static Extremes find(Grid grid, Envelope box, IntPredicate counts, Progress progress) {
        GridGeometry cells = grid.geometry();
        Envelope window = box.intersection(cells.envelope());
        int least = -1;
        int greatest = -1;
        if (window.isNull()) {
            return new Extremes(least, greatest);
        }
        int lastRow = Math.min(grid.height() - 1, cells.row(window.getMinY()));
        int lastColumn = Math.min(grid.width() - 1, cells.column(window.getMaxX()));
        for (int row = Math.max(0, cells.row(window.getMaxY())); row <= lastRow; row++) {
            progress.check();
            for (int column = Math.max(0, cells.column(window.getMinX())); column <= lastColumn; column++) {
                int cell = row * grid.width() + column;
                float value = grid.cells()[cell];
                boolean less = least < 0 || value < grid.cells()[least];
                boolean more = greatest < 0 || value > grid.cells()[greatest];
                if (!Float.isNaN(value) && (less || more) && counts.test(cell)) {
                    least = less ? cell : least;
                    greatest = more ? cell : greatest;
                }
            }
        }
        return new Extremes(least, greatest);
    }
}
