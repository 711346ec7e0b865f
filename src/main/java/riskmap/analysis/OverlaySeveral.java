package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/**
 * The overlay of a layer with several others, one after the other: what all have in common, the pieces of all, or what is
 * left of the first without the others. Fields of all layers, in their order; names that meet twice get a number.
 *
 * <p>Where layers overlap themselves, a place has a piece for each combination of one area of every layer: of ten layers of
 * three areas one upon another 3¹⁰. What would be more than a desktop holds is refused before it is computed.
 */
final class OverlaySeveral implements Operation {
    private static final String OWNER = "analysis.overlay-several";
    private static final List<String> LAYERS =
            List.of("areas", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    /** Pieces that one more layer may be met by, about the memory of a desktop; fewer than these are never counted. */
    private static final long MOST_PAIRS = 3_000_000;

    private static final int SAMPLES = 2000;

    @Override
    public String id() {
        return "overlay-several";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null));
        for (String layer : LAYERS) {
            Parameter input = Parameter.of(OWNER, layer, Parameter.Type.FEATURES, null);
            all.add(layer.equals(LAYERS.get(0)) ? input : input.asOptional());
        }
        all.add(Parameter.choice(OWNER, "keep", "common", "common", "all", "rest"));
        all.add(Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        OverlayOperation step = new OverlayOperation(
                switch (values.text("keep")) {
                    case "common" -> OverlayOperation.Kind.INTERSECTION;
                    case "all" -> OverlayOperation.Kind.UNION;
                    default -> OverlayOperation.Kind.DIFFERENCE;
                });
        boolean prefixed = values.has("prefix") && !values.text("keep").equals("rest");
        ParameterValues given =
                ParameterValues.of(step.parameters(), prefixed ? Map.of("prefix", values.text("prefix")) : Map.of());
        List<String> layers = LAYERS.stream().filter(inputs::has).toList();
        LayerData features = new LayerData.Features(inputs.features("features"));
        List<Message> notes = new ArrayList<>();
        Output.Features made = null;
        for (int i = 0; i < layers.size(); i++) {
            Map<String, LayerData> pair = new LinkedHashMap<>();
            pair.put("features", features);
            SimpleFeatureSource areas = inputs.features(layers.get(i));
            pair.put("areas", new LayerData.Features(areas));
            if (made != null && !values.text("keep").equals("rest")) {
                mustBeFew(made.features(), areas, i, progress);
            }
            Progress part = progress.part((double) i / layers.size(), (i + 1.0) / layers.size());
            made = (Output.Features) step.run(new Inputs(pair), given, part);
            made.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
            features = new LayerData.Features(DataUtilities.source(made.features()));
        }
        return new Output.Features(made.features(), notes);
    }

    /**
     * Refuses to overlay pieces with one more layer where they would be too many: told by the boxes of some of them.
     *
     * @param before number of layers these are pieces of, without the first
     */
    private static void mustBeFew(
            SimpleFeatureCollection pieces, SimpleFeatureSource layer, int before, Progress progress) {
        int count = pieces.size();
        if (count < SAMPLES) {
            return;
        }
        LayerRows areas = LayerRows.read(layer, Progress.silent())
                .in(pieces.getSchema().getCoordinateReferenceSystem(), progress);
        HPRtree boxes = new HPRtree();
        for (int row = 0; row < areas.size(); row++) {
            if (areas.geometry(row) != null) {
                boxes.insert(areas.geometry(row).getEnvelopeInternal(), row);
            }
        }
        boxes.build();
        long[] met = {0};
        int asked = 0;
        int step = count / SAMPLES;
        try (SimpleFeatureIterator rows = pieces.features()) {
            for (int row = 0; rows.hasNext(); row++) {
                Geometry shape = (Geometry) rows.next().getDefaultGeometry();
                if (row % step == 0) {
                    asked++;
                    if (shape != null) {
                        boxes.query(shape.getEnvelopeInternal(), (ItemVisitor) area -> met[0]++);
                    }
                }
            }
        }
        long pairs = Math.round((double) met[0] / asked * count);
        if (pairs > MOST_PAIRS && pairs > 3L * (count + areas.size())) {
            throw RiskMapException.of(
                    "analysis.overlay-several-too-many",
                    before + 1,
                    count,
                    areas.type().getTypeName(),
                    pairs);
        }
    }
}
