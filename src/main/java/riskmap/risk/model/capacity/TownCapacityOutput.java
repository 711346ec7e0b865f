package riskmap.risk.model.capacity;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.overlay.Coverage;
import riskmap.risk.Chart;
import riskmap.risk.RiskLevel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.capacity.ReliefNeed;
import riskmap.risk.chemical.FootprintShape;
import riskmap.risk.model.combination.CombinationAreas;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.count.PlanProgress;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;

/** The coping capacity of the towns as layers and tables: in order, per head, relief goods, and the counts of the plan. */
public final class TownCapacityOutput {
    private final Inputs inputs;
    private final ParameterValues values;
    private final TownCapacity capacity;
    private final List<Integer> order = new ArrayList<>();

    public TownCapacityOutput(Inputs inputs, ParameterValues values, TownCapacity capacity) {
        this.inputs = inputs;
        this.values = values;
        this.capacity = capacity;
        for (int town = 0; town < capacity.count(); town++) {
            order.add(town);
        }
        // the weakest first; towns that cannot be told last
        order.sort(java.util.Comparator.comparingDouble(
                town -> Double.isNaN(capacity.score(town)) ? Double.POSITIVE_INFINITY : capacity.score(town)));
    }

    public RiskResult result(Progress progress) {
        List<Table> tables = new ArrayList<>(List.of(ranking(), amounts()));
        if (inputs.has("supply_stock")) {
            tables.add(relief());
        }
        Table plan = new PlanProgress(inputs, values).table(progress.part(0, 0.2));
        if (!plan.rows().isEmpty()) {
            tables.add(plan);
        }
        List<Message> notes = new ArrayList<>(capacity.notes());
        notes.add(Message.of("risk.note-straight"));
        notes.add(Message.of("risk.note-coping"));
        capacity.proofs().forEach(proof -> notes.add(ConservationTable.note(proof)));
        return new RiskResult(
                List.of(towns().features(), serviceArea(progress.part(0.2, 1)).features()),
                List.of(),
                tables,
                capacity.proofs(),
                notes,
                workings().lines(),
                List.of(
                        new Chart("capacity-ranking", Chart.Kind.BAR, "town", List.of("points")),
                        new Chart("capacity-ranking", Chart.Kind.BAR, "town", List.of("places_per_head"))));
    }

    private int level(int town) {
        double score = capacity.score(town);
        return Double.isNaN(score) ? 0 : RiskLevel.COUNT + 1 - CombinationAreas.level(score, values.numbers("breaks"));
    }

    private ResultRows towns() {
        ResultRows rows = new ResultRows("coping_capacity", capacity.towns().crs());
        for (int town = 0; town < capacity.count(); town++) {
            int level = level(town);
            if (capacity.towns().geometry(town) != null && level > 0) {
                SimpleFeature row = rows.addArea(capacity.towns().geometry(town));
                row.setAttribute("town", capacity.name(town));
                row.setAttribute("level", (long) level);
                row.setAttribute("level_name", Message.of("risk.lack-" + level).text(Language.CHINESE));
                row.setAttribute("score", capacity.score(town));
                row.setAttribute("population", Columns.finite(capacity.population(town)));
                row.setAttribute("shelter_places", (long) capacity.sum("places", town));
                row.setAttribute("beds", (long) capacity.sum("beds", town));
                row.setAttribute("rescuers", (long) capacity.sum("rescuers", town));
                row.setAttribute("served_share", Columns.finite(capacity.indicator("service", town)));
            }
        }
        return rows;
    }

    /** The ground within reach of a shelter, by straight line. */
    private ResultRows serviceArea(Progress progress) {
        ResultRows rows = new ResultRows("service_area", capacity.towns().crs());
        List<Geometry> circles = new ArrayList<>();
        for (ShelterPlaces.Shelter shelter : capacity.shelters()) {
            if (shelter.capacity() > 0) {
                circles.add(FootprintShape.circle(shelter.x(), shelter.y(), shelter.reach()));
            }
        }
        Geometry whole = Coverage.union(circles, progress);
        for (int i = 0; i < whole.getNumGeometries(); i++) {
            if (!whole.getGeometryN(i).isEmpty()) {
                SimpleFeature row = rows.addArea(whole.getGeometryN(i));
                row.setAttribute("area_m2", whole.getGeometryN(i).getArea());
            }
        }
        return rows;
    }

    /** The towns from the weakest to the strongest, with the indicators. */
    private Table ranking() {
        List<List<Object>> rows = new ArrayList<>();
        for (int at = 0; at < order.size(); at++) {
            int town = order.get(at);
            List<Object> row = new ArrayList<>();
            row.add((long) at + 1);
            row.add(capacity.name(town));
            row.add(level(town) == 0 ? Message.of("risk.without-value") : Message.of("risk.lack-" + level(town)));
            row.add(Columns.finite(capacity.score(town)));
            for (String key : TownCapacity.INDICATORS) {
                row.add(Columns.finite(capacity.indicator(key, town)));
            }
            rows.add(row);
        }
        return new Table(
                "capacity-ranking",
                Message.of("risk.table-capacity-ranking"),
                List.of(
                        column("rank", "", 0),
                        column("town", "", 0),
                        column("lack", "", 0),
                        column("points", "", 3),
                        column("places-per-head", "", 3),
                        column("served-share", "", 3),
                        column("beds-per-1000", "", 2),
                        column("rescuers-per-10000", "", 2),
                        column("relief-share", "", 3)),
                rows);
    }

    private Table amounts() {
        List<String> keys =
                List.of("shelter", "places", "hospital", "beds", "team", "rescuers", "store", "housed", "served");
        List<List<Object>> rows = new ArrayList<>();
        double[] totals = new double[keys.size() + 1];
        for (int town = 0; town < capacity.count(); town++) {
            List<Object> row = new ArrayList<>();
            row.add(capacity.name(town));
            row.add(Columns.finite(capacity.population(town)));
            totals[0] += Double.isNaN(capacity.population(town)) ? 0 : capacity.population(town);
            for (int i = 0; i < keys.size(); i++) {
                row.add(capacity.sum(keys.get(i), town));
                totals[i + 1] += capacity.sum(keys.get(i), town);
            }
            rows.add(row);
        }
        List<Object> total = new ArrayList<>(List.of(Message.of("risk.total")));
        for (double each : totals) {
            total.add(each);
        }
        rows.add(total);
        return new Table(
                "capacity-amounts",
                Message.of("risk.table-capacity-amounts"),
                List.of(
                        column("town", "", 0),
                        column("population", "人", 0),
                        column("shelters", "", 0),
                        column("places", "人", 0),
                        column("hospitals", "", 0),
                        column("beds", "张", 0),
                        column("teams", "", 0),
                        column("rescuers", "人", 0),
                        column("stores", "", 0),
                        column("housed", "人", 0),
                        column("within-reach", "人", 0)),
                rows);
    }

    /** What displaced people of each town need beside what its stores hold. */
    private Table relief() {
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<String, Double> need : values.weights("relief-per-head").entrySet()) {
            double neededInAll = 0;
            double thereInAll = 0;
            for (int town = 0; town < capacity.count(); town++) {
                double displaced = capacity.displaced(town);
                if (!Double.isNaN(displaced)) {
                    double needed = ReliefNeed.of(need.getValue(), displaced);
                    double there = capacity.inStock(need.getKey(), town);
                    rows.add(List.of(
                            need.getKey(), capacity.name(town), displaced, needed, there, Math.max(0, needed - there)));
                    neededInAll += needed;
                    thereInAll += there;
                }
            }
            rows.add(java.util.Arrays.asList(
                    need.getKey(),
                    Message.of("risk.total"),
                    null,
                    neededInAll,
                    thereInAll,
                    Math.max(0, neededInAll - thereInAll)));
        }
        return new Table(
                "relief-by-town",
                Message.of("risk.table-relief-by-town"),
                List.of(
                        column("item", "", 0),
                        column("town", "", 0),
                        column("displaced", "人", 0),
                        column("needed", "", 0),
                        column("in-stock", "", 0),
                        column("missing", "", 0)),
                rows);
    }

    /** How the index of the weakest towns comes about. */
    private Workings workings() {
        Workings lines = new Workings();
        for (int town : order.subList(0, Math.min(3, order.size()))) {
            if (!Double.isNaN(capacity.score(town))) {
                lines.of(capacity.name(town));
                List<String> parts = new ArrayList<>();
                Map<String, Double> targets = values.weights("targets");
                for (String key : TownCapacity.INDICATORS) {
                    double value = capacity.indicator(key, town);
                    if (!Double.isNaN(value)) {
                        parts.add("min(1, " + Workings.shown(value) + "/"
                                + Workings.shown(targets.getOrDefault(key, 1.0)) + ")");
                    }
                }
                lines.add(
                        "coping-index",
                        "Σ w·min(1, v/z)/Σ w",
                        capacity.score(town),
                        "",
                        "Σ w·(%s)/Σ w",
                        String.join(" + ", parts));
            }
        }
        return lines;
    }
}
