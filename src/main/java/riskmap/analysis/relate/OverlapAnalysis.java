package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
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
import riskmap.geo.Coverage;
import riskmap.geo.Overlay;
import riskmap.geo.Parallel;

/**
 * The features with the area and the share of each that the areas of another layer cover; where those overlap, what they
 * cover together counts once.
 */
public final class OverlapAnalysis implements Operation {
    private static final String OWNER = "analysis.overlap-analysis";

    @Override
    public String id() {
        return "overlap-analysis";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "areas", Parameter.Type.FEATURES, null));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2))
                .valid(progress.part(0.2, 0.25));
        LayerRows areas = LayerRows.near(inputs.features("areas"), rows, progress.part(0.25, 0.35))
                .valid(progress.part(0.35, 0.4));
        rows.mustBeAreas();
        areas.mustBeAreas();
        Related related = new Related(areas);
        double[] covered = new double[rows.size()];
        long[] counts = new long[rows.size()];
        Parallel.items(rows.size(), 16, progress.part(0.4, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                if (shape != null) {
                    List<Geometry> parts = new ArrayList<>();
                    for (int area : related.to(shape, Predicate.INTERSECTS)) {
                        Geometry part = Overlay.intersection(shape, areas.geometry(area));
                        if (!part.isEmpty()) {
                            parts.add(part);
                        }
                    }
                    counts[row] = parts.size();
                    covered[row] = parts.isEmpty()
                            ? 0
                            : parts.size() == 1
                                    ? parts.get(0).getArea()
                                    : Coverage.union(parts, progress).getArea();
                }
            }
        });
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("overlap", type == null ? Geometry.class : type, rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute("areas", Long.class);
        output.attribute("covered_area", Double.class);
        output.attribute("covered_percent", Double.class);
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            Double percent = shape == null ? null : Double.valueOf(100 * covered[row] / shape.getArea());
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken), new Object[] {
                shape == null ? null : Long.valueOf(counts[row]),
                shape == null ? null : Double.valueOf(covered[row]),
                percent
            }));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.addAll(areas.notes("areas"));
        return new Output.Features(output.features(), notes);
    }
}
