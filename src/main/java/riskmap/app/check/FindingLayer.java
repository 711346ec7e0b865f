package riskmap.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.data.DefaultTransaction;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.Title;
import riskmap.data.gpkg.LayerStyle;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Excuse;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.LayerReport;
import riskmap.edit.check.MissingKind;
import riskmap.geo.crs.Crs;
import riskmap.map.MapLayer;
import riskmap.style.SldWriter;
import riskmap.style.Styles;

/**
 * The error layer: the findings of the last check as a point layer of the project, in a group of its own on the map, so
 * that QGIS and ArcGIS see them too. A check replaces what was there about the rows it has looked at.
 */
public final class FindingLayer {
    /** Name of the table, of its kind and of its style. */
    public static final String NAME = "quality_finding";

    private static final int CHUNK = 400;
    private static final int PROBLEM = 500;

    private final Workspace workspace;
    private final Excuses excuses;
    private final String checkedAt = QualityBook.now();

    /** What its group on the map is called, in whichever language it was made. */
    public static Title groupTitle() {
        Message group = Message.of("app.quality-group");
        return new Title(group.text(Language.CHINESE), group.text(Language.ENGLISH));
    }

    FindingLayer(Workspace workspace, Excuses excuses) {
        this.workspace = workspace;
        this.excuses = excuses;
    }

    /** Puts what the report says into the layer, in one transaction, and shows the layer. */
    void write(CheckReport report, Progress progress) {
        SimpleFeatureType type = type();
        try {
            prepare(type);
            SimpleFeatureStore store =
                    (SimpleFeatureStore) workspace.store().dataStore().getFeatureSource(NAME);
            Set<FeatureId> outdated = outdated(store, report, progress);
            List<SimpleFeature> rows = rows(report, type);
            try (Transaction transaction = new DefaultTransaction(NAME)) {
                store.setTransaction(transaction);
                try {
                    remove(store, outdated);
                    store.addFeatures(new ListFeatureCollection(type, rows));
                    progress.check();
                    transaction.commit();
                } catch (IOException | RuntimeException e) {
                    transaction.rollback();
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", e.getMessage()), e);
        }
        show();
    }

    private SimpleFeatureType type() {
        return Catalogue.standard()
                .kind(NAME)
                .featureType(NAME, Crs.of(workspace.map().crs()));
    }

    private void prepare(SimpleFeatureType type) throws IOException {
        if (workspace.layers().contains(NAME)) {
            SimpleFeatureType there = workspace.features(NAME).getSchema();
            boolean same = type.getAttributeDescriptors().stream()
                    .allMatch(column -> there.getDescriptor(column.getLocalName()) != null);
            if (same && Crs.same(there.getCoordinateReferenceSystem(), type.getCoordinateReferenceSystem())) {
                return;
            }
            workspace.store().dataStore().removeSchema(NAME);
        }
        workspace
                .store()
                .createLayer(type, Catalogue.standard().kind(NAME).title().chinese());
        workspace.store().putStyle(LayerStyle.of(NAME, NAME, SldWriter.write(Styles.shipped(NAME))));
    }

    /** Rows about what was checked now, and about layers that are gone. */
    private Set<FeatureId> outdated(SimpleFeatureStore store, CheckReport report, Progress progress)
            throws IOException {
        Set<FeatureId> found = new HashSet<>();
        Set<String> layers = new HashSet<>(workspace.layers());
        FilterFactory filters = CommonFactoryFinder.getFilterFactory();
        try (SimpleFeatureIterator rows = store.getFeatures().features()) {
            while (rows.hasNext()) {
                progress.check();
                SimpleFeature row = rows.next();
                String layer = String.valueOf(row.getAttribute("layer"));
                boolean missing = isPresence(layer, String.valueOf(row.getAttribute("rule")));
                if (missing ? isOutdated(layer, report) : !layers.contains(layer) || isAgain(row, layer, report)) {
                    found.add(filters.featureId(row.getID()));
                }
            }
        }
        return found;
    }

    private static boolean isAgain(SimpleFeature row, String layer, CheckReport report) {
        LayerReport checked = report.layer(layer).orElse(null);
        return checked != null && (checked.whole() || covers(checked, row.getAttribute("row_fid")));
    }

    /** Whether a row says that a kind of layer is missing. */
    private boolean isPresence(String layer, String rule) {
        Optional<LayerKind> kind = workspace.layers().contains(layer)
                ? workspace.kind(layer)
                : Catalogue.standard().find(layer);
        return kind.stream()
                .flatMap(known -> known.rules().stream())
                .anyMatch(known -> known.key().equals(rule) && known.type().equals(MissingKind.PRESENT));
    }

    /** A check of a part does not know what the others lack; a layer that it found rows in is not missing. */
    private static boolean isOutdated(String layer, CheckReport report) {
        return report.complete()
                || report.layer(layer).filter(checked -> checked.rows() > 0).isPresent();
    }

    private static boolean covers(LayerReport checked, Object fid) {
        return !(fid instanceof Number key) || checked.indicators().row(key.longValue()) >= 0;
    }

    private static void remove(SimpleFeatureStore store, Set<FeatureId> outdated) throws IOException {
        FilterFactory filters = CommonFactoryFinder.getFilterFactory();
        List<FeatureId> all = new ArrayList<>(outdated);
        for (int i = 0; i < all.size(); i += CHUNK) {
            store.removeFeatures(filters.id(new HashSet<>(all.subList(i, Math.min(all.size(), i + CHUNK)))));
        }
    }

    private List<SimpleFeature> rows(CheckReport report, SimpleFeatureType type) {
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
        List<SimpleFeature> rows = new ArrayList<>();
        for (LayerReport layer : report.layers()) {
            for (Finding finding : layer.findings()) {
                fill(builder, layer.kind(), finding);
                rows.add(builder.buildFeature(null));
            }
        }
        for (MissingKind missing : report.missing()) {
            fill(builder, missing.kind(), missing.finding());
            rows.add(builder.buildFeature(null));
        }
        return rows;
    }

    private void fill(SimpleFeatureBuilder builder, LayerKind kind, Finding finding) {
        Excuse excuse = excuses.about(finding).orElse(null);
        builder.set(LayerKind.GEOMETRY, place(finding.place()));
        builder.set("layer", finding.layer());
        builder.set("layer_title", kind.title().text());
        builder.set("rule", finding.rule().key());
        builder.set("rule_title", finding.rule().title().text());
        builder.set("severity", finding.isError() ? "error" : "warning");
        builder.set("state", excuses.of(finding).name().toLowerCase(java.util.Locale.ROOT));
        builder.set("problem", cut(finding.message().text()));
        builder.set("row_uuid", finding.uuid());
        builder.set("row_fid", finding.fid() == 0 ? null : (Long) finding.fid());
        builder.set("name", cut(finding.name()));
        builder.set("town", finding.town());
        builder.set("field", finding.field());
        builder.set(
                "field_title",
                kind.field(finding.field())
                        .map(Field::title)
                        .map(Object::toString)
                        .orElse(""));
        builder.set("fix", finding.fix() == null ? "" : finding.fix().title().text());
        builder.set("finding_id", finding.id());
        builder.set("excuse_reason", excuse == null ? "" : cut(excuse.reason()));
        builder.set("excused_by", excuse == null ? "" : excuse.by());
        builder.set("excused_at", excuse == null ? "" : excuse.at());
        builder.set("checked_at", checkedAt);
        builder.set("evidence", finding.evidence());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= PROBLEM
                ? text
                : text.substring(0, text.offsetByCodePoints(0, PROBLEM));
    }

    private static Point place(Geometry place) {
        return place == null || place.isEmpty()
                ? null
                : place instanceof Point point ? point : place.getInteriorPoint();
    }

    /** Puts the layer on top of the map, where it is not there yet. */
    private void show() {
        boolean known = workspace.map().layers().stream()
                .anyMatch(layer -> layer.source().equals("#" + NAME));
        if (!known) {
            workspace.updateMap(map -> {
                List<MapLayer> layers = new ArrayList<>(map.layers());
                String title = Catalogue.standard().kind(NAME).title().text();
                String group = groupTitle().text();
                layers.add(new MapLayer(NAME, title, group, "#" + NAME, NAME, "", true, 1));
                return map.withLayers(layers);
            });
        }
    }
}
