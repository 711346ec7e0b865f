package riskmap.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/**
 * Survey layers against the catalogue: values missing, of the wrong type, outside their domain or range, a uuid used
 * twice, geometry missing or invalid. All findings are counted; the first ones of each layer are listed with their place.
 */
public final class FieldChecks {
    private static final int LISTED = 50;

    private final List<String> listed = new ArrayList<>();
    private final List<Object> facts = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();
    private long found;
    private int listedHere;

    private FieldChecks() {}

    /** Checks one layer of a project, or all that are of a catalogue kind when none is named. */
    public static Answer check(Path project, String layer, Progress progress) {
        try (Workspace workspace = Workspace.open(project, true, progress)) {
            List<String> layers = layer == null ? workspace.layers() : List.of(layer);
            List<List<String>> summary = new ArrayList<>();
            List<Object> perLayer = new ArrayList<>();
            FieldChecks checks = new FieldChecks();
            for (int i = 0; i < layers.size(); i++) {
                String name = layers.get(i);
                Optional<LayerKind> kind = workspace.kind(name);
                if (kind.isEmpty() && layer != null) {
                    throw RiskMapException.of("app.check-no-kind", name);
                }
                if (kind.isPresent()) {
                    progress.report((double) i / layers.size(), Message.of("app.check-layer", name));
                    long before = checks.found;
                    long rows = checks.layer(workspace.features(name), name, kind.get(), progress);
                    long count = checks.found - before;
                    summary.add(List.of(name, kind.get().title().text(), Long.toString(rows), Long.toString(count)));
                    perLayer.add(Map.of("layer", name, "features", rows, "findings", count));
                }
            }
            return checks.answer(project, summary, perLayer);
        }
    }

    private Answer answer(Path project, List<List<String>> summary, List<Object> perLayer) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                Message.of("app.column-layer").text(),
                Message.of("app.list-title").text(),
                Message.of("app.column-count").text(),
                Message.of("app.column-findings").text()));
        table.addAll(summary);
        StringBuilder text = new StringBuilder(TextTable.columns(table, null)).append('\n');
        listed.forEach(line -> text.append(line).append('\n'));
        text.append(
                Message.of("app.check-total", project, summary.size(), found).text());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("layers", perLayer);
        all.put("findings", found);
        all.put("listed", facts);
        return new Answer(text.toString(), all, found == 0);
    }

    private long layer(SimpleFeatureSource source, String name, LayerKind kind, Progress progress) {
        listedHere = 0;
        seen.clear();
        List<Field> fields = kind.fields().stream()
                .filter(field -> {
                    boolean there = source.getSchema().getDescriptor(field.key()) != null;
                    if (!there && field.required()) {
                        found(
                                name,
                                "",
                                null,
                                Message.of(
                                        "app.check-no-column",
                                        field.key(),
                                        field.title().text()));
                    }
                    return there;
                })
                .toList();
        boolean spatial = source.getSchema().getGeometryDescriptor() != null;
        long rows = 0;
        try (SimpleFeatureIterator features = source.getFeatures().features()) {
            while (features.hasNext()) {
                if ((rows++ & 255) == 0) {
                    progress.check();
                }
                SimpleFeature feature = features.next();
                for (Field field : fields) {
                    field.problemIn(feature::getAttribute)
                            .ifPresent(problem -> found(name, feature.getID(), place(feature), problem));
                }
                uuid(name, feature, fields);
                if (spatial) {
                    geometry(name, feature);
                }
            }
        } catch (java.io.IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", name, e.getMessage()), e);
        }
        return rows;
    }

    private void uuid(String layer, SimpleFeature feature, List<Field> fields) {
        boolean has = fields.stream().anyMatch(field -> field.key().equals("uuid"));
        if (has && feature.getAttribute("uuid") instanceof String uuid && !uuid.isBlank()) {
            String first = seen.putIfAbsent(uuid, feature.getID());
            if (first != null) {
                found(layer, feature.getID(), place(feature), Message.of("app.check-uuid-twice", uuid, first));
            }
        }
    }

    private void geometry(String layer, SimpleFeature feature) {
        Geometry geometry = (Geometry) feature.getDefaultGeometry();
        if (geometry == null || geometry.isEmpty()) {
            found(layer, feature.getID(), null, Message.of("app.check-no-geometry"));
            return;
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            found(layer, feature.getID(), error.getCoordinate(), Message.of("app.check-invalid", error.getMessage()));
        }
    }

    private static Coordinate place(SimpleFeature feature) {
        Geometry geometry = (Geometry) feature.getDefaultGeometry();
        return geometry == null || geometry.isEmpty() ? null : geometry.getCoordinate();
    }

    private void found(String layer, String feature, Coordinate place, Message problem) {
        found++;
        if (++listedHere > LISTED) {
            return;
        }
        String where = place == null ? "" : String.format(java.util.Locale.ROOT, " (%.2f, %.2f)", place.x, place.y);
        listed.add((feature.isEmpty() ? layer : feature) + where + "  " + problem.text());
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("layer", layer);
        fact.put("feature", feature);
        fact.put("x", place == null ? null : place.x);
        fact.put("y", place == null ? null : place.y);
        fact.put("problem", problem.text());
        facts.add(fact);
    }
}
