package riskmap.analysis;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.geotools.api.data.SimpleFeatureSource;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.Grid;

/** The layers a tool or a model works on, by the name of the parameter (or the layer kind) they stand for. */
public final class Inputs {
    private final Map<String, LayerData> layers;
    private final Map<String, LayerRows> rows = new HashMap<>();

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

    /** The rows of the features given under this name, read when first asked for. */
    public synchronized LayerRows rows(String name, Progress progress) {
        LayerRows known = rows.get(name);
        if (known == null) {
            known = LayerRows.read(features(name), progress);
            rows.put(name, known);
        }
        return known;
    }

    /** The names under which layers were given, in the order given. */
    public Set<String> names() {
        return Collections.unmodifiableSet(layers.keySet());
    }

    /** Whether a raster was given under this name. */
    public boolean isGrid(String name) {
        return layers.get(name) instanceof LayerData.Raster;
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
