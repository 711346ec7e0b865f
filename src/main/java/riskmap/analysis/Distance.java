package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;

/** The distance in metres from each cell's centre to the nearest cell that holds a feature, exact between centres. */
final class Distance implements Operation {
    private static final String OWNER = "analysis.distance";

    @Override
    public String id() {
        return "distance";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null));
        all.addAll(TargetLattice.parameters(OWNER));
        all.add(Parameter.choice(OWNER, "rule", "centre", "centre", "all-touched"));
        return all;
    }

    @Override
    public Set<String> lattices() {
        return Set.of("like");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = inputs.rows("features", List.of(), progress.part(0, 0.4));
        if (inputs.has("like")) {
            rows = rows.in(inputs.lattice("like").crs(), progress);
        }
        GridGeometry lattice = TargetLattice.of(inputs, values, rows);
        MetresNeeded.require(lattice, inputs.has("like"));
        List<Geometry> shapes =
                Arrays.stream(rows.geometries()).filter(Objects::nonNull).toList();
        Rasterizer.Rule rule =
                "centre".equals(values.text("rule")) ? Rasterizer.Rule.CENTRE : Rasterizer.Rule.ALL_TOUCHED;
        Grid sources = Rasterizer.mask(lattice, shapes, rule, progress.part(0.4, 0.6));
        return new Output.Raster(
                DistanceTransform.distanceInPlace(sources, progress.part(0.6, 1)), rows.notes("features"));
    }
}
