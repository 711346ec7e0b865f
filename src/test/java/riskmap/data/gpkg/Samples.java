package riskmap.data.gpkg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;

/** Small layers for the tests of this package. */
final class Samples {
    private Samples() {}

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** name:Type pairs; the first geometry type gets EPSG:4550. */
    static SimpleFeatureType type(String name, Object... attributes) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Class<?> binding = (Class<?>) attributes[i + 1];
            if (Geometry.class.isAssignableFrom(binding)) {
                builder.add((String) attributes[i], binding, Crs.of(4550));
            } else {
                builder.add((String) attributes[i], binding);
            }
        }
        return builder.buildFeatureType();
    }

    static SimpleFeature feature(SimpleFeatureType type, Object... values) {
        return SimpleFeatureBuilder.build(type, values, null);
    }

    static SimpleFeatureCollection collection(SimpleFeature... features) {
        return new ListFeatureCollection(features[0].getFeatureType(), List.of(features));
    }

    static List<SimpleFeature> read(GeoPackage file, String layer) throws IOException {
        return read(file.dataStore().getFeatureSource(layer), Query.ALL);
    }

    static List<SimpleFeature> read(SimpleFeatureSource source, Query query) throws IOException {
        List<SimpleFeature> result = new ArrayList<>();
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext()) {
                result.add(features.next());
            }
        }
        return result;
    }

    /** A grid of square buildings of 10 m, 20 m apart, with a number, a text and a value; every seventh has no geometry. */
    static GeoPackage squares(Path file, int count) throws IOException {
        GeoPackage result = GeoPackage.create(file);
        SimpleFeatureType type = type(
                "square",
                "geom",
                org.locationtech.jts.geom.Polygon.class,
                "n",
                Integer.class,
                "use",
                String.class,
                "value",
                Double.class);
        result.createLayer(type, null);
        SimpleFeature[] features = new SimpleFeature[count];
        for (int i = 0; i < count; i++) {
            double x = 420_000.125 + 20 * (i % 100);
            double y = 4_141_000.375 + 20 * (i / 100);
            Geometry square = i % 7 == 6
                    ? null
                    : wkt("POLYGON((" + x + " " + y + "," + (x + 10) + " " + y + "," + (x + 10) + " " + (y + 10) + ","
                            + x + " " + (y + 10) + "," + x + " " + y + "))");
            features[i] = feature(type, square, i, i % 3 == 0 ? "住宅" : i % 3 == 1 ? "工业" : null, i / 4.0);
        }
        result.append("square", collection(features), Progress.silent());
        return result;
    }

    /** A copy that a test may open, with the files SQLite keeps beside it. */
    static Path copy(Path source, Path folder) throws IOException {
        Path target = folder.resolve(source.getFileName().toString());
        for (String ending : new String[] {"", "-wal", "-shm", "-journal"}) {
            Path part = source.resolveSibling(source.getFileName() + ending);
            if (Files.exists(part)) {
                Path copied = folder.resolve(part.getFileName().toString());
                Files.copy(part, copied);
                copied.toFile().setWritable(true);
            }
        }
        return target;
    }
}
