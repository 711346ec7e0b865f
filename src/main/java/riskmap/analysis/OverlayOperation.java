package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
                Parameter.of(owner, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(owner, "amounts", Parameter.Type.FIELDS, null).asOptional()));
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
    public Set<String> numberParameters() {
        return Set.of("amounts");
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
            areas.mustBeLike(features);
        }
        boolean parts = values.flag("single-parts");
        var binding = features.type().getGeometryDescriptor().getType().getBinding();
        OutputRows output = new OutputRows(id(), parts ? Geometry.class : OutputRows.multi(binding), features.crs());
        SplitAmounts split = new SplitAmounts(features, values.names("amounts"));
        int[] ofFeature = output.take(features, values.names("fields"), null, split.names());
        int[] ofArea = kind == Kind.DIFFERENCE
                ? new int[0]
                : output.take(areas, values.names("area-fields"), values.text("prefix"));
        OverlayPieces pieces = new OverlayPieces(features, areas);
        List<OverlayPieces.Piece> rows = new ArrayList<>();
        if (kind != Kind.DIFFERENCE && kind != Kind.SYMMETRICAL_DIFFERENCE) {
            pieces.common(progress.part(0.3, 0.7))
                    .forEach(piece -> add(rows, piece.feature(), piece.area(), piece.shape(), parts));
        }
        if (kind != Kind.INTERSECTION) {
            rest(
                    pieces.outside(progress.part(0.7, 0.85)),
                    features,
                    (row, shape) -> add(rows, row, OverlayPieces.NONE, shape, parts));
        }
        if (both) {
            rest(
                    new OverlayPieces(areas, features).outside(progress.part(0.85, 1)),
                    areas,
                    (row, shape) -> add(rows, OverlayPieces.NONE, row, shape, parts));
        }
        List<Message> notes = new ArrayList<>(features.notesOfOverlay("features"));
        notes.addAll(areas.notesOfOverlay("areas"));
        Object[] none = new Object[ofFeature.length];
        return new Output.Features(
                output.features(rows.size(), at -> {
                    OverlayPieces.Piece piece = rows.get(at);
                    Geometry shape = parts ? piece.shape() : OutputRows.asMulti(piece.shape());
                    return OutputRows.join(
                            shape,
                            piece.feature() < 0 ? none : split.values(piece.feature(), ofFeature, shape),
                            OutputRows.values(areas, piece.area(), ofArea));
                }),
                notes);
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

    /** Takes a row and a shape of what is left of it, null where the row has none. */
    private interface Rest {
        void add(int row, Geometry shape);
    }

    private static void rest(Geometry[] left, LayerRows rows, Rest output) {
        for (int row = 0; row < left.length; row++) {
            if (left[row] != null || rows.geometry(row) == null) {
                output.add(row, left[row]);
            }
        }
    }

    /** Adds a piece of the result, its parts in rows of their own where they are to be apart. */
    private static void add(List<OverlayPieces.Piece> rows, int feature, int area, Geometry shape, boolean apart) {
        if (!apart || shape == null) {
            rows.add(new OverlayPieces.Piece(feature, area, shape));
            return;
        }
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            rows.add(new OverlayPieces.Piece(feature, area, shape.getGeometryN(part)));
        }
    }
}
