package riskmap.app;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.map.MapLayer;
import riskmap.risk.RiskModel;

/** The layers, tables and the elevation of a project that a model reads: by name, else by catalogue kind. */
final class ModelInputs {
    private static final String DEM = "dem";

    private ModelInputs() {}

    /** The layers of the project a model reads; says which is missing. */
    static Inputs of(Workspace project, RiskModel model, Progress progress) {
        Map<String, LayerData> layers = new LinkedHashMap<>();
        List<String> present = project.layers();
        for (RiskModel.LayerNeed need : model.needs()) {
            String kind = need.kind();
            if (kind.equals(DEM)) {
                dem(project).ifPresent(path -> layers.put(kind, project.data(path, progress)));
            } else {
                present.stream()
                        .filter(layer -> layer.equals(kind))
                        .findFirst()
                        .or(() -> present.stream()
                                .filter(layer -> isKind(project, layer, kind))
                                .findFirst())
                        .ifPresent(layer -> layers.put(kind, new LayerData.Features(project.features(layer))));
            }
            if (need.required() && !layers.containsKey(kind)) {
                throw RiskMapException.of(
                        "app.model-needs-layer",
                        model.title(),
                        kind,
                        project.file().getFileName());
            }
        }
        return new Inputs(layers);
    }

    private static boolean isKind(Workspace project, String layer, String kind) {
        return project.kind(layer).filter(found -> found.key().equals(kind)).isPresent();
    }

    /** The elevation: the raster of that id in the map, or dem.tif beside the project. */
    private static Optional<String> dem(Workspace project) {
        Optional<String> inMap = project.map().layers().stream()
                .filter(layer -> layer.id().equals(DEM) && !layer.source().startsWith("#"))
                .map(MapLayer::source)
                .findFirst();
        return inMap.or(() -> Optional.of("dem.tif"))
                .filter(path -> Files.isRegularFile(project.folder().resolve(path)));
    }
}
