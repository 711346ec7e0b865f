package riskmap.app.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

/** The map of a GeoPackage that holds none, such as one from another program: polygons below lines below points. */
final class DefaultMap {
    private DefaultMap() {}

    static MapDocument of(Path file, GeoPackage store) {
        List<List<MapLayer>> orders = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String crs = null;
        try {
            for (String name : store.dataStore().getTypeNames()) {
                SimpleFeatureType schema = store.dataStore().getSchema(name);
                GeometryDescriptor geometry = schema.getGeometryDescriptor();
                if (geometry == null) {
                    continue;
                }
                CoordinateReferenceSystem own = geometry.getCoordinateReferenceSystem();
                if (crs == null && own != null && Crs.code(own) != null) {
                    crs = Crs.code(own);
                }
                String title = Catalogue.standard()
                        .find(name)
                        .map(kind -> kind.title().text())
                        .orElse(name);
                orders.get(order(geometry.getType().getBinding()))
                        .add(new MapLayer(name, title, "", "#" + name, "", "", true, 1));
            }
        } catch (java.io.IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", e.getMessage()), e);
        }
        List<MapLayer> layers = orders.stream().flatMap(List::stream).toList();
        String title = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return new MapDocument(title, crs == null ? "EPSG:4490" : crs, List.of(), layers);
    }

    private static int order(Class<?> binding) {
        if (Polygonal.class.isAssignableFrom(binding)) {
            return 0;
        }
        if (Lineal.class.isAssignableFrom(binding)) {
            return 1;
        }
        return Point.class.isAssignableFrom(binding) ? 2 : 1;
    }
}
