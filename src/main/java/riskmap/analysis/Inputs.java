package riskmap.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.geotools.api.data.SimpleFeatureSource;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.Grid;

/** The layers a tool or a model works on, by the name of the parameter (or the layer kind) they stand for. */
public final class Inputs {
    private final Map<String, LayerData> layers;

    public Inputs(Map<String, LayerData> layers) {
        this.layers = new LinkedHashMap<>(layers);
    }

    public boolean has(String name) {
        return layers.containsKey(name);
    }

    /** The features given under this name; says so when there are none or it is a raster. */
    public SimpleFeatureSource features(String name) {
        if (layers.get(name) instanceof LayerData.Features features) {
            return features.source();
        }
        throw RiskMapException.of(
                layers.containsKey(name) ? "analysis.input-not-features" : "analysis.input-missing", name);
    }

    /** The raster given under this name; says so when there is none or it is a feature layer. */
    public Grid grid(String name) {
        if (layers.get(name) instanceof LayerData.Raster raster) {
            return raster.grid();
        }
        throw RiskMapException.of(
                layers.containsKey(name) ? "analysis.input-not-raster" : "analysis.input-missing", name);
    }
}
