package riskmap.app.importing;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.app.Failures;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.edit.CommitRules;
import riskmap.edit.LayerRules;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.ImportTarget;
import riskmap.io.Importing;
import riskmap.io.Prefetching;

/**
 * One source into one layer of a project, through the rules. A new layer, and more than {@value LayerSteps#MOST} rows,
 * go in as one bulk transaction; fewer into a layer that is there as one step that can be undone.
 */
final class LayerImport {
    private final ImportSource source;
    private final String layer;
    private final LayerKind catalogueKind;
    private final ImportMode mode;
    private final String key;
    private final boolean dry;
    private final Workspace workspace;
    private final CoordinateReferenceSystem crs;
    private final ImportRequest request;
    private final ImportOutcome outcome;

    /**
     * Prepares it.
     *
     * @param catalogueKind kind of the layer, or null for one that the catalogue does not know
     * @param workspace the project, or null for one that is yet to be made, in a dry run
     * @param mode what becomes of the rows that are there
     * @param dry whether nothing is written
     */
    LayerImport(
            ImportSource source,
            String layer,
            LayerKind catalogueKind,
            ImportRequest request,
            Workspace workspace,
            CoordinateReferenceSystem crs,
            ImportMode mode,
            boolean dry) {
        this.source = source;
        this.layer = layer;
        this.catalogueKind = catalogueKind;
        this.request = request;
        this.workspace = workspace;
        this.crs = crs;
        this.mode = mode;
        this.key = request.key() == null ? "uuid" : request.key();
        this.dry = dry;
        outcome = new ImportOutcome(source.title(), layer, mode);
    }

    /** Does it, or finds out what it would do. */
    ImportOutcome run(Progress progress) throws IOException {
        ImportLog log = outcome.log();
        boolean exists = workspace != null && workspace.layers().contains(layer);
        SimpleFeatureType there = exists ? workspace.features(layer).getSchema() : null;
        LayerKind kind = catalogueKind != null ? catalogueKind : exists ? LayerKind.of(there) : null;
        warnOfGcj02(kind, progress);
        FeatureStream stream = source.open(log);
        String form = ImportMemory.form(stream.type());
        ImportTarget target =
                new ImportTarget(layer, exists ? crsOf(there) : crs, kind, there, columns(stream.type(), kind, form));
        Importing features;
        try {
            features = new Importing(stream, source.fileName(), target, source.options(), log);
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
        LayerRules rules = kind == null ? null : CommitRules.of(layer, features.type(), catalogueKind);
        ImportGate gate = new ImportGate(rules, uuids(features.type(), exists));
        if (kind != null || dry) {
            features.through(gate);
        }
        try (Prefetching ahead = new Prefetching(features)) {
            Progress told = new StreamProgress(progress, ahead, source.fileName());
            pass(ahead, features, exists, told);
            log.written(outcome.added + outcome.updated + outcome.unchanged);
        }
        outcome.mapped(features.conversions(), features.unmapped());
        outcome.through(gate);
        if (!dry) {
            afterwards(() -> {
                outcome.keptIn(gate.rejected().store(workspace, layer, target.crs(), Progress.silent()));
                remember(kind, form);
            });
        }
        return outcome;
    }

    /** The rows are in: what fails now is told, but is no failure of the import, which nobody should repeat. */
    private void afterwards(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            outcome.remark(Message.of("app.import-afterwards", Failures.message(failure)));
        }
    }

    /** Nothing is converted because of a guess; but one who said nothing of the CRS is told. */
    private void warnOfGcj02(LayerKind kind, Progress progress) throws IOException {
        if (workspace != null && request.crs() == null) {
            String key = dry ? "app.import-gcj02-likely-dry" : "app.import-gcj02-likely";
            Gcj02Guess.warning(source, kind == null ? "" : kind.key(), workspace, progress)
                    .ifPresent(reason -> outcome.remark(Message.of(key, reason)));
        }
    }

    /** The columns that the user names, else those that filled the fields when a source of this form came last. */
    private Map<String, String> columns(SimpleFeatureType type, LayerKind kind, String form) {
        if (kind == null || workspace == null || !request.columns().isEmpty()) {
            return request.columns();
        }
        Map<String, String> remembered = ImportMemory.of(workspace, form)
                .filter(memory -> memory.kind().equals(kind.key()))
                .map(memory -> memory.columnsIn(type.getAttributeDescriptors().stream()
                        .map(AttributeDescriptor::getLocalName)
                        .toList()))
                .orElse(Map.of());
        Map<String, String> known = new LinkedHashMap<>(remembered);
        known.keySet().removeIf(field -> kind.field(field).isEmpty());
        if (!known.isEmpty()) {
            outcome.remark(Message.of("app.import-remembered"));
        }
        return known;
    }

    private void remember(LayerKind kind, String form) {
        if (kind == null) {
            return;
        }
        Map<String, String> columns = new LinkedHashMap<>(request.columns());
        outcome.conversions().forEach(field -> columns.put(field.field(), field.column()));
        new ImportMemory(
                        kind.key(),
                        layer,
                        columns,
                        request.crs() == null ? "" : request.crs(),
                        request.encoding() == null ? "" : request.encoding(),
                        mode.word(),
                        request.key() == null ? "" : request.key())
                .store(workspace, form);
    }

    private CoordinateReferenceSystem crsOf(SimpleFeatureType there) {
        CoordinateReferenceSystem stated = there.getCoordinateReferenceSystem();
        return stated == null ? crs : stated;
    }

    private void pass(Iterator<SimpleFeature> features, Importing type, boolean exists, Progress told)
            throws IOException {
        if (mode == ImportMode.UPDATE && exists) {
            checkKey(type);
            new LayerUpdate(workspace, layer, key, type.conversions(), outcome, type).run(features, dry, told);
            return;
        }
        if (dry) {
            for (; features.hasNext(); features.next()) {
                told.check();
                if (++outcome.added % 1000 == 0) {
                    told.report(0, null);
                }
            }
            if (exists && mode == ImportMode.REPLACE) {
                outcome.removed = workspace.features(layer).getCount(Query.ALL);
            }
            outcome.undoable = exists && (outcome.removed == 0 || outcome.added + outcome.removed <= LayerSteps.MOST);
        } else if (!exists) {
            String title = catalogueKind == null ? null : catalogueKind.title().text();
            outcome.added = workspace.store().addLayer(type.type(), title, features, -1, told);
        } else {
            new LayerSteps(workspace, layer, source.fileName(), outcome)
                    .run(features, mode == ImportMode.REPLACE, told);
        }
    }

    private void checkKey(Importing features) {
        boolean mapped =
                features.conversions().stream().anyMatch(field -> field.field().equals(key));
        if (!mapped) {
            throw RiskMapException.of("app.import-key-missing", key, layer, source.fileName());
        }
    }

    /** The uuids of the rows that stay; null where rows may share one. */
    private Set<String> uuids(SimpleFeatureType type, boolean exists) throws IOException {
        boolean unique = catalogueKind != null && type.getDescriptor("uuid") != null;
        // rows that are updated bring the uuid of those that are there
        if (!unique || mode == ImportMode.UPDATE) {
            return null;
        }
        Set<String> uuids = new HashSet<>();
        if (exists && mode != ImportMode.REPLACE) {
            Query query = new Query(layer, org.geotools.api.filter.Filter.INCLUDE, "uuid");
            try (SimpleFeatureIterator rows =
                    workspace.features(layer).getFeatures(query).features()) {
                while (rows.hasNext()) {
                    uuids.add(String.valueOf(rows.next().getAttribute("uuid")));
                }
            }
        }
        return uuids;
    }

    /** Says how far by what has been read of the source: the store does not know how many will come. */
    private record StreamProgress(Progress whole, Prefetching source, String name) implements Progress {
        @Override
        public void report(double fraction, Message step) {
            whole.report(0.95 * source.fraction(), Message.of("app.import-step", name));
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
