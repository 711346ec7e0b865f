package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
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
import riskmap.geo.Measures;
import riskmap.geo.Parallel;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;

/**
 * The features with the area and the share of each that the areas of up to ten other layers cover, each layer for itself;
 * where areas of a layer overlap, what they cover together counts once. Areas are planar, on the ellipsoid (in m²) where the
 * layer is in degrees or as asked for. The fields are called as in QGIS: the layer's name, {@code _area} and {@code _pc}.
 */
public final class OverlapAnalysis implements Operation {
    private static final String OWNER = "analysis.overlap-analysis";

    @Override
    public String id() {
        return "overlap-analysis";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null));
        all.add(Parameter.of(OWNER, "areas", Parameter.Type.FEATURES, null));
        all.addAll(FurtherLayers.optional(OWNER, 0));
        all.add(Parameter.choice(OWNER, "measure", "usual", "usual", "planar", "ellipsoidal"));
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2))
                .valid(progress.part(0.2, 0.25));
        rows.mustBeAreas();
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("overlap", type == null ? Geometry.class : type, rows.crs());
        int[] taken = output.take(rows.type());
        ToDoubleFunction<Geometry> area = area(values.text("measure"), rows.crs());
        List<Message> notes = new ArrayList<>(rows.notesOfOverlay("features"));
        List<String> names = FurtherLayers.with("areas", inputs);
        List<Cover> covers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Progress part = progress.part(0.25 + 0.7 * i / names.size(), 0.25 + 0.7 * (i + 1) / names.size());
            LayerRows areas = LayerRows.near(inputs.features(names.get(i)), rows, part.part(0, 0.15))
                    .valid(part.part(0.15, 0.2));
            areas.mustBeAreas();
            covers.add(Cover.of(rows, areas, area, part.part(0.2, 1)));
            String layer = areas.type().getTypeName();
            output.attribute(layer + "_areas", Long.class);
            output.attribute(layer + "_area", Double.class);
            output.attribute(layer + "_pc", Double.class);
            notes.addAll(areas.notesOfOverlay(names.get(i)));
        }
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            double whole = shape == null ? 0 : area.applyAsDouble(shape);
            List<Object> numbers = new ArrayList<>();
            for (Cover cover : covers) {
                numbers.add(shape == null ? null : cover.counts()[row]);
                numbers.add(shape == null ? null : cover.covered()[row]);
                // what has no area, such as a line, has no share of it
                numbers.add(whole > 0 ? 100 * cover.covered()[row] / whole : null);
            }
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken), numbers.toArray()));
        }
        return new Output.Features(output.features(), notes);
    }

    /** The area of a shape: planar, or on the ellipsoid. */
    private static ToDoubleFunction<Geometry> area(String measure, CoordinateReferenceSystem crs) {
        boolean onEllipsoid =
                crs != null && (measure.equals("ellipsoidal") || measure.equals("usual") && !Crs.isInGroundMetres(crs));
        return onEllipsoid ? Measures.on(crs)::area : Geometry::getArea;
    }

    /** How many areas meet each feature, and how much of it they cover. */
    private record Cover(Long[] counts, Double[] covered) {
        static Cover of(LayerRows rows, LayerRows areas, ToDoubleFunction<Geometry> area, Progress progress) {
            Related related = new Related(areas);
            Long[] counts = new Long[rows.size()];
            Double[] covered = new Double[rows.size()];
            Parallel.items(rows.size(), 16, progress, (from, to) -> {
                for (int row = from; row < to; row++) {
                    Geometry shape = rows.geometry(row);
                    List<Geometry> parts = shape == null ? List.of() : parts(shape, areas, related);
                    counts[row] = (long) parts.size();
                    covered[row] = parts.isEmpty()
                            ? 0.0
                            : area.applyAsDouble(parts.size() == 1 ? parts.get(0) : Coverage.union(parts, progress));
                }
            });
            return new Cover(counts, covered);
        }

        private static List<Geometry> parts(Geometry shape, LayerRows areas, Related related) {
            List<Geometry> parts = new ArrayList<>();
            for (int area : related.to(shape, Predicate.INTERSECTS)) {
                Geometry part = Overlay.intersection(shape, areas.geometry(area));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            return parts;
        }
    }
}
