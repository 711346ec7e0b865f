package riskmap.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import riskmap.app.project.RenamedFeatures;
import riskmap.app.project.Workspace;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;

/** The name of the main layer that a run writes, such as its risk zones: another than usual keeps those of an earlier run. */
final class ZoneLayerName {
    private ZoneLayerName() {}

    /**
     * Checks a name before the run: a layer with other content is never written over.
     *
     * @throws RiskMapException when the name is taken, or no name for a layer
     */
    static void check(Workspace project, String name, RiskModel model) {
        String usual = model.mainLayer().orElse(model.id());
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.isBlank() || lower.startsWith("gpkg_") || lower.startsWith("sqlite_") || lower.startsWith("rtree_")) {
            throw RiskMapException.of("app.zones-name", name);
        }
        if (name.equals(usual)) {
            return;
        }
        if (model.mainLayer().isEmpty()) {
            throw RiskMapException.of("app.zones-none", model.title(), name);
        }
        // tables are found whatever the case of their name
        boolean there = project.layers().stream().anyMatch(layer -> layer.equalsIgnoreCase(name));
        boolean zones = project.layers().contains(name)
                && project.kind(name).filter(kind -> kind.key().equals(usual)).isPresent();
        boolean survey = Catalogue.standard().find(lower).isPresent();
        boolean shown = project.map().layers().stream()
                .anyMatch(layer -> layer.id().equals(name) && !layer.source().equals("#" + name));
        if (survey || shown || there && !zones) {
            throw RiskMapException.of("app.zones-taken", name);
        }
    }

    /** The layers of a result with the one that is usually called so under another name. */
    static List<SimpleFeatureCollection> named(RiskResult result, String usual, String name) {
        List<SimpleFeatureCollection> layers = new ArrayList<>();
        for (SimpleFeatureCollection layer : result.layers()) {
            boolean main = layer.getSchema().getTypeName().equals(usual);
            layers.add(main && !name.equals(usual) ? renamed(layer, name) : layer);
        }
        return layers;
    }

    private static SimpleFeatureCollection renamed(SimpleFeatureCollection layer, String name) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.init(layer.getSchema());
        builder.setName(name);
        SimpleFeatureType type = builder.buildFeatureType();
        return new RenamedFeatures(layer, type);
    }
}
