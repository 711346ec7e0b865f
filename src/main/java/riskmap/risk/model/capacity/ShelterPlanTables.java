package riskmap.risk.model.capacity;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerKind;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.capacity.ReliefNeed;
import riskmap.risk.capacity.ShelterAllocation;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.result.ResultRows;

/** The plan as layers and tables: flows, people without a place, use of the shelters, relief. */
public final class ShelterPlanTables {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Inputs inputs;
    private final ParameterValues values;
    private final ShelterDemand demand;
    private final ShelterPlaces places;
    private final ShelterAllocation.Result result;
    private final ShelterPlan plan;

    public ShelterPlanTables(
            Inputs inputs, ParameterValues values, ShelterDemand demand, ShelterPlaces places, ShelterPlan plan) {
        this.inputs = inputs;
        this.values = values;
        this.demand = demand;
        this.places = places;
        this.plan = plan;
        this.result = plan.result();
    }

    public RiskResult result(List<Message> notes, Progress progress) {
        List<Table> tables = new ArrayList<>(List.of(summary(), byTown(), byShelter()));
        if (inputs.has("supply_stock")) {
            tables.add(relief(progress));
        }
        tables.add(capacityByTown(progress));
        Workings workings = new Workings();
        workings.add(
                "allocation", "Σ u = N − Σ p", result.totalUnserved(), "人", "%s − %s", demand.total(), result.served());
        notes.add(ConservationTable.note(demand.conservation()));
        return new RiskResult(
                List.of(flows().features(), unserved().features()),
                List.of(),
                tables,
                List.of(demand.conservation()),
                notes,
                workings.lines(),
                List.of(new Chart("shelter-plan-by-town", Chart.Kind.BAR, "town", List.of("served", "unserved"))));
    }

    private ResultRows flows() {
        ResultRows rows = new ResultRows("evacuation_flow", demand.crs());
        for (ShelterAllocation.Move move : result.moves()) {
            ShelterDemand.Cell cell = demand.cells().get(move.point());
            ShelterPlaces.Shelter shelter = places.shelters().get(move.shelter());
            SimpleFeature row = rows.add();
            row.setAttribute(
                    LayerKind.GEOMETRY, FACTORY.createMultiLineString(new org.locationtech.jts.geom.LineString[] {
                        FACTORY.createLineString(new Coordinate[] {
                            new Coordinate(cell.x(), cell.y()), new Coordinate(shelter.x(), shelter.y())
                        })
                    }));
            row.setAttribute("town", demand.town(cell.town()).toString());
            row.setAttribute("shelter", shelter.name());
            row.setAttribute("people", (long) move.people());
            row.setAttribute("distance_m", move.metres());
        }
        return rows;
    }

    private ResultRows unserved() {
        ResultRows rows = new ResultRows("unserved_people", demand.crs());
        for (int i = 0; i < result.unserved().length; i++) {
            if (result.unserved()[i] > 0) {
                ShelterDemand.Cell cell = demand.cells().get(i);
                SimpleFeature row = rows.add();
                row.setAttribute(LayerKind.GEOMETRY, FACTORY.createPoint(new Coordinate(cell.x(), cell.y())));
                row.setAttribute("town", demand.town(cell.town()).toString());
                row.setAttribute("people", (long) result.unserved()[i]);
                row.setAttribute("reason", plan.isCovered(i) ? "full" : "far");
                row.setAttribute("nearest_m", Double.isFinite(plan.nearest(i)) ? plan.nearest(i) : null);
            }
        }
        return rows;
    }

    private Table summary() {
        long far = 0;
        long full = 0;
        for (int i = 0; i < result.unserved().length; i++) {
            if (plan.isCovered(i)) {
                full += result.unserved()[i];
            } else {
                far += result.unserved()[i];
            }
        }
        long places =
                java.util.Arrays.stream(this.places.capacities()).asLongStream().sum();
        List<List<Object>> rows = List.of(
                List.of(Message.of("risk.plan-demand"), demand.total(), ""),
                List.of(Message.of("risk.plan-capacity"), places, ""),
                List.of(Message.of("risk.plan-covered"), demand.total() - far, ""),
                List.of(Message.of("risk.plan-served"), result.served(), ""),
                List.of(Message.of("risk.plan-far"), far, ""),
                List.of(Message.of("risk.plan-full"), full, ""),
                List.of(
                        Message.of("risk.plan-mean-way"),
                        result.served() == 0 ? 0.0 : result.personMetres() / result.served(),
                        "m"));
        return new Table(
                "shelter-plan",
                Message.of("risk.table-shelter-plan"),
                List.of(column("measure", "", 0), column("value", "", 0), column("unit", "", 0)),
                rows);
    }

    private Table byTown() {
        int count = demand.towns().size();
        // one more for what lies outside all towns
        double[][] sums = new double[count + 1][4];
        for (int i = 0; i < demand.cells().size(); i++) {
            int town = demand.cells().get(i).town();
            double[] sum = sums[town < 0 ? count : town];
            sum[0] += demand.cells().get(i).people();
            sum[2] += result.unserved()[i];
        }
        for (ShelterAllocation.Move move : result.moves()) {
            int town = demand.cells().get(move.point()).town();
            double[] sum = sums[town < 0 ? count : town];
            sum[1] += move.people();
            sum[3] += move.people() * move.metres();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town <= count; town++) {
            double[] sum = sums[town];
            if (town < count || sum[0] > 0) {
                List<Object> row = new ArrayList<>();
                row.add(demand.town(town == count ? -1 : town));
                row.add((long) sum[0]);
                row.add((long) sum[1]);
                row.add((long) sum[2]);
                row.add(sum[1] > 0 ? sum[3] / sum[1] : null);
                rows.add(row);
            }
        }
        return new Table(
                "shelter-plan-by-town",
                Message.of("risk.table-shelter-plan-by-town"),
                List.of(
                        column("town", "", 0),
                        column("demand", "人", 0),
                        column("served", "人", 0),
                        column("unserved", "人", 0),
                        column("mean-way", "m", 0)),
                rows);
    }

    private Table byShelter() {
        int[] used = new int[places.shelters().size()];
        result.moves().forEach(move -> used[move.shelter()] += move.people());
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            ShelterPlaces.Shelter shelter = places.shelters().get(i);
            List<Object> row = new ArrayList<>();
            row.add(shelter.name());
            row.add(shelter.stated() < 0 ? null : (Object) shelter.stated());
            row.add(shelter.byArea() < 0 ? null : (Object) shelter.byArea());
            row.add(shelter.capacity());
            row.add(used[i]);
            row.add(shelter.capacity() - used[i]);
            rows.add(row);
        }
        return new Table(
                "shelter-use",
                Message.of("risk.table-shelter-use"),
                List.of(
                        column("shelter", "", 0),
                        column("stated-capacity", "人", 0),
                        column("area-capacity", "人", 0),
                        column("capacity", "人", 0),
                        column("assigned", "人", 0),
                        column("free", "人", 0)),
                rows);
    }

    /** What the displaced people need beside what is in stock, item by item. */
    private Table relief(Progress progress) {
        LayerRows stock = inputs.rows("supply_stock", progress);
        String[] items = stock.texts("item");
        String[] units = stock.texts("unit");
        double[] quantity = stock.numbers("quantity");
        List<List<Object>> rows = new ArrayList<>();
        for (Map.Entry<String, Double> need : values.weights("relief-per-head").entrySet()) {
            double there = 0;
            String unit = "";
            for (int row = 0; row < stock.size(); row++) {
                if (need.getKey().equals(items[row]) && quantity[row] > 0) {
                    there += quantity[row];
                    unit = units[row] == null ? unit : units[row];
                }
            }
            double wanted = ReliefNeed.of(need.getValue(), demand.total());
            rows.add(List.of(need.getKey(), need.getValue(), wanted, there, Math.max(0, wanted - there), unit));
        }
        return new Table(
                "relief",
                Message.of("risk.table-relief"),
                List.of(
                        column("item", "", 0),
                        column("per-head", "", 2),
                        column("needed", "", 0),
                        column("in-stock", "", 0),
                        column("missing", "", 0),
                        column("unit", "", 0)),
                rows);
    }

    /** Beds, rescuers and shelter places of each town beside its people in buildings. */
    private Table capacityByTown(Progress progress) {
        Map<Object, double[]> sums = new LinkedHashMap<>();
        demand.towns().forEach(town -> sums.put(town, new double[4]));
        demand.cells().forEach(cell -> add(sums, demand.town(cell.town()), 0, cell.people()));
        addLayer(sums, "hospital", "beds", 1, progress);
        addLayer(sums, "rescue_team", "people", 2, progress);
        addLayer(sums, "shelter", "capacity_people", 3, progress);
        List<List<Object>> rows = new ArrayList<>();
        sums.forEach((town, sum) -> {
            List<Object> row = new ArrayList<>();
            row.add(town);
            for (double value : sum) {
                row.add(value);
            }
            row.add(sum[0] > 0 ? 1000 * sum[1] / sum[0] : null);
            rows.add(row);
        });
        return new Table(
                "capacity-by-town",
                Message.of("risk.table-capacity-by-town"),
                List.of(
                        column("town", "", 0),
                        column("demand", "人", 0),
                        column("beds", "张", 0),
                        column("rescuers", "人", 0),
                        column("capacity", "人", 0),
                        column("beds-per-1000", "", 1)),
                rows);
    }

    private void addLayer(Map<Object, double[]> sums, String kind, String field, int column, Progress progress) {
        if (!inputs.has(kind) || !inputs.has("town")) {
            return;
        }
        LayerRows towns = inputs.rows("town", progress).in(demand.crs(), progress);
        var index = new riskmap.geo.overlay.AreaIndex(towns.geometries());
        LayerRows rows = inputs.rows(kind, progress).in(demand.crs(), progress);
        double[] numbers = rows.numbers(field);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null && numbers[row] > 0) {
                var centre = rows.geometry(row).getCentroid();
                add(sums, demand.town(index.first(centre.getX(), centre.getY())), column, numbers[row]);
            }
        }
    }

    private static void add(Map<Object, double[]> sums, Object town, int column, double value) {
        sums.computeIfAbsent(town, name -> new double[4])[column] += value;
    }
}
