package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.shape.Paths;

/**
 * The centres of the cells of a raster that lie inside areas, or that lines run through (each edge from the cell of its one
 * end to that of its other, a cell for a column or a row: Bresenham 1965), as points in the CRS of the raster: where a
 * raster is read for an area or a way. The points are numbered in all and within their shape, the shapes from 0. Cells that
 * the raster does not have are left out and counted.
 */
public final class CellCentres implements Operation {
    private static final int MOST = 1_000_000;

    private final boolean along;
    private final String owner;

    private CellCentres(boolean along) {
        this.along = along;
        this.owner = "analysis." + (along ? "cells-along-lines" : "cells-in-areas");
    }

    /** Centres inside areas, column by column from the west. */
    public static Operation inAreas() {
        return new CellCentres(false);
    }

    /** Centres of the cells along lines. */
    public static Operation alongLines() {
        return new CellCentres(true);
    }

    /** The points as they are found. */
    private static final class Found {
        private final OutputRows output;
        private final GridGeometry cells;
        private final GeometryFactory factory = new GeometryFactory();
        private long ofShape;
        private long beyond;

        Found(OutputRows output, GridGeometry cells) {
            this.output = output;
            this.cells = cells;
        }

        void add(int column, int row, long shape) {
            if (!cells.contains(column, row)) {
                beyond++;
                return;
            }
            if (output.size() == MOST) {
                throw RiskMapException.of("analysis.too-many-cell-features", MOST);
            }
            Point point = factory.createPoint(new Coordinate(cells.x(column), cells.y(row)));
            output.add(point, (long) output.size(), shape, ofShape++);
        }
    }

    @Override
    public String id() {
        return owner.substring(owner.indexOf('.') + 1);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(owner, "features", Parameter.Type.FEATURES, null),
                Parameter.of(owner, "raster", Parameter.Type.GRID, null));
    }

    @Override
    public FittingShapes shapes(String input) {
        return along ? FittingShapes.LINES : FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        GridGeometry cells = inputs.grid("raster").geometry();
        LayerRows read = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        LayerRows rows = read.in(cells.crs(), progress.part(0.2, 0.3));
        OutputRows output = new OutputRows("cell_centres", Point.class, cells.crs());
        output.attribute("id", Long.class);
        output.attribute(along ? "line_id" : "poly_id", Long.class);
        output.attribute("point_id", Long.class);
        Found found = new Found(output, cells);
        long shape = 0;
        for (int row = 0; row < rows.size(); row++) {
            progress.report(0.3 + 0.7 * row / rows.size());
            if (rows.geometry(row) != null) {
                found.ofShape = 0;
                if (along) {
                    along(rows.geometry(row), shape, found, progress);
                } else {
                    inside(rows.geometry(row), shape, found, progress);
                }
                shape++;
            }
        }
        List<Message> notes = new ArrayList<>(read.notes("features"));
        notes.add(Message.of("analysis.note-points-made", output.size()));
        if (found.beyond > 0) {
            notes.add(Message.of("analysis.note-cells-beyond", found.beyond));
        }
        return new Output.Features(output.features(), notes);
    }

    private static void inside(Geometry area, long shape, Found found, Progress progress) {
        GridGeometry cells = found.cells;
        Envelope box = area.getEnvelopeInternal().intersection(cells.envelope());
        if (box.isNull() || area.getDimension() < 2) {
            return;
        }
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        int top = Math.max(0, cells.row(box.getMaxY()));
        int bottom = Math.min(cells.height() - 1, cells.row(box.getMinY()));
        int last = Math.min(cells.width() - 1, cells.column(box.getMaxX()));
        for (int column = Math.max(0, cells.column(box.getMinX())); column <= last; column++) {
            progress.check();
            for (int row = top; row <= bottom; row++) {
                Point centre = found.factory.createPoint(new Coordinate(cells.x(column), cells.y(row)));
                if (prepared.contains(centre)) {
                    found.add(column, row, shape);
                }
            }
        }
    }

    private static void along(Geometry line, long shape, Found found, Progress progress) {
        GridGeometry cells = found.cells;
        Paths.forEach(line, (path, part, ring) -> {
            for (int i = 1; i < path.length; i++) {
                progress.check();
                int[] from = {cells.column(path[i - 1].x), cells.row(path[i - 1].y)};
                int[] to = {cells.column(path[i].x), cells.row(path[i].y)};
                if ((long) Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]) > 4L * MOST) {
                    throw RiskMapException.of("analysis.too-many-cell-features", MOST);
                }
                edge(from, to, shape, found);
            }
        });
    }

    /** The cells of an edge; straight ones from west to east and from north to south. */
    private static void edge(int[] from, int[] to, long shape, Found found) {
        if (from[0] == to[0] || from[1] == to[1]) {
            for (int row = Math.min(from[1], to[1]); row <= Math.max(from[1], to[1]); row++) {
                for (int column = Math.min(from[0], to[0]); column <= Math.max(from[0], to[0]); column++) {
                    found.add(column, row, shape);
                }
            }
            return;
        }
        int across = to[0] - from[0];
        int down = to[1] - from[1];
        int[] step = {Integer.signum(across), Integer.signum(down)};
        boolean flat = Math.abs(across) > Math.abs(down);
        int longer = Math.max(Math.abs(across), Math.abs(down));
        int shorter = Math.min(Math.abs(across), Math.abs(down));
        double rest = longer / 2.0;
        int column = from[0];
        int row = from[1];
        for (int i = 0; i <= longer; i++) {
            found.add(column, row, shape);
            rest += shorter;
            boolean both = rest >= longer;
            rest -= both ? longer : 0;
            column += both || flat ? step[0] : 0;
            row += both || !flat ? step[1] : 0;
        }
    }
}
