package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.analysis.CellNote;
import riskmap.analysis.GivenExtent;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** A raster that has one value everywhere, such as the rain of a design storm: square cells over a box. */
public final class ConstantRaster implements Operation {
    private static final String OWNER = "analysis.constant-raster";
    private static final double MOST_CELLS = 4e8;

    @Override
    public String id() {
        return "constant-raster";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.addAll(GivenExtent.required(OWNER));
        all.add(Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional());
        all.add(Parameter.number(OWNER, "cell", Parameter.COORDINATE_UNIT, 100, 1e-9, 1e6));
        all.add(Parameter.number(OWNER, "value", "", 1, -1e30, 1e30));
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        GridGeometry cells = cells(values);
        Grid made = Grid.filled(cells, (float) values.number("value"));
        return new Output.Raster(made, List.of(CellNote.of(cells, 0)));
    }

    /** Square cells from the north-west corner of the box on, as many as cover it. */
    private static GridGeometry cells(ParameterValues values) {
        CoordinateReferenceSystem crs = GivenExtent.crs(values);
        Envelope box = GivenExtent.box(values, crs).getEnvelopeInternal();
        double cell = values.number("cell");
        double across = Math.max(1, Math.ceil(box.getWidth() / cell));
        double down = Math.max(1, Math.ceil(box.getHeight() / cell));
        if (across * down > MOST_CELLS) {
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(cell), Math.round(across * down));
        }
        return new GridGeometry((int) across, (int) down, box.getMinX(), box.getMaxY(), cell, cell, crs);
    }
}
