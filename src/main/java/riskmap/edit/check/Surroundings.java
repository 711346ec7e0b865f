package riskmap.edit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.filter.FilterAttributeExtractor;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/** What lies around the layer under check: the towns, the district, other layers; each read once. Safe for threads. */
final class Surroundings {
    /** Kind of the layer whose features are the towns. */
    static final String TOWN = "town";

    private final SurveyData data;
    private final Map<List<Object>, OtherLayer> known = new HashMap<>();
    private final Map<OtherLayer, Towns> towns = new HashMap<>();

    Surroundings(SurveyData data) {
        this.data = data;
    }

    /** The towns of the project, none when it has no such layer. */
    synchronized Towns towns() {
        return towns.computeIfAbsent(layer(TOWN, "", "name", 0), Towns::new);
    }

    /** Whether the project has a layer of this kind. */
    boolean has(String kind) {
        return !data.layersOf(kind).isEmpty();
    }

    /**
     * Whether the project has what a rule says of another kind: its {@code layer}, and there the columns that its
     * {@code where}, {@code column} and {@code by} read. True for a rule that speaks of no other kind.
     */
    boolean hasAsked(QualityRule rule) {
        Optional<String> kind = rule.setting("layer");
        return kind.isEmpty() || data.layersOf(kind.get()).stream().anyMatch(layer -> hasAsked(layer, rule));
    }

    private boolean hasAsked(String layer, QualityRule rule) {
        Set<String> columns = new LinkedHashSet<>(rule.setting("where")
                .map(Conditions::of)
                .map(Conditions::columns)
                .orElse(Set.of()));
        rule.setting("column").ifPresent(columns::add);
        rule.setting("by").filter(by -> rule.type().equals("sum")).ifPresent(columns::add);
        SimpleFeatureType type = data.features(layer).getSchema();
        return columns.stream().allMatch(column -> type.indexOf(column) >= 0);
    }

    /** The town a feature belongs to: the one it names, else the one it lies in; empty when neither is known. */
    String townOf(SimpleFeature feature, LayerKind kind, Geometry shape) {
        String column = kind.key().equals(TOWN) ? "name" : "town";
        Object named = feature.getFeatureType().indexOf(column) < 0 ? null : feature.getAttribute(column);
        if (named != null && !named.toString().isBlank()) {
            return named.toString().strip();
        }
        return kind.key().equals(TOWN) ? "" : towns().at(shape);
    }

    /** Brings the geometries of a layer into the project's CRS; empty where they are in it. */
    Optional<CrsTransform> toProject(SimpleFeatureType type) {
        boolean same = type.getGeometryDescriptor() == null
                || type.getCoordinateReferenceSystem() == null
                || Crs.same(type.getCoordinateReferenceSystem(), data.crs());
        return same ? Optional.empty() : Optional.of(Crs.transform(type.getCoordinateReferenceSystem(), data.crs()));
    }

    /**
     * All rows of the layers of a kind.
     *
     * @param where ECQL condition, empty for all
     * @param column a column to read too, empty for none
     * @param marginMetres areas are made wider by so much
     */
    synchronized OtherLayer layer(String kind, String where, String column, double marginMetres) {
        return known.computeIfAbsent(List.of(kind, where, column, marginMetres), key -> {
            List<Geometry> shapes = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            data.layersOf(kind).forEach(layer -> read(layer, where, column, marginMetres, shapes, values));
            return new OtherLayer(shapes, values);
        });
    }

    private void read(
            String layer, String where, String column, double margin, List<Geometry> shapes, List<Object> values) {
        SimpleFeatureSource source = data.features(layer);
        SimpleFeatureType type = source.getSchema();
        Optional<CrsTransform> transform = toProject(type);
        Filter filter = where.isEmpty() ? Filter.INCLUDE : Conditions.of(where);
        if (Conditions.columns(filter).stream().anyMatch(name -> type.indexOf(name) < 0)) {
            // of several layers of a kind those count that have what is asked
            return;
        }
        try (SimpleFeatureIterator rows =
                source.getFeatures(query(type, filter, column)).features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                Geometry shape = (Geometry) row.getDefaultGeometry();
                Geometry placed = shape == null || transform.isEmpty()
                        ? shape
                        : transform.get().apply(shape);
                shapes.add(placed != null && margin > 0 ? placed.buffer(margin) : placed);
                values.add(row.getFeatureType().indexOf(column) < 0 ? null : row.getAttribute(column));
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("edit.check-unreadable", layer, e.getMessage()), e);
        }
    }

    /** Only the columns that are needed are read. */
    private static Query query(SimpleFeatureType type, Filter filter, String column) {
        Set<String> names = new LinkedHashSet<>();
        if (type.getGeometryDescriptor() != null) {
            names.add(type.getGeometryDescriptor().getLocalName());
        }
        if (type.indexOf(column) >= 0) {
            names.add(column);
        }
        FilterAttributeExtractor read = new FilterAttributeExtractor();
        filter.accept(read, null);
        names.addAll(read.getAttributeNameSet());
        return new Query(type.getTypeName(), filter, names.toArray(new String[0]));
    }
}
