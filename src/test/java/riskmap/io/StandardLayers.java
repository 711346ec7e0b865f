package riskmap.io;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.geo.crs.Crs;

/** The layers every vector format must carry there and back. */
public final class StandardLayers {
    private StandardLayers() {}

    /** Name → layer, coordinates in EPSG:4326. */
    public static Map<String, SimpleFeatureCollection> all() {
        Map<String, SimpleFeatureCollection> result = new LinkedHashMap<>();
        result.put("empty", layer("empty", Point.class, List.of()));
        result.put("points", layer("points", Point.class, List.of("POINT (122.1 37.5)", "POINT (121.987654321 -0.1)")));
        result.put(
                "heights", layer("heights", Point.class, List.of("POINT Z (122.1 37.5 12.25)", "POINT Z (122 37 0)")));
        result.put(
                "multi-points",
                layer("multi_points", MultiPoint.class, List.of("MULTIPOINT ((122 37), (122.5 37.25))")));
        result.put(
                "lines",
                layer(
                        "lines",
                        MultiLineString.class,
                        List.of("MULTILINESTRING ((122 37, 122.5 37.5), (123 38, 123.5 38, 123 39))")));
        result.put(
                "holes",
                layer(
                        "holes",
                        MultiPolygon.class,
                        List.of(
                                "MULTIPOLYGON (((122 37, 122 38, 123 38, 123 37, 122 37),"
                                        + " (122.25 37.25, 122.5 37.25, 122.5 37.5, 122.25 37.25)),"
                                        + " ((122.3 37.3, 122.3 37.32, 122.32 37.3, 122.3 37.3)), ((124 37, 124 38, 125 37, 124 37)))")));
        result.put(
                "nulls",
                layer("nulls", LineString.class, java.util.Arrays.asList(null, "LINESTRING (1 2, 3 4)", null)));
        return result;
    }

    private static SimpleFeatureCollection layer(String name, Class<?> geometry, List<String> wkt) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        builder.add("geom", geometry, Crs.of(4326));
        builder.setDefaultGeometry("geom");
        builder.add("名称", String.class);
        builder.add("people", Long.class);
        builder.add("depth_m", Double.class);
        builder.add("built_on", LocalDate.class);
        SimpleFeatureType type = builder.buildFeatureType();
        ListFeatureCollection result = new ListFeatureCollection(type);
        List<Object[]> rows = List.of(
                new Object[] {"威海市环翠区“刘公岛”, 第1号;'x'", 12L, 0.1 + 0.2, LocalDate.of(2023, 1, 5)},
                new Object[] {"𠮷 é\tß", -7_000_000_000L, 1e-7, null},
                new Object[] {null, null, null, null});
        for (int i = 0; i < wkt.size(); i++) {
            Object[] row = rows.get(i % rows.size());
            result.add(SimpleFeatureBuilder.build(
                    type, new Object[] {read(wkt.get(i)), row[0], row[1], row[2], row[3]}, name + "." + (i + 1)));
        }
        return result;
    }

    private static Geometry read(String wkt) {
        try {
            return wkt == null ? null : new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** All features of a stream. */
    public static List<SimpleFeature> drain(FeatureStream stream) throws java.io.IOException {
        List<SimpleFeature> result = new java.util.ArrayList<>();
        try (stream) {
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                result.add(feature);
            }
        }
        return result;
    }
}
