package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
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
import riskmap.geo.GroundSize;
import riskmap.geo.check.Gaps;
import riskmap.geo.overlay.Overlay;

/**
 * Gaps between areas, from a least to a largest size on the ground, become part of the neighbour that has the longest
 * boundary with them; of equal ones the first. Larger gaps are meant (a lake) and stay.
 */
public final class FillGaps implements Operation {
    private static final String OWNER = "analysis.fill-gaps";

    @Override
    public String id() {
        return "fill-gaps";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "least", "m²", 0, 0, 1e12),
                Parameter.number(OWNER, "largest", "m²", 100, 0, 1e12));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        if (values.number("least") > values.number("largest")) {
            throw RiskMapException.of("analysis.gap-sizes", values.text("least"), values.text("largest"));
        }
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        rows.mustBeAreas();
        rows = rows.valid(progress.part(0.2, 0.4));
        Geometry[] shapes = rows.geometries().clone();
        GroundSize ground = GroundSize.in(rows.crs());
        List<Gaps.Gap> gaps = gaps(shapes, ground, values, progress.part(0.4, 0.8));
        double filled = 0;
        for (Gaps.Gap gap : gaps) {
            progress.check();
            int neighbour = longest(gap, shapes);
            shapes[neighbour] = withGap(shapes[neighbour], gap.area());
            filled += ground.area(gap.area());
        }
        OutputRows output =
                new OutputRows("filled", rows.dimension() == 2 ? MultiPolygon.class : Geometry.class, rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = shapes[row] == null ? null : OutputRows.asMulti(shapes[row]);
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-gaps-filled", gaps.size(), filled));
        return new Output.Features(output.features(), notes);
    }

    /** The gaps whose size on the ground is meant. */
    private static List<Gaps.Gap> gaps(
            Geometry[] shapes, GroundSize ground, ParameterValues values, Progress progress) {
        double least = values.number("least");
        double largest = values.number("largest");
        if (!ground.isOnEllipsoid()) {
            return Gaps.find(shapes, least, largest, progress);
        }
        return Gaps.find(shapes, 0, Double.POSITIVE_INFINITY, progress).stream()
                .filter(gap -> ground.area(gap.area()) >= least && ground.area(gap.area()) <= largest)
                .toList();
    }

    /** A shape whose areas have grown by a gap; its lines and points beside them stay. */
    private static Geometry withGap(Geometry shape, Geometry gap) {
        if (!Overlay.hasPartsBelow(2, shape)) {
            return Overlay.union(shape, gap);
        }
        List<Geometry> parts = new ArrayList<>();
        Geometry areas = Overlay.union(Overlay.ofDimension(shape, 2), gap);
        for (Geometry of : List.of(areas, Overlay.ofDimension(shape, 1), Overlay.ofDimension(shape, 0))) {
            for (int part = 0; part < of.getNumGeometries(); part++) {
                if (!of.getGeometryN(part).isEmpty()) {
                    parts.add(of.getGeometryN(part));
                }
            }
        }
        return shape.getFactory().createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private static int longest(Gaps.Gap gap, Geometry[] shapes) {
        int best = gap.beside().get(0);
        double length = -1;
        for (int row : gap.beside()) {
            Geometry outline = Overlay.ofDimension(shapes[row], 2).getBoundary();
            double common =
                    Overlay.intersection(gap.area().getBoundary(), outline).getLength();
            if (common > length) {
                length = common;
                best = row;
            }
        }
        return best;
    }
}
