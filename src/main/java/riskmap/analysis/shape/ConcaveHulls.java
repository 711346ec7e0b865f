package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Areas that fit vertices closer than the convex hull does: one around each feature, or a single one around all features
 * of the layer, as QGIS makes it around a layer of points. At ratio 1 it is convex, at 0 as concave as stays connected.
 */
public final class ConcaveHulls implements Operation {
    private static final String ID = "concave-hull";
    private static final String OWNER = "analysis." + ID;

    private final Operation ofEach = new ShapeOfEach(
            ID,
            Geometry.class,
            ConcaveHulls::hull,
            Parameter.number(OWNER, "ratio", "", 0.3, 0, 1),
            Parameter.of(OWNER, "holes", Parameter.Type.BOOLEAN, "false"),
            Parameter.choice(OWNER, "around", "each", "each", "all"));

    private static Geometry hull(Geometry shape, ParameterValues values) {
        return ConcaveHull.concaveHullByLengthRatio(shape, values.number("ratio"), values.flag("holes"));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return ofEach.parameters();
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        if (!"all".equals(values.text("around"))) {
            return ofEach.run(inputs, values, progress);
        }
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        List<Geometry> shapes = new ArrayList<>();
        for (Geometry shape : rows.geometries()) {
            if (shape != null) {
                shapes.add(shape);
            }
        }
        OutputRows output = new OutputRows(ID, Geometry.class, rows.crs());
        output.attribute("count", Long.class);
        progress.check();
        if (!shapes.isEmpty()) {
            Geometry all = new GeometryFactory().createGeometryCollection(shapes.toArray(Geometry[]::new));
            output.add(hull(all, values), (long) shapes.size());
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }
}
