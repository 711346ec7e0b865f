package riskmap.risk.model.count;

import java.util.List;
import riskmap.base.Message;
import riskmap.data.Table;

/**
 * Something counted by town and level.
 *
 * @param kind layer kind
 * @param key {@code count}, {@code length_km}, or the field that is added up
 * @param unit unit symbol
 * @param what how it is counted
 */
public record Measure(String kind, String key, String unit, What what) {
    /** How something is counted. */
    public enum What {
        /** Features, by their centroid. */
        COUNT,
        /** A field of the features, by their centroid. */
        SUM,
        /** Length of lines, cut at the borders of the cells. */
        LENGTH
    }

    public static final List<Measure> ALL = List.of(
            new Measure("building", "count", "", What.COUNT),
            new Measure("building", "people", "人", What.SUM),
            new Measure("village", "count", "", What.COUNT),
            new Measure("school", "count", "", What.COUNT),
            new Measure("school", "students", "人", What.SUM),
            new Measure("hospital", "count", "", What.COUNT),
            new Measure("hospital", "beds", "张", What.SUM),
            new Measure("shelter", "count", "", What.COUNT),
            new Measure("shelter", "capacity_people", "人", What.SUM),
            new Measure("crowded_place", "count", "", What.COUNT),
            new Measure("crowded_place", "capacity", "人", What.SUM),
            new Measure("hazardous_site", "count", "", What.COUNT),
            new Measure("hazardous_site", "quantity_t", "t", What.SUM),
            new Measure("reservoir", "count", "", What.COUNT),
            new Measure("bridge_tunnel", "count", "", What.COUNT),
            new Measure("road", "length_km", "km", What.LENGTH));

    /** Heading of its column, key {@code risk.measure-KIND-KEY}. */
    public Message title() {
        return Message.of("risk.measure-" + kind.replace('_', '-') + "-" + key.replace('_', '-'));
    }

    /** The rule it is counted by. */
    public String rule() {
        return what == What.LENGTH ? "length-split-at-cells" : "centroid-within";
    }

    int decimals() {
        return what == What.LENGTH || unit.equals("t") ? 1 : 0;
    }

    /** The column of a table that it fills. */
    public Table.Column column() {
        return new Table.Column(kind + "_" + key, title(), unit, decimals());
    }
}
