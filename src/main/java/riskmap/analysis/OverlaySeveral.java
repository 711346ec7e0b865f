package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.data.DataUtilities;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/**
 * The overlay of a layer with several others, one after the other: what all have in common, the pieces of all, or what is
 * left of the first without the others. Fields of all layers, in their order; names that meet twice get a number.
 */
final class OverlaySeveral implements Operation {
    private static final String OWNER = "analysis.overlay-several";
    /** More would be more pieces than anybody looks at: layers that overlap themselves multiply them. */
    private static final List<String> LAYERS = List.of("areas", "second", "third", "fourth");

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
            pair.put("areas", new LayerData.Features(inputs.features(layers.get(i))));
            Progress part = progress.part((double) i / layers.size(), (i + 1.0) / layers.size());
            made = (Output.Features) step.run(new Inputs(pair), given, part);
            made.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
            features = new LayerData.Features(DataUtilities.source(made.features()));
        }
        return new Output.Features(made.features(), notes);
    }
}
