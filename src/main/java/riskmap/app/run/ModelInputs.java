package riskmap.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.data.DataUtilities;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import riskmap.analysis.Inputs;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.LayerData;
import riskmap.map.MapLayer;
import riskmap.risk.InputChecks;
import riskmap.risk.LeftOut;
import riskmap.risk.RiskModel;

/** The layers, tables and rasters of a project that a model reads: by name, else by catalogue kind. */
final class ModelInputs {
    private ModelInputs() {}

    /** The layers of the project a model reads with these values; says which is missing. */
    static Inputs of(Workspace project, RiskModel model, ParameterValues values, Progress progress) {
        Map<String, LayerData> layers = new LinkedHashMap<>();
        Set<String> left = LeftOut.of(model, values);
        for (RiskModel.LayerNeed need : model.needs(values)) {
            String name = need.kind();
            if (left.contains(name)) {
                continue;
            }
            find(project, name, progress).ifPresent(data -> layers.put(name, data));
            if (need.required() && !layers.containsKey(name)) {
                throw RiskMapException.of(
                        needed(name),
                        model.title(),
                        called(name),
                        project.file().getFileName());
            }
        }
        return new Inputs(layers);
    }

    /** What is said of a required layer that is not there: how it comes in differs. */
    private static String needed(String name) {
        if (name.equals("dem")) {
            return "app.model-needs-elevation";
        }
        boolean isResult = Catalogue.standard()
                .find(name)
                .map(kind -> kind.family().equals("result"))
                .orElse(false);
        return isResult ? "app.model-needs-result" : "app.model-needs-layer";
    }

    /** Inputs with what else the project knows of the height of the ground, for looking whether an elevation can be right. */
    static Inputs withWitnesses(
            Workspace project, RiskModel model, Inputs inputs, ParameterValues values, Progress progress) {
        Inputs more = inputs;
        if (inputs.has("dem")) {
            Set<String> left = LeftOut.of(model, values);
            for (String kind : InputChecks.HEIGHT_WITNESSES) {
                Optional<LayerData> found =
                        inputs.has(kind) || left.contains(kind) ? Optional.empty() : find(project, kind, progress);
                if (found.isPresent() && found.get() instanceof LayerData.Features) {
                    more = more.with(kind, found.get());
                }
            }
        }
        return more;
    }

    /** A layer by its name or kind, the elevation, a raster of the map or beside the project, or what a run left. */
    private static Optional<LayerData> find(Workspace project, String name, Progress progress) {
        List<String> present = project.layers();
        Optional<String> layer = present.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> present.stream()
                        .filter(each -> isKind(project, each, name))
                        .findFirst());
        if (layer.isPresent()) {
            return layer.map(each -> new LayerData.Features(project.features(each)));
        }
        return raster(project, name).map(path -> project.data(path, progress)).or(() -> RiskRuns.find(project, name)
                .flatMap(run -> ofRun(project, run)));
    }

    /** The rows a run left in its main layer. */
    private static Optional<LayerData> ofRun(Workspace project, RunRecord run) {
        String runId = run.provenance().runId();
        return run.zones().stream()
                .filter(project.layers()::contains)
                .findFirst()
                .map(layer -> {
                    try {
                        return new LayerData.Features(DataUtilities.source(
                                project.features(layer).getFeatures(ECQL.toFilter("run_id = '" + runId + "'"))));
                    } catch (CQLException | IOException e) {
                        throw new RiskMapException(Message.of("app.layer-unreadable", layer, e.getMessage()), e);
                    }
                });
    }

    private static boolean isKind(Workspace project, String layer, String kind) {
        return project.kind(layer).filter(found -> found.key().equals(kind)).isPresent();
    }

    /** A raster of that id in the map, or the file of that name beside the project. */
    private static Optional<String> raster(Workspace project, String name) {
        Optional<String> inMap = project.map().layers().stream()
                .filter(layer -> layer.id().equals(name) && !layer.source().startsWith("#"))
                .map(MapLayer::source)
                .findFirst();
        return inMap.or(() -> Optional.of(name.endsWith(".tif") ? name : name + ".tif"))
                .filter(path -> Files.isRegularFile(project.folder().resolve(path)));
    }

    /** A layer by its title and the name by which a command and an import know it. */
    private static Object called(String name) {
        Object title = InputChecks.called(name);
        return title.equals(name) ? name : Message.of("app.layer-called", title, name);
    }
}
