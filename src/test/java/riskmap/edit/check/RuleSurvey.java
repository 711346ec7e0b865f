package riskmap.edit.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.AttributeTypeBuilder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;

/** A survey in memory: a kind with the rules under test, and layers of the shipped kinds beside it. */
final class RuleSurvey implements SurveyData {
    /** The kind whose rules are tested; its geometry and rules are given, its fields are always the same. */
    static final String THING = "thing";

    private static final String FIELDS =
            """
            [{"key":"name","zh":"名称","en":"Name","type":"text","length":6,"required":true},
             {"key":"town","zh":"镇街","en":"Town","type":"text","length":40},
             {"key":"sort","zh":"类别","en":"Sort","type":"text","length":20,
              "domain":[{"code":"a","zh":"甲","en":"A"},{"code":"b","zh":"乙","en":"B"}]},
             {"key":"amount","zh":"数量","en":"Amount","type":"decimal","min":0,"max":100},
             {"key":"low","zh":"低","en":"Low","type":"decimal"},
             {"key":"high","zh":"高","en":"High","type":"decimal"},
             {"key":"year","zh":"年份","en":"Year","type":"integer"},
             {"key":"day","zh":"日期","en":"Day","type":"date"},
             {"key":"code","zh":"编码","en":"Code","type":"text","length":40}]""";

    private final Catalogue catalogue;
    private final Map<String, List<SimpleFeature>> layers = new LinkedHashMap<>();
    private final Map<String, SimpleFeatureType> types = new LinkedHashMap<>();
    private final CoordinateReferenceSystem crs = Crs.of("EPSG:4550");

    /**
     * A survey with one rule.
     *
     * @param geometry of the things, {@code none} for a table
     * @param rules settings of each rule as JSON, with ' for ", ` for " and ~ for ' inside a condition; the first is called {@code r}, the next {@code r1}
     */
    RuleSurvey(Path folder, String geometry, String... rules) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            written.add("{\"key\":\"r" + (i == 0 ? "" : i) + "\",\"zh\":\"规则\",\"en\":\"The rule\","
                    + rules[i].replace('\'', '"').replace("`", "\\\"").replace('~', '\'') + "}");
        }
        String kind = "{\"key\":\"thing\",\"family\":\"exposure\",\"geometry\":[\"" + geometry
                + "\"],\"zh\":\"物\",\"en\":\"Thing\",\"style\":\"default\",\"common\":false,\"fields\":" + FIELDS
                + ",\"rules\":[" + String.join(",", written) + "]}";
        try {
            Files.writeString(folder.resolve("thing.json"), kind);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        catalogue = Catalogue.with(folder);
        layer(THING);
    }

    /** Makes a layer of a kind, empty. */
    RuleSurvey layer(String kind) {
        return layer(kind, crs);
    }

    RuleSurvey layer(String kind, CoordinateReferenceSystem of) {
        types.put(kind, catalogue.kind(kind).featureType(kind, of));
        layers.put(kind, new ArrayList<>());
        return this;
    }

    /** A layer that lacks columns of its kind. */
    RuleSurvey layerWithout(String kind, String... columns) {
        var builder = new SimpleFeatureTypeBuilder();
        builder.init(catalogue.kind(kind).featureType(kind, crs));
        for (String column : columns) {
            builder.remove(column);
        }
        types.put(kind, builder.buildFeatureType());
        layers.put(kind, new ArrayList<>());
        return this;
    }

    /** A layer one of whose columns holds another type of value than the kind says, as files from elsewhere do. */
    RuleSurvey layerHolding(String kind, String column, Class<?> type) {
        var builder = new SimpleFeatureTypeBuilder();
        builder.init(catalogue.kind(kind).featureType(kind, crs));
        AttributeTypeBuilder attribute = new AttributeTypeBuilder();
        attribute.setBinding(type);
        if (Geometry.class.isAssignableFrom(type)) {
            attribute.setCRS(crs);
        }
        builder.set(column, attribute.buildDescriptor(column));
        types.put(kind, builder.buildFeatureType());
        layers.put(kind, new ArrayList<>());
        return this;
    }

    /** Adds a thing: a WKT text or null, then columns and values in turn. */
    RuleSurvey thing(String wkt, Object... values) {
        return row(THING, wkt, values);
    }

    /** Adds a row; the first has key 1. */
    RuleSurvey row(String layer, String wkt, Object... values) {
        if (!layers.containsKey(layer)) {
            layer(layer);
        }
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(types.get(layer));
        if (wkt != null) {
            builder.set(LayerKind.GEOMETRY, geometry(wkt));
        }
        for (int i = 0; i < values.length; i += 2) {
            builder.set((String) values[i], values[i + 1]);
        }
        List<SimpleFeature> rows = layers.get(layer);
        rows.add(builder.buildFeature(layer + "." + (rows.size() + 1)));
        return this;
    }

    /** Changes a value of a row. */
    void set(String layer, int fid, String column, Object value) {
        layers.get(layer).get(fid - 1).setAttribute(column, value);
    }

    static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** An upright rectangle as WKT. */
    static String box(double x1, double y1, double x2, double y2) {
        return "POLYGON((" + x1 + " " + y1 + "," + x2 + " " + y1 + "," + x2 + " " + y2 + "," + x1 + " " + y2 + "," + x1
                + " " + y1 + "))";
    }

    /** What is found in the things. */
    List<Finding> check() {
        return check(Scope.layers(List.of(THING)));
    }

    List<Finding> check(Scope scope) {
        return QualityCheck.run(this, scope, Progress.silent()).findings().toList();
    }

    /** Keys of the things that something is found in. */
    List<Long> wrong() {
        return check().stream().map(Finding::fid).toList();
    }

    @Override
    public List<String> layers() {
        return List.copyOf(layers.keySet());
    }

    @Override
    public Optional<LayerKind> kind(String layer) {
        return catalogue.find(layer);
    }

    @Override
    public List<LayerKind> kinds() {
        return catalogue.kinds();
    }

    @Override
    public SimpleFeatureSource features(String layer) {
        return DataUtilities.source(new ListFeatureCollection(types.get(layer), layers.get(layer)));
    }

    @Override
    public CoordinateReferenceSystem crs() {
        return crs;
    }
}
