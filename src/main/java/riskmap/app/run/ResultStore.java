package riskmap.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DefaultTransaction;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.gpkg.GeoPackage;
import riskmap.data.gpkg.GeoPackageDataStore;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/**
 * Puts the layers of a run into a project: all of them or, when anything stands in the way, none. Results of the same
 * model are replaced; those of other models in the same layer stay.
 */
final class ResultStore {
    private final GeoPackage project;

    ResultStore(GeoPackage project) {
        this.project = project;
    }

    /**
     * Replaces what the model left in these layers by what it made now.
     *
     * @param documents what is kept and removed (null) with them, asked for when the rows are written: numbers and where
     *     they come from, or neither
     */
    void replace(
            String model,
            List<SimpleFeatureCollection> layers,
            Supplier<Map<String, String>> documents,
            Progress progress) {
        GeoPackageDataStore store = project.dataStore();
        try (Transaction transaction = new DefaultTransaction("results")) {
            for (SimpleFeatureCollection layer : layers) {
                prepare(store, layer.getSchema());
            }
            try {
                for (int i = 0; i < layers.size(); i++) {
                    progress.check();
                    progress.report((double) i / layers.size());
                    SimpleFeatureCollection layer = layers.get(i);
                    SimpleFeatureStore target = (SimpleFeatureStore)
                            store.getFeatureSource(layer.getSchema().getTypeName());
                    target.setTransaction(transaction);
                    target.removeFeatures(ofModel(model));
                    project.append(
                            transaction,
                            layer.getSchema().getTypeName(),
                            inCrsOf(target.getSchema(), layer),
                            progress.part((double) i / layers.size(), (i + 1.0) / layers.size()));
                }
                progress.check();
                project.putDocuments(transaction, documents.get());
                transaction.commit();
            } catch (IOException | RuntimeException e) {
                transaction.rollback();
                throw e;
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", e.getMessage()), e);
        }
    }

    /** Features in the CRS of the layer they go to: other models' results may stand there, and earlier inputs lay elsewhere. */
    private static SimpleFeatureCollection inCrsOf(SimpleFeatureType target, SimpleFeatureCollection layer) {
        CoordinateReferenceSystem from = layer.getSchema().getCoordinateReferenceSystem();
        CoordinateReferenceSystem to = target.getCoordinateReferenceSystem();
        if (from == null || to == null || Crs.same(from, to)) {
            return layer;
        }
        CrsTransform transform = Crs.transform(from, to);
        SimpleFeatureType moved = SimpleFeatureTypeBuilder.retype(layer.getSchema(), to);
        List<SimpleFeature> features = new ArrayList<>();
        try (SimpleFeatureIterator rows = layer.features()) {
            while (rows.hasNext()) {
                SimpleFeature row = SimpleFeatureBuilder.retype(rows.next(), moved);
                row.setDefaultGeometry(transform.apply((Geometry) row.getDefaultGeometry()));
                features.add(row);
            }
        }
        return new ListFeatureCollection(moved, features);
    }

    /** A layer of this schema; one of another schema (of an older version) makes way. */
    private void prepare(GeoPackageDataStore store, SimpleFeatureType type) throws IOException {
        String name = type.getTypeName();
        if (Arrays.asList(store.getTypeNames()).contains(name)) {
            if (attributes(store.getSchema(name)).containsAll(attributes(type))) {
                return;
            }
            store.removeSchema(name);
        }
        String title = Catalogue.standard()
                .find(name)
                .map(kind -> kind.title().chinese())
                .orElse(name);
        project.createLayer(type, title);
    }

    private static List<String> attributes(SimpleFeatureType type) {
        List<String> names = new ArrayList<>();
        type.getAttributeDescriptors().forEach(attribute -> names.add(attribute.getLocalName()));
        return names;
    }

    private static Filter ofModel(String model) {
        try {
            return ECQL.toFilter("run_id LIKE '" + model + "-%' OR run_id IS NULL");
        } catch (CQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
