package riskmap.app.check;

import java.util.List;
import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.app.Workspace;
import riskmap.data.LayerKind;
import riskmap.edit.check.SurveyData;
import riskmap.geo.Crs;

/** The layers of an open project, for the checks. */
public record ProjectLayers(Workspace workspace) implements SurveyData {
    @Override
    public List<String> layers() {
        return workspace.layers();
    }

    @Override
    public Optional<LayerKind> kind(String layer) {
        return workspace.kind(layer);
    }

    @Override
    public SimpleFeatureSource features(String layer) {
        return workspace.features(layer);
    }

    @Override
    public CoordinateReferenceSystem crs() {
        return Crs.of(workspace.map().crs());
    }
}
