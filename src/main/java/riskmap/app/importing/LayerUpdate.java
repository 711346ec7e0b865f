package riskmap.app.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.RowChange;
import riskmap.geo.crs.Crs;
import riskmap.io.FieldConversion;
import riskmap.io.ImportLog;
import riskmap.io.Importing;
import riskmap.io.Place;

/**
 * Rows that change those with the same key: only what the source has a column for, only where it has a value, and the
 * geometry where it moved by more than a millimetre. Rows whose key is blank or came before, or that several rows of the
 * layer have, are turned away.
 */
final class LayerUpdate {
    private static final int BATCH = 500;
    /** A millimetre, and as much in degrees. */
    private static final double SAME_METRES = 1e-3;

    private static final double SAME_DEGREES = 1e-8;
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final Workspace workspace;
    private final String layer;
    private final String key;
    private final Set<String> fields;
    private final ImportOutcome outcome;
    private final Importing source;
    private final double tolerance;
    private final Map<String, Long> fids = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<RowChange> changes = new ArrayList<>();

    LayerUpdate(
            Workspace workspace,
            String layer,
            String key,
            List<FieldConversion> mapped,
            ImportOutcome outcome,
            Importing source) {
        this.workspace = workspace;
        this.layer = layer;
        this.key = key;
        this.outcome = outcome;
        this.source = source;
        fields = mapped.stream().map(FieldConversion::field).collect(Collectors.toSet());
        var crs = workspace.features(layer).getSchema().getCoordinateReferenceSystem();
        tolerance = crs != null && Crs.isGeographic(crs) ? SAME_DEGREES : SAME_METRES;
    }

    void run(Iterator<SimpleFeature> features, boolean dry, Progress progress) throws IOException {
        readKeys();
        List<SimpleFeature> batch = new ArrayList<>(BATCH);
        while (features.hasNext()) {
            batch.add(features.next());
            if (batch.size() == BATCH || !features.hasNext()) {
                progress.check();
                progress.report(0, null);
                take(batch, dry);
                batch.clear();
            }
        }
        outcome.undoable = true;
        if (!dry) {
            LayerSteps.commit(workspace, outcome.source(), layer, changes, progress);
        }
    }

    private void readKeys() throws IOException {
        Query query = new Query(layer, Filter.INCLUDE, key);
        try (SimpleFeatureIterator rows =
                workspace.features(layer).getFeatures(query).features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                String value = text(row.getAttribute(key));
                if (value != null && fids.put(value, RowChange.key(row)) != null) {
                    ambiguous.add(value);
                }
            }
        }
    }

    private static String text(Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private void take(List<SimpleFeature> batch, boolean dry) throws IOException {
        Map<Long, SimpleFeature> there = rows(batch);
        for (SimpleFeature feature : batch) {
            String value = text(feature.getAttribute(key));
            Message problem = value == null
                    ? Message.of("app.import-key-blank", key)
                    : ambiguous.contains(value)
                            ? Message.of("app.import-key-ambiguous", key, value)
                            : !seen.add(value) ? Message.of("app.import-key-twice", key, value) : null;
            if (problem != null) {
                turnAway(feature, problem);
                continue;
            }
            SimpleFeature row = fids.containsKey(value) ? there.get(fids.get(value)) : null;
            if (row == null) {
                outcome.added++;
                if (!dry) {
                    changes.add(RowChange.added(layer, workspace.edits().newFid(layer), ImportGate.values(feature)));
                }
            } else {
                change(row, feature, dry);
            }
        }
    }

    private void turnAway(SimpleFeature feature, Message problem) {
        ImportLog log = outcome.log();
        log.skipped(problem, Place.file());
        source.turnedAway(feature, problem);
    }

    private void change(SimpleFeature row, SimpleFeature feature, boolean dry) {
        Map<String, Object> after = new LinkedHashMap<>();
        for (String field : fields) {
            Object value = feature.getAttribute(field);
            if (value != null) {
                after.put(field, value);
            }
        }
        if (feature.getDefaultGeometry() instanceof Geometry geometry && moved(row, geometry)) {
            after.put(row.getFeatureType().getGeometryDescriptor().getLocalName(), geometry);
        }
        RowChange change = RowChange.changed(layer, row, after);
        if (change.after().isEmpty()) {
            outcome.unchanged++;
            return;
        }
        outcome.updated++;
        if (!dry) {
            changes.add(change);
        }
    }

    private boolean moved(SimpleFeature row, Geometry geometry) {
        return !(row.getDefaultGeometry() instanceof Geometry known)
                || known.getNumPoints() != geometry.getNumPoints()
                || !known.equalsExact(geometry, tolerance);
    }

    /** The rows of the layer that a batch is about. */
    private Map<Long, SimpleFeature> rows(List<SimpleFeature> batch) throws IOException {
        Set<FeatureId> ids = new HashSet<>();
        for (SimpleFeature feature : batch) {
            Long fid = fids.get(String.valueOf(text(feature.getAttribute(key))));
            if (fid != null) {
                ids.add(FILTERS.featureId(layer + "." + fid));
            }
        }
        Map<Long, SimpleFeature> result = new HashMap<>();
        if (ids.isEmpty()) {
            return result;
        }
        try (SimpleFeatureIterator rows = workspace
                .features(layer)
                .getFeatures(new Query(layer, FILTERS.id(ids)))
                .features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                result.put(RowChange.key(row), row);
            }
        }
        return result;
    }
}
