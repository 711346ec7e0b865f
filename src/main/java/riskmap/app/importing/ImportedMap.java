package riskmap.app.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.data.Catalogue;
import riskmap.io.SourceFiles;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.style.PlainStyle;

/** Puts imported layers on a project's map: rasters at the bottom, then polygons, lines, points. */
public final class ImportedMap {
    private ImportedMap() {}

    /** A map with layers for these sources ({@code #layer} or a raster's file) that it does not show yet. */
    public static MapDocument with(Workspace workspace, MapDocument map, List<String> sources) {
        List<MapLayer> layers = new ArrayList<>(map.layers());
        for (String source : sources) {
            boolean shown = layers.stream().anyMatch(layer -> layer.source().equals(source));
            int order = order(workspace, source);
            if (shown || order < 0) {
                continue;
            }
            int at = 0;
            for (int i = 0; i < layers.size(); i++) {
                if (order(workspace, layers.get(i).source()) <= order) {
                    at = i + 1;
                }
            }
            String name = source.startsWith("#") ? source.substring(1) : source;
            String title = Catalogue.standard()
                    .find(name)
                    .map(kind -> kind.title().text())
                    .orElse(source.startsWith("#") ? name : SourceFiles.baseName(Path.of(name)));
            MapLayer layer = new MapLayer(id(name, layers), title, "", source, "", "", true, 1);
            layers.add(at, layer.withStyle(style(workspace, layer, layers)));
        }
        return map.withLayers(layers);
    }

    /** None of its own, unless it would be drawn as plainly as another layer of the map that nothing is known of. */
    private static String style(Workspace workspace, MapLayer layer, List<MapLayer> others) {
        String usual = DrawnLayers.styleName(workspace, layer);
        if (!PlainStyle.isPlain(usual)) {
            return "";
        }
        List<String> styles = others.stream()
                .filter(other -> order(workspace, other.source()) > 0)
                .map(other -> DrawnLayers.styleName(workspace, other))
                .toList();
        String distinct = PlainStyle.distinct(usual, styles);
        return distinct.equals(usual) ? "" : distinct;
    }

    private static String id(String name, List<MapLayer> layers) {
        String result = name;
        for (int i = 2; isTaken(result, layers); i++) {
            result = name + "-" + i;
        }
        return result;
    }

    private static boolean isTaken(String id, List<MapLayer> layers) {
        return layers.stream().anyMatch(layer -> layer.id().equals(id));
    }

    /** 0 raster, 1 polygons, 2 lines, 3 points, −1 a table or what is not there. */
    private static int order(Workspace workspace, String source) {
        if (!source.startsWith("#")) {
            return 0;
        }
        String name = source.substring(1);
        if (!workspace.layers().contains(name)) {
            return -1;
        }
        var geometry = workspace.features(name).getSchema().getGeometryDescriptor();
        if (geometry == null) {
            return -1;
        }
        Class<?> binding = geometry.getType().getBinding();
        return Polygonal.class.isAssignableFrom(binding) ? 1 : Lineal.class.isAssignableFrom(binding) ? 2 : 3;
    }
}
