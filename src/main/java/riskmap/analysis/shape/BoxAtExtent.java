package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.GivenExtent;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** A layer of one area: the box between four coordinates, such as the sheet of a map or the frame of a study. */
public final class BoxAtExtent implements Operation {
    private static final String OWNER = "analysis.box-at-extent";

    @Override
    public String id() {
        return "box-at-extent";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(GivenExtent.required(OWNER));
        all.add(Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional());
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        CoordinateReferenceSystem crs = GivenExtent.crs(values);
        OutputRows output = new OutputRows("extent", Polygon.class, crs);
        output.attribute("id", Long.class);
        output.add(GivenExtent.box(values, crs), 1L);
        return new Output.Features(output.features(), List.of());
    }
}
