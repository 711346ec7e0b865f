package riskmap.analysis.raster;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/** Where a raster is lowest and where it is highest: the centre of the first such cell, row by row from the north-west. */
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
                Parameter.choice(OWNER, "extremes", "both", "both", "least", "greatest"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        int least = -1;
        int greatest = -1;
        long missing = 0;
        for (int cell = 0; cell < grid.cells().length; cell++) {
            if (cell % grid.width() == 0) {
                progress.check();
            }
            float value = grid.cells()[cell];
            if (Float.isNaN(value)) {
                missing++;
                continue;
            }
            least = least < 0 || value < grid.cells()[least] ? cell : least;
            greatest = greatest < 0 || value > grid.cells()[greatest] ? cell : greatest;
        }
        OutputRows rows =
                new OutputRows("extremes", Point.class, grid.geometry().crs());
        rows.attribute("value", Double.class);
        rows.attribute("extremum_type", String.class);
        String wanted = values.text("extremes");
        if (least >= 0 && !wanted.equals("greatest")) {
            add(rows, grid, least, "minimum");
        }
        if (greatest >= 0 && !wanted.equals("least")) {
            add(rows, grid, greatest, "maximum");
        }
        return new Output.Features(rows.features(), List.of(CellNote.of(grid.geometry(), missing)));
    }

    private static void add(OutputRows rows, Grid grid, int cell, String which) {
        Coordinate place = new Coordinate(
                grid.geometry().x(cell % grid.width()), grid.geometry().y(cell / grid.width()));
        rows.add(new GeometryFactory().createPoint(place), (double) grid.cells()[cell], which);
    }
}
