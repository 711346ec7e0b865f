package riskmap.app;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygonal;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

/** The layers of results in a map: in a group of their own, above all areas and below lines and points. */
final class ResultLayers {
    private static final String GROUP = "成果";
    private static final List<String> FAMILIES =
            List.of("flood", "waterlogging", "geohazard", "forest-fire", "hazardous-chemicals");
    private static final List<String> TITLES = List.of("洪水危险区", "内涝危险区", "地质灾害危险区", "森林火灾危险区", "危险化学品影响区");

    private ResultLayers() {}

    /** The project's map with the result layers of a model that it does not show yet. */
    static MapDocument added(Workspace project, String model) {
        MapDocument map = project.map();
        List<MapLayer> layers = new ArrayList<>(map.layers());
        int at = firstAboveAreas(project, layers);
        for (MapLayer layer : wanted(model)) {
            boolean known = layers.stream().anyMatch(other -> other.id().equals(layer.id()));
            if (!known) {
                layers.add(at++, layer);
            }
        }
        return layers.equals(map.layers()) ? map : map.withLayers(layers);
    }

    private static List<MapLayer> wanted(String model) {
        List<MapLayer> layers = new ArrayList<>();
        if (model.equals("combined")) {
            for (int i = 0; i < FAMILIES.size(); i++) {
                String family = FAMILIES.get(i);
                layers.add(new MapLayer(
                        "hazard_zone_" + family,
                        TITLES.get(i),
                        GROUP,
                        "#hazard_zone",
                        "hazard_zone",
                        "family = '" + family + "'",
                        false,
                        0.7));
            }
            layers.add(new MapLayer("risk_zone", "综合风险区", GROUP, "#risk_zone", "risk_zone", "", true, 0.7));
        }
        return layers;
    }

    private static int firstAboveAreas(Workspace project, List<MapLayer> layers) {
        List<String> tables = project.layers();
        for (int i = 0; i < layers.size(); i++) {
            String source = layers.get(i).source();
            if (source.startsWith("#") && tables.contains(source.substring(1))) {
                var geometry = project.features(source.substring(1)).getSchema().getGeometryDescriptor();
                if (geometry != null
                        && !Polygonal.class.isAssignableFrom(geometry.getType().getBinding())) {
                    return i;
                }
            }
        }
        return layers.size();
    }
}
