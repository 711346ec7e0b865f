package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.GivenExtent;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;

/**
 * The part of a raster in an extent, or in areas, or in both. Cells keep their place and their value.
 *
 * <p>An extent takes the cells from that in which its north-west corner lies, as many each way as fit into it, to the
 * nearest whole number. Of areas those are kept whose centre one of them covers, or that one touches; the others have no
 * data, and what lies beyond the extent of all areas is left out, or on demand is there without data.
 */
public final class ClipRaster implements Operation {
    private static final String OWNER = "analysis.clip-raster";
    /** In cells: a corner so near a line of the lattice is on it. */
    private static final double ON_LINE = 1e-3;

    @Override
    public String id() {
        return "clip-raster";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "raster", Parameter.Type.GRID, null));
        all.add(Parameter.of(OWNER, "areas", Parameter.Type.FEATURES, null).asOptional());
        all.addAll(GivenExtent.parameters(OWNER));
        all.add(Parameter.choice(OWNER, "rule", "centre", "centre", "all-touched"));
        all.add(Parameter.of(OWNER, "crop", Parameter.Type.BOOLEAN, "true"));
        all.add(Parameter.choice(OWNER, "edge", "touched", "touched", "whole"));
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    /** Columns and rows of a raster, from the first to before the last. */
    private record Window(int west, int north, int east, int south) {
        Window and(Window other) {
            return new Window(
                    Math.max(west, other.west),
                    Math.max(north, other.north),
                    Math.min(east, other.east),
                    Math.min(south, other.south));
        }

        boolean isEmpty() {
            return west >= east || north >= south;
        }
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        if (!inputs.has("areas") && !values.has("extent")) {
            throw RiskMapException.of("analysis.clip-raster-by-nothing");
        }
        Grid grid = inputs.grid("raster");
        GridGeometry cells = grid.geometry();
        Window window = new Window(0, 0, cells.width(), cells.height());
        if (values.has("extent")) {
            window = window.and(fitting(GivenExtent.box(values, cells.crs()).getEnvelopeInternal(), cells));
        }
        LayerRows areas = null;
        List<Message> notes = new ArrayList<>();
        if (inputs.has("areas")) {
            areas = inputs.rows("areas", List.of(), progress.part(0, 0.3)).in(cells.crs(), progress);
            areas.mustBeAreas();
            notes.addAll(areas.notes("areas"));
            // without any area nothing has data
            if (values.flag("crop") && !areas.extent().isNull()) {
                window = window.and(
                        values.text("edge").equals("whole")
                                ? within(areas.extent(), cells)
                                : covering(areas.extent(), cells));
            }
        }
        if (window.isEmpty()) {
            throw RiskMapException.of("analysis.clip-raster-outside");
        }
        Grid part = part(grid, window);
        if (areas != null) {
            List<Geometry> shapes =
                    Arrays.stream(areas.geometries()).filter(Objects::nonNull).toList();
            Rasterizer.Rule rule =
                    values.text("rule").equals("centre") ? Rasterizer.Rule.CENTRE : Rasterizer.Rule.ALL_TOUCHED;
            Grid mask = Rasterizer.mask(part.geometry(), shapes, rule, progress.part(0.3, 0.9));
            for (int cell = 0; cell < part.cells().length; cell++) {
                if (Float.isNaN(mask.cells()[cell])) {
                    part.cells()[cell] = Float.NaN;
                }
            }
        }
        int kept = 0;
        for (float cell : part.cells()) {
            kept += Float.isNaN(cell) ? 0 : 1;
        }
        notes.add(Message.of("analysis.note-clip-raster", part.width(), part.height(), kept));
        return new Output.Raster(part, notes);
    }

    private static Window fitting(Envelope extent, GridGeometry cells) {
        double west = (extent.getMinX() - cells.minX()) / cells.cellWidth();
        double north = (cells.maxY() - extent.getMaxY()) / cells.cellHeight();
        int column = cell(Math.floor(west + ON_LINE));
        int row = cell(Math.floor(north + ON_LINE));
        return new Window(
                column,
                row,
                cell(column + Math.floor(extent.getWidth() / cells.cellWidth() + 0.5)),
                cell(row + Math.floor(extent.getHeight() / cells.cellHeight() + 0.5)));
    }

    private static Window covering(Envelope extent, GridGeometry cells) {
        return new Window(
                cell(Math.floor((extent.getMinX() - cells.minX()) / cells.cellWidth() + ON_LINE)),
                cell(Math.floor((cells.maxY() - extent.getMaxY()) / cells.cellHeight() + ON_LINE)),
                cell(Math.ceil((extent.getMaxX() - cells.minX()) / cells.cellWidth() - ON_LINE)),
                cell(Math.ceil((cells.maxY() - extent.getMinY()) / cells.cellHeight() - ON_LINE)));
    }

    /** The cells that lie wholly in an extent, as GDAL crops: those at its edge are lost although their centres are in it. */
    private static Window within(Envelope extent, GridGeometry cells) {
        return new Window(
                cell(Math.ceil((extent.getMinX() - cells.minX()) / cells.cellWidth() - ON_LINE)),
                cell(Math.ceil((cells.maxY() - extent.getMaxY()) / cells.cellHeight() - ON_LINE)),
                cell(Math.floor((extent.getMaxX() - cells.minX()) / cells.cellWidth() + ON_LINE)),
                cell(Math.floor((cells.maxY() - extent.getMinY()) / cells.cellHeight() + ON_LINE)));
    }

    /** Far outside the raster all numbers are as good. */
    private static int cell(double number) {
        return (int) Math.max(-1e9, Math.min(1e9, number));
    }

    private static Grid part(Grid grid, Window window) {
        GridGeometry cells = grid.geometry();
        int width = window.east() - window.west();
        int height = window.south() - window.north();
        float[] made = new float[width * height];
        for (int row = 0; row < height; row++) {
            int from = (window.north() + row) * cells.width() + window.west();
            System.arraycopy(grid.cells(), from, made, row * width, width);
        }
        GridGeometry lattice = new GridGeometry(
                width,
                height,
                cells.minX() + window.west() * cells.cellWidth(),
                cells.maxY() - window.north() * cells.cellHeight(),
                cells.cellWidth(),
                cells.cellHeight(),
                cells.crs());
        return new Grid(lattice, made);
    }
}
