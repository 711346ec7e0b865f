package riskmap.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.data.Changes;
import riskmap.data.LayerKind;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;

/**
 * The rules that data keep whatever door they come through: for a new row every field of the catalogue, for a changed
 * row the columns that change (and fields whose being required hangs on them): type, domain, range, length, required;
 * a uuid used once; geometry of the layer's type, valid, with finite coordinates. Layers that the catalogue does not know
 * have the rules of their schema.
 */
public final class CommitRules {
    private final GeoPackage store;
    private final Function<String, Optional<LayerKind>> kinds;
    private final Map<String, LayerRules> known = new ConcurrentHashMap<>();

    /** @param kinds the catalogue kind of a layer, where it has one */
    public CommitRules(GeoPackage store, Function<String, Optional<LayerKind>> kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /** What stands against a step; empty where it may be committed. */
    public List<RuleViolation> check(Changes changes) {
        return check(changes, Set.of());
    }

    /** @param fresh uuids that were made just now and need not be looked for */
    List<RuleViolation> check(Changes changes, Set<String> fresh) {
        List<RuleViolation> found = new ArrayList<>();
        for (RowChange row : changes.rows()) {
            found.addAll(check(row));
        }
        found.addAll(new UniqueIds(store, fresh).check(changes));
        return found;
    }

    /** What stands against one row by itself: all but that its uuid is used once. For streams of rows, as in an import. */
    public List<RuleViolation> check(RowChange row) {
        if (row.isRemoved()) {
            return List.of();
        }
        LayerRules rules = of(row.layer());
        if (row.isAdded()) {
            return rules.added(row.fid(), row.after());
        }
        return rules.changed(row.fid(), row.after(), columns -> now(row, columns));
    }

    /** The rules of one layer. */
    public LayerRules of(String layer) {
        SimpleFeatureType type = schema(layer);
        LayerRules rules = known.get(layer);
        if (rules == null || !rules.type().equals(type)) {
            rules = new LayerRules(layer, type, kinds.apply(layer).orElse(null));
            known.put(layer, rules);
        }
        return rules;
    }

    /** The rules of a layer that does not exist yet, such as the target of an import. */
    public static LayerRules of(String layer, SimpleFeatureType type, LayerKind kind) {
        return new LayerRules(layer, type, kind);
    }

    private Map<String, Object> now(RowChange row, List<String> columns) {
        Map<String, Object> values = new LinkedHashMap<>(store.edits().values(row.layer(), row.fid(), columns));
        values.putAll(row.after());
        return values;
    }

    SimpleFeatureType schema(String layer) {
        return store.schema(layer);
    }
}
