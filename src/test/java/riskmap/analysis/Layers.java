package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Layers written down in a test: a type, then rows of WKT (or null) and values. */
public final class Layers {
    private final SimpleFeatureType type;
    private final List<SimpleFeature> rows = new ArrayList<>();

    private Layers(SimpleFeatureType type) {
        this.type = type;
    }

    /** A layer in EPSG:4550; attributes as {@code name:Type} with String, Integer, Double, Boolean, Date. */
    public static Layers of(String name, Class<? extends Geometry> geometry, String... attributes) {
        return of(name, Crs.of("EPSG:4550"), geometry, attributes);
    }

    public static Layers of(
            String name, CoordinateReferenceSystem crs, Class<? extends Geometry> geometry, String... attributes) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        if (geometry != null) {
            builder.add("geom", geometry, crs);
        }
        for (String attribute : attributes) {
            String[] parts = attribute.split(":");
            builder.nillable(true)
                    .add(
                            parts[0],
                            switch (parts[1]) {
                                case "String" -> String.class;
                                case "Integer" -> Integer.class;
                                case "Boolean" -> Boolean.class;
                                case "Date" -> java.time.LocalDate.class;
                                default -> Double.class;
                            });
        }
        return new Layers(builder.buildFeatureType());
    }

    /** Adds a row: WKT, a geometry or null, then the values. */
    public Layers row(Object... values) {
        Object[] cells = values.clone();
        if (type.getGeometryDescriptor() != null && cells[0] instanceof String wkt) {
            cells[0] = geometry(wkt);
        }
        rows.add(SimpleFeatureBuilder.build(type, cells, type.getTypeName() + "." + (rows.size() + 1)));
        return this;
    }

    public SimpleFeatureSource source() {
        return DataUtilities.source((SimpleFeatureCollection) new ListFeatureCollection(type, rows));
    }

    public LayerData data() {
        return new LayerData.Features(source());
    }

    public static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** All rows of a layer as text, for comparing. */
    public static List<String> texts(SimpleFeatureCollection features) {
        List<String> result = new ArrayList<>();
        try (SimpleFeatureIterator rows = features.features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                result.add(
                        row.getID() + " " + Arrays.toString(row.getAttributes().toArray()));
            }
        }
        return result;
    }

    public static List<SimpleFeature> list(SimpleFeatureCollection features) {
        return DataUtilities.list(features);
    }

    /** Runs a tool on layers; values as key, text, key, text … */
    public static Output run(String id, Map<String, LayerData> inputs, String... values) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            given.put(values[i], values[i + 1]);
        }
        Operation operation = Operations.byId(id);
        return operation.run(new Inputs(inputs), ParameterValues.of(operation.parameters(), given), Progress.silent());
    }

    /** The rows a tool made. */
    public static List<SimpleFeature> rows(Output output) {
        return list(((Output.Features) output).features());
    }

    /** The shapes a tool made. */
    public static List<Geometry> shapes(Output output) {
        return rows(output).stream()
                .map(row -> (Geometry) row.getDefaultGeometry())
                .toList();
    }

    /** A layer {@code areas} of these shapes, named a0, a1, …. */
    public static LayerData areas(String... wkts) {
        Layers layer = of("areas", Polygon.class, "name:String");
        for (int i = 0; i < wkts.length; i++) {
            layer.row(wkts[i], "a" + i);
        }
        return layer.data();
    }

    /** A layer {@code points} at these places, x and y in turn, numbered from 0. */
    public static LayerData points(double... ordinates) {
        Layers layer = of("points", Point.class, "id:Integer");
        for (int i = 0; i < ordinates.length; i += 2) {
            layer.row("POINT(" + ordinates[i] + " " + ordinates[i + 1] + ")", i / 2);
        }
        return layer.data();
    }

    /** What the rows of a result have in a field. */
    public static List<Object> column(Output output, String name) {
        return rows(output).stream().map(row -> row.getAttribute(name)).toList();
    }
}
