package riskmap.app.check;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.edit.check.SurveyData;
import riskmap.geo.crs.Crs;

/** The layers of an open project, for one check: which there are and of which kind is asked once, their rows each time. */
public final class ProjectLayers implements SurveyData {
    private final Workspace workspace;
    private final List<String> layers;
    private final CoordinateReferenceSystem crs;
    private final Map<String, Optional<LayerKind>> kinds = new ConcurrentHashMap<>();

    public ProjectLayers(Workspace workspace) {
        this.workspace = workspace;
        this.layers = workspace.layers();
        this.crs = Crs.of(workspace.map().crs());
    }

    @Override
    public List<String> layers() {
        return layers;
    }

    /** The layers that rules are kept for. */
    List<String> checked() {
        return layers.stream()
                .filter(layer ->
                        kind(layer).filter(kind -> !kind.rules().isEmpty()).isPresent())
                .toList();
    }

    @Override
    public Optional<LayerKind> kind(String layer) {
        return kinds.computeIfAbsent(layer, workspace::kind);
    }

    @Override
    public SimpleFeatureSource features(String layer) {
        try {
            return workspace.store().dataStore().getFeatureSource(layer);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", layer, e.getMessage()), e);
        }
    }

    @Override
    public CoordinateReferenceSystem crs() {
        return crs;
    }
}
