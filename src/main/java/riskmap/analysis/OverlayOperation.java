package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * The overlay of two layers. What both have carries the attributes of both; what one has alone carries its own and no
 * values of the other. A row without a geometry meets nothing: it is part of the rest.
 *
 * <ul>
 *   <li>intersection: what features and areas have in common, a piece for each pair;
 *   <li>identity: that, and the rest of the features;
 *   <li>union: that, the rest of the features and the rest of the areas (both layers hold areas);
 *   <li>difference: the rest of the features only;
 *   <li>symmetrical difference: the rest of the features and the rest of the areas (both layers hold areas).
 * </ul>
 */
final class OverlayOperation implements Operation {
    /** Which pieces stay. */
    enum Kind {
        INTERSECTION,
        IDENTITY,
        UNION,
        DIFFERENCE,
        SYMMETRICAL_DIFFERENCE
    }

    private final Kind kind;
    private final String owner;

    OverlayOperation(Kind kind) {
        this.kind = kind;
        this.owner = "analysis." + id();
    }

    @Override
    public String id() {
        return switch (kind) {
            case INTERSECTION -> "intersection";
            case IDENTITY -> "identity";
            case UNION -> "union";
            case DIFFERENCE -> "difference";
            case SYMMETRICAL_DIFFERENCE -> "symmetrical-difference";
        };
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameter.of(owner, "features", Parameter.Type.FEATURES, null),
                Parameter.of(owner, "areas", Parameter.Type.FEATURES, null),
                Parameter.of(owner, "single-parts", Parameter.Type.BOOLEAN, "false"),
                Parameter.of(owner, "fields", Parameter.Type.FIELDS, null).asOptional()));
        if (kind != Kind.DIFFERENCE) {
            all.add(Parameter.of(owner, "area-fields", Parameter.Type.FIELDS, null)
                    .asOptional());
            all.add(Parameter.of(owner, "prefix", Parameter.Type.TEXT, null).asOptional());
        }
        return all;
    }

    /** Whether pieces of both layers are made. */
    private boolean both() {
        return kind == Kind.UNION || kind == Kind.SYMMETRICAL_DIFFERENCE;
    }

    @Override
    public FittingShapes shapes(String input) {
        return both() || input.equals("areas") ? FittingShapes.AREAS : FittingShapes.ANY;
    }

    @Override
    public String inputOfFields(String parameter) {
        return parameter.equals("area-fields") ? "areas" : "features";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        boolean both = both();
        Pair pair = read(inputs.features("features"), inputs.features("areas"), both, progress);
        LayerRows features = pair.features();
        LayerRows areas = pair.areas();
        if (both) {
            features.mustBeAreas();
        }
        areas.mustBeAreas();
        boolean parts = values.flag("single-parts");
        var binding = features.type().getGeometryDescriptor().getType().getBinding();
        OutputRows output = new OutputRows(id(), parts ? Geometry.class : OutputRows.multi(binding), features.crs());
        int[] ofFeature = output.take(features, values.names("fields"), null);
        int[] ofArea = kind == Kind.DIFFERENCE
                ? new int[0]
                : output.take(areas, values.names("area-fields"), values.text("prefix"));
        OverlayPieces pieces = new OverlayPieces(features, areas);
        if (kind != Kind.DIFFERENCE && kind != Kind.SYMMETRICAL_DIFFERENCE) {
            for (OverlayPieces.Piece piece : pieces.common(progress.part(0.3, 0.7))) {
                add(
                        output,
                        piece.shape(),
                        parts,
                        OutputRows.values(features, piece.feature(), ofFeature),
                        OutputRows.values(areas, piece.area(), ofArea));
            }
        }
        if (kind != Kind.INTERSECTION) {
            rest(
                    output,
                    pieces.outside(progress.part(0.7, 0.85)),
                    parts,
                    features,
                    ofFeature,
                    new Object[ofArea.length],
                    true);
        }
        if (both) {
            Geometry[] rest = new OverlayPieces(areas, features).outside(progress.part(0.85, 1));
            rest(output, rest, parts, areas, ofArea, new Object[ofFeature.length], false);
        }
        List<Message> notes = new ArrayList<>(features.notesOfOverlay("features"));
        notes.addAll(areas.notesOfOverlay("areas"));
        return new Output.Features(output.features(), notes);
    }

    private record Pair(LayerRows features, LayerRows areas) {}

    /** What comes into the result of either layer, valid, in the CRS of the features: of what lies apart nothing does. */
    private Pair read(
            SimpleFeatureSource featureSource, SimpleFeatureSource areaSource, boolean both, Progress progress) {
        if (kind == Kind.INTERSECTION) {
            var crs = featureSource.getSchema().getCoordinateReferenceSystem();
            LayerRows areas = LayerRows.read(areaSource, progress.part(0, 0.1))
                    .in(crs, progress)
                    .valid(progress.part(0.1, 0.15));
            return new Pair(
                    LayerRows.meeting(featureSource, areas.extent(), progress.part(0.15, 0.25))
                            .valid(progress.part(0.25, 0.3)),
                    areas);
        }
        LayerRows features =
                LayerRows.read(featureSource, progress.part(0, 0.1)).valid(progress.part(0.1, 0.15));
        LayerRows areas = both
                ? LayerRows.read(areaSource, progress.part(0.15, 0.25)).in(features.crs(), progress)
                : LayerRows.near(areaSource, features, progress.part(0.15, 0.25));
        return new Pair(features, areas.valid(progress.part(0.25, 0.3)));
    }

    private static void rest(
            OutputRows output,
            Geometry[] shapes,
            boolean parts,
            LayerRows rows,
            int[] attributes,
            Object[] others,
            boolean first) {
        for (int row = 0; row < shapes.length; row++) {
            if (shapes[row] != null || rows.geometry(row) == null) {
                Object[] own = OutputRows.values(rows, row, attributes);
                add(output, shapes[row], parts, first ? own : others, first ? others : own);
            }
        }
    }

    private static void add(OutputRows output, Geometry shape, boolean parts, Object[] first, Object[] second) {
        if (!parts || shape == null) {
            output.add(OutputRows.join(shape == null ? null : OutputRows.asMulti(shape), first, second));
            return;
        }
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            output.add(OutputRows.join(shape.getGeometryN(i), first, second));
        }
    }
}
