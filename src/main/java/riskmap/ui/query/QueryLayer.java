package riskmap.ui.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.app.project.Workspace;
import riskmap.data.LayerKind;
import riskmap.map.MapLayer;
import riskmap.ui.feature.FieldText;
import riskmap.ui.feature.LayerText;
import riskmap.ui.layers.LayerTitle;

/**
 * A layer or table of the project that can be asked.
 *
 * @param name name of its table
 * @param title what the map calls it
 * @param type its columns
 * @param kind its kind in the catalogue, null for none
 */
public record QueryLayer(String name, LayerTitle title, SimpleFeatureType type, LayerKind kind) {
    /** What a project holds: the layers of its map from the top, then what the map does not show. */
    public static List<QueryLayer> of(Workspace project) {
        List<QueryLayer> found = new ArrayList<>();
        List<String> tables = project.layers();
        List<MapLayer> layers = project.map().layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            String source = layers.get(i).source();
            if (source.startsWith("#") && tables.contains(source.substring(1))) {
                // a layer of the map that shows some of the rows does not name all of them
                String table = source.substring(1);
                add(
                        found,
                        project,
                        table,
                        layers.get(i).filter().isEmpty()
                                ? Optional.of(LayerTitle.of(layers.get(i)))
                                : Optional.empty());
            }
        }
        for (String table : tables) {
            add(found, project, table, Optional.empty());
        }
        return found;
    }

    private static void add(List<QueryLayer> found, Workspace project, String name, Optional<LayerTitle> shown) {
        if (found.stream().noneMatch(known -> known.name().equals(name))) {
            Optional<LayerKind> kind = project.kind(name);
            found.add(new QueryLayer(
                    name,
                    shown.orElseGet(() -> new LayerTitle(name, kind.map(LayerKind::title))),
                    project.features(name).getSchema(),
                    kind.orElse(null)));
        }
    }

    /** What it is called in the language in use. */
    public String text() {
        return title.text();
    }

    /** Its fields as a person reads them. */
    public List<FieldText> fields() {
        return LayerText.of(type, kind).fields();
    }

    /** Whether its features are areas, so that others can lie in them. */
    public boolean isZones() {
        return type.getGeometryDescriptor() != null
                && org.locationtech.jts.geom.Polygonal.class.isAssignableFrom(
                        type.getGeometryDescriptor().getType().getBinding());
    }

    /** Whether its features lie somewhere. */
    public boolean hasGeometry() {
        return type.getGeometryDescriptor() != null;
    }
}
