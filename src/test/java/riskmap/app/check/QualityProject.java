package riskmap.app.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;

/** A project for tests of the checks, with layers of the shipped kinds. */
final class QualityProject {
    private QualityProject() {}

    static Workspace create(Path folder) {
        return Workspace.create(folder.resolve("质检.gpkg"), "试验区", "EPSG:4550");
    }

    /** Adds a layer; each row is WKT, then columns and values in turn. A uuid is made unless one is given. */
    static void add(Workspace workspace, String kind, Object[]... rows) {
        LayerKind known = Catalogue.standard().kind(kind);
        SimpleFeatureType type = known.featureType(kind, Crs.of("EPSG:4550"));
        workspace.store().createLayer(type, known.title().chinese());
        List<SimpleFeature> features = new ArrayList<>();
        int number = 0;
        for (Object[] row : rows) {
            SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
            builder.set("uuid", new UUID(kind.hashCode(), ++number).toString());
            if (row[0] != null) {
                builder.set(LayerKind.GEOMETRY, geometry((String) row[0]));
            }
            for (int i = 1; i < row.length; i += 2) {
                builder.set((String) row[i], row[i + 1]);
            }
            features.add(builder.buildFeature(null));
        }
        workspace.store().append(kind, new ListFeatureCollection(type, features), Progress.silent());
    }

    static Object[] row(Object... values) {
        return values;
    }

    static org.locationtech.jts.geom.Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** An upright rectangle near the middle of the zone. */
    static String box(double x1, double y1, double x2, double y2) {
        double x = 500_000;
        double y = 4_140_000;
        return "POLYGON((" + (x + x1) + " " + (y + y1) + "," + (x + x2) + " " + (y + y1) + "," + (x + x2) + " "
                + (y + y2) + "," + (x + x1) + " " + (y + y2) + "," + (x + x1) + " " + (y + y1) + "))";
    }

    static String line(double... ordinates) {
        StringBuilder text = new StringBuilder("LINESTRING(");
        for (int i = 0; i < ordinates.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append(500_000 + ordinates[i])
                    .append(' ')
                    .append(4_140_000 + ordinates[i + 1]);
        }
        return text.append(')').toString();
    }

    static Map<String, Object> values(Workspace workspace, String layer, long fid, String... columns) {
        return workspace.store().edits().values(layer, fid, List.of(columns));
    }
}
