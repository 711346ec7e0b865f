package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.CellNote;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.shape.Outlines;

/** A point or a square for each cell of a raster that has data, with its value; row by row from the north-west. */
public final class CellsToFeatures implements Operation {
    private static final String OWNER = "analysis.cells-to-features";
    /** Features that fit into the memory of a workstation. */
    private static final int MOST = 5_000_000;

    @Override
    public String id() {
        return "cells-to-features";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "raster", Parameter.Type.GRID, null),
                Parameter.choice(OWNER, "shape", "points", "points", "areas"),
                Parameter.of(OWNER, "name", Parameter.Type.TEXT, "value"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid grid = inputs.grid("raster");
        GridGeometry cells = grid.geometry();
        int[] there = new int[Math.min(MOST, cells.cellCount())];
        int found = 0;
        for (int cell = 0; cell < grid.cells().length; cell++) {
            if (!Float.isNaN(grid.cells()[cell])) {
                if (found == MOST) {
                    throw RiskMapException.of("analysis.too-many-cell-features", MOST);
                }
                there[found++] = cell;
            }
        }
        progress.check();
        boolean points = values.text("shape").equals("points");
        GeometryFactory factory = new GeometryFactory();
        OutputRows rows = new OutputRows("cells", points ? Point.class : Polygon.class, cells.crs());
        rows.attribute(values.text("name"), Double.class);
        List<Message> notes = new ArrayList<>();
        notes.add(CellNote.of(grid.geometry(), cells.cellCount() - found));
        return new Output.Features(
                rows.features(found, number -> {
                    int cell = there[number];
                    int column = cell % cells.width();
                    int row = cell / cells.width();
                    double x = cells.x(column);
                    double y = cells.y(row);
                    double across = cells.cellWidth() / 2;
                    double down = cells.cellHeight() / 2;
                    return new Object[] {
                        points
                                ? factory.createPoint(new Coordinate(x, y))
                                : Outlines.box(new Envelope(x - across, x + across, y - down, y + down), factory),
                        (double) grid.cells()[cell]
                    };
                }),
                notes);
    }
}
