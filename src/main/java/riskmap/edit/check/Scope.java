package riskmap.edit.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;

/**
 * What is checked.
 *
 * @param layers layer → keys of its rows; an empty set means all rows of the layer; no layers at all means every layer
 * @param extent only rows that meet it, in the project's CRS; a null extent means everywhere
 * @param rules keys of the rules to run; empty for all
 * @param town only rows that belong to this town, and what is missing in it; empty for all
 */
public record Scope(Map<String, Set<Long>> layers, Envelope extent, Set<String> rules, String town) {
    public Scope {
        Map<String, Set<Long>> copy = new TreeMap<>();
        layers.forEach((layer, rows) -> copy.put(layer, java.util.Collections.unmodifiableSet(new TreeSet<>(rows))));
        layers = java.util.Collections.unmodifiableMap(copy);
        extent = extent == null ? new Envelope() : new Envelope(extent);
        rules = Set.copyOf(rules);
    }

    /** Every row of every layer. */
    public static Scope all() {
        return new Scope(Map.of(), null, Set.of(), "");
    }

    /** Every row of some layers. */
    public static Scope layers(List<String> names) {
        Map<String, Set<Long>> layers = new TreeMap<>();
        names.forEach(name -> layers.put(name, Set.of()));
        return new Scope(layers, null, Set.of(), "");
    }

    /** Some rows. */
    public static Scope rows(Map<String, Set<Long>> rows) {
        return new Scope(rows, null, Set.of(), "");
    }

    /** Only what meets an extent. */
    public Scope within(Envelope area) {
        return new Scope(layers, area, rules, town);
    }

    /** Only some rules; empty for all. */
    public Scope withRules(Set<String> keys) {
        return new Scope(layers, extent, keys, town);
    }

    /** Only what belongs to a town; empty for all. */
    public Scope withTown(String name) {
        return new Scope(layers, extent, rules, name);
    }

    /** Whether what belongs to a town is meant. */
    boolean takesTown(String name) {
        return town.isEmpty() || town.equals(name);
    }

    boolean takes(String layer) {
        return layers.isEmpty() || layers.containsKey(layer);
    }

    /** The rows of a layer that are meant; empty when all are. */
    Optional<Set<Long>> rows(String layer) {
        return Optional.ofNullable(layers.get(layer)).filter(rows -> !rows.isEmpty());
    }

    /** Whether everything is checked. */
    boolean complete() {
        return equals(all());
    }

    /** Whether all rows of the layer are read, so that one reading serves all checks. */
    boolean whole(String layer) {
        return takes(layer) && rows(layer).isEmpty() && extent.isNull();
    }

    boolean takesRule(String key) {
        return rules.isEmpty() || rules.contains(key);
    }
}
