package riskmap.edit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;
import riskmap.geo.Parallel;
import riskmap.geo.crs.CrsTransform;

/** The checks of one layer. */
final class LayerRun {
    /** Findings of one rule that are listed; further ones are counted. */
    static final int LISTED = 10_000;

    /** Rows read before they are checked together. */
    private static final int BATCH = 4096;

    private static final int BAND = 64;

    private final String layer;
    private final LayerKind kind;
    private final Scope scope;
    private final Surroundings around;
    private final SimpleFeatureSource source;
    private final Optional<CrsTransform> transform;
    private final List<RowCheck> rowChecks = new ArrayList<>();
    private final Map<LayerCheck, Optional<Filter>> layerChecks = new LinkedHashMap<>();
    private final List<QualityRule> skipped = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<PlanProgress> plans = new ArrayList<>();
    private final Indicators indicators;
    private long rows;

    LayerRun(SurveyData data, String layer, LayerKind kind, Scope scope, Surroundings around) {
        this.layer = layer;
        this.kind = kind;
        this.scope = scope;
        this.around = around;
        this.source = data.features(layer);
        SimpleFeatureType type = source.getSchema();
        this.transform = around.toProject(type);
        this.indicators = new Indicators(kind, type.getGeometryDescriptor() != null);
        for (QualityRule rule : kind.rules()) {
            if (scope.takesRule(rule.key())) {
                take(rule, type);
            }
        }
    }

    private void take(QualityRule rule, SimpleFeatureType type) {
        Optional<? extends Check> check = Checks.make(new Checks.Ground(rule, kind, type, around));
        if (check.isEmpty()) {
            if (lacks(rule)) {
                skipped.add(rule);
            }
        } else if (check.get() instanceof RowCheck rowCheck) {
            rowChecks.add(rowCheck);
        } else if (check.get() instanceof LayerCheck layerCheck) {
            layerChecks.put(
                    layerCheck,
                    layerCheck instanceof Chosen chosen
                            ? Optional.of(Chosen.condition(chosen.rule()))
                            : Optional.empty());
        }
    }

    /** Whether the rule speaks of this layer, but the project has not what it needs. */
    private boolean lacks(QualityRule rule) {
        boolean otherMissing = !around.hasAsked(rule);
        boolean ofTowns = rule.type().equals("each")
                || rule.type().equals("town") && kind.field("town").isPresent();
        boolean townsMissing = ofTowns && around.towns().isEmpty();
        boolean columnMissing = rule.setting("field")
                .filter(field -> source.getSchema().indexOf(field) < 0)
                .isPresent();
        return otherMissing || townsMissing || columnMissing || rule.holds().isPresent();
    }

    LayerReport run(Progress progress) {
        missingColumns();
        boolean whole = scope.whole(layer);
        Envelope subjects = new Envelope();
        LayerRows together = new LayerRows(columns(layerChecks.keySet()));
        read(scope.rows(layer), progress.part(0, 0.5), row -> {
            if (whole) {
                keep(together, layerChecks.keySet(), row, scope.takesTown(row.town()));
            } else if (row.shape() != null) {
                subjects.expandToInclude(row.shape().getEnvelopeInternal());
            }
        });
        if (whole) {
            collect(layerChecks.keySet(), together, progress.part(0.5, 1));
        } else if (rows > 0 || scope.rows(layer).isPresent()) {
            new PartRun(this, subjects).run(layerChecks.keySet(), progress.part(0.5, 1));
        }
        findings.sort(LayerReport.order(kind));
        boolean all = whole && scope.rules().isEmpty() && scope.town().isEmpty();
        return new LayerReport(layer, kind, rows, all, findings, counts, plans, skipped, indicators);
    }

    String layer() {
        return layer;
    }

    Scope scope() {
        return scope;
    }

    /** Whether the layer is kept in the project's CRS, so that its spatial index can be asked. */
    boolean inProjectCrs() {
        return transform.isEmpty();
    }

    SimpleFeatureSource source() {
        return source;
    }

    static Set<String> columns(Iterable<LayerCheck> checks) {
        Set<String> names = new LinkedHashSet<>();
        checks.forEach(check -> names.addAll(check.columns()));
        return names;
    }

    /** Puts a row among those that layer checks see together. */
    void keep(LayerRows together, Iterable<LayerCheck> checks, Row row, boolean subject) {
        together.add(row, subject);
        for (LayerCheck check : checks) {
            Optional<Filter> where = layerChecks.get(check);
            if (where.isPresent() && where.get().evaluate(row.feature())) {
                together.mean(check);
            }
        }
    }

    void collect(Collection<LayerCheck> checks, LayerRows together, Progress progress) {
        int done = 0;
        for (LayerCheck check : checks) {
            Found found = new Found(layer);
            check.check(together, found, progress.part((double) done++ / checks.size(), (double) done / checks.size()));
            found.findings().forEach(this::take);
            plans.addAll(found.plans());
        }
    }

    Row row(SimpleFeature feature) {
        Geometry shape = (Geometry) feature.getDefaultGeometry();
        if (shape == null || transform.isEmpty()) {
            return new Row(feature, shape, around.townOf(feature, kind, shape));
        }
        // conditions measure the geometry of the feature: metres, not degrees
        SimpleFeature placed = SimpleFeatureBuilder.copy(feature);
        placed.setDefaultGeometry(transform.get().apply(shape));
        Geometry metres = (Geometry) placed.getDefaultGeometry();
        return new Row(placed, metres, around.townOf(feature, kind, metres));
    }

    private void missingColumns() {
        Found found = new Found(layer);
        for (QualityRule rule : kind.rules()) {
            boolean required = rule.type().equals("field")
                    && rule.setting("problem").orElse("").equals("missing");
            for (Field field : required && scope.takesRule(rule.key()) ? kind.fields() : List.<Field>of()) {
                if (field.required() && source.getSchema().indexOf(field.key()) < 0) {
                    found.inLayer(rule, "").field(field.key()).say("edit.check-no-column", field.key(), field.title());
                }
            }
        }
        found.findings().forEach(this::take);
    }

    private void read(Optional<Set<Long>> keys, Progress progress, java.util.function.Consumer<Row> kept) {
        try (SimpleFeatureIterator features =
                Neighbours.subjects(source, layer, keys, transform.isEmpty() ? scope.extent() : new Envelope())) {
            double expected = Math.max(1, source.getCount(Query.ALL));
            List<SimpleFeature> batch = new ArrayList<>(BATCH);
            long read = 0;
            while (features.hasNext()) {
                batch.add(features.next());
                if (batch.size() == BATCH || !features.hasNext()) {
                    check(batch, progress.part(read / expected, (read + batch.size()) / expected), kept);
                    read += batch.size();
                    batch.clear();
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("edit.check-unreadable", layer, e.getMessage()), e);
        }
    }

    private void check(List<SimpleFeature> batch, Progress progress, java.util.function.Consumer<Row> kept) {
        Row[] made = new Row[batch.size()];
        long[] masks = new long[batch.size()];
        Found[] found = new Found[batch.size()];
        Parallel.items(batch.size(), BAND, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                made[i] = row(batch.get(i));
                if (!scope.extent().isNull() && !meets(made[i].shape())) {
                    made[i] = null;
                    continue;
                }
                found[i] = new Found(layer);
                if (!scope.takesTown(made[i].town())) {
                    continue;
                }
                masks[i] = indicators.of(made[i]);
                for (RowCheck check : rowChecks) {
                    check.check(made[i], found[i]);
                }
            }
        });
        for (int i = 0; i < made.length; i++) {
            if (made[i] != null) {
                if (scope.takesTown(made[i].town())) {
                    rows++;
                    indicators.add(made[i], masks[i]);
                }
                kept.accept(made[i]);
                found[i].findings().forEach(this::take);
            }
        }
    }

    private boolean meets(Geometry shape) {
        return shape != null && scope.extent().intersects(shape.getEnvelopeInternal());
    }

    private void take(Finding finding) {
        boolean ofLayer = finding.fid() == 0 && finding.town().isEmpty();
        if (!ofLayer && !scope.takesTown(finding.town())) {
            return;
        }
        long count = counts.merge(finding.rule().key(), 1L, Long::sum);
        if (count <= LISTED) {
            findings.add(finding);
        } else {
            indicators.unlisted(finding);
        }
    }
}
