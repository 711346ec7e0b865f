package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.zonal.CoverageFraction;

/** Burns features into a raster: a field's value, or one for all, in the cells that the named rule gives them. */
final class Rasterize implements Operation {
    private static final String OWNER = "analysis.rasterize";

    @Override
    public String id() {
        return "rasterize";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null));
        all.addAll(TargetLattice.parameters(OWNER));
        all.addAll(TargetLattice.frameParameters(OWNER));
        all.add(Parameter.of(OWNER, "field", Parameter.Type.FIELD, null).asOptional());
        all.add(Parameter.number(OWNER, "value", "", 1, -1e30, 1e30));
        all.add(Parameter.choice(OWNER, "rule", "centre", "centre", "all-touched", "coverage"));
        all.add(Parameter.choice(OWNER, "combine", "last", "last", "first", "max", "min", "sum"));
        all.add(Parameter.of(OWNER, "background", Parameter.Type.NUMBER, null).asOptional());
        all.add(Parameter.of(OWNER, "none", Parameter.Type.NUMBER, null).asOptional());
        return all;
    }

    @Override
    public Set<String> lattices() {
        return Set.of("like");
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("field");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = inputs.rows(
                "features", values.has("field") ? List.of(values.text("field")) : List.of(), progress.part(0, 0.4));
        if (inputs.has("like")) {
            rows = rows.in(inputs.lattice("like").crs(), progress);
        }
        GridGeometry lattice = TargetLattice.framed(inputs, values, rows);
        double[] burnt = new double[rows.size()];
        Arrays.fill(burnt, values.number("value"));
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (values.has("field")) {
            rows.attribute(values.text("field"));
            burnt = rows.numbers(values.text("field"));
            long gaps = Arrays.stream(burnt).filter(Double::isNaN).count();
            if (gaps > 0) {
                notes.add(Message.of("analysis.note-null-values", values.text("field"), gaps));
            }
        }
        notes.add(Message.of("analysis.rule-" + values.text("rule")));
        float background = values.has("background") ? (float) values.number("background") : Float.NaN;
        Grid grid = "coverage".equals(values.text("rule"))
                ? shares(lattice, rows, burnt, progress.part(0.4, 1))
                : burn(lattice, rows, burnt, values, background, progress.part(0.4, 1));
        if (values.has("none")) {
            float none = (float) values.number("none");
            for (int cell = 0; cell < grid.cells().length; cell++) {
                grid.cells()[cell] = grid.cells()[cell] == none ? Float.NaN : grid.cells()[cell];
            }
        }
        return new Output.Raster(grid, notes);
    }

    private static Grid burn(
            GridGeometry lattice,
            LayerRows rows,
            double[] burnt,
            ParameterValues values,
            float background,
            Progress progress) {
        Rasterizer.Rule rule =
                "centre".equals(values.text("rule")) ? Rasterizer.Rule.CENTRE : Rasterizer.Rule.ALL_TOUCHED;
        Rasterizer.Combine combine =
                Rasterizer.Combine.valueOf(values.text("combine").toUpperCase(Locale.ROOT));
        Rasterizer rasterizer = new Rasterizer(lattice, rule, combine, background, progress);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                rasterizer.add(rows.geometry(row), burnt[row]);
            }
        }
        return rasterizer.finish();
    }

    private static Grid shares(GridGeometry lattice, LayerRows rows, double[] burnt, Progress progress) {
        List<Geometry> shapes =
                Arrays.stream(rows.geometries()).filter(Objects::nonNull).toList();
        double[] ofShapes = new double[shapes.size()];
        int next = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                ofShapes[next++] = Double.isNaN(burnt[row]) ? 0 : burnt[row];
            }
        }
        return CoverageFraction.of(lattice, shapes, ofShapes, progress);
    }
}
