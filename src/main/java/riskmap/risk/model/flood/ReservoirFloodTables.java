package riskmap.risk.model.flood;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.Workings;
import riskmap.risk.flood.CurveNumber;
import riskmap.risk.flood.LevelPool;
import riskmap.risk.flood.Storm;
import riskmap.risk.model.result.ResultRows;

/** What a storm does to the reservoirs: all of them in a table and a layer, the one in most danger step by step. */
public final class ReservoirFloodTables {
    private final Inputs inputs;
    private final List<RoutedFlood> routed;

    /** The results, the one in most danger first. */
    public ReservoirFloodTables(Inputs inputs, List<RoutedFlood> routed) {
        this.inputs = inputs;
        this.routed = routed;
    }

    public ResultRows layer() {
        ReservoirLayer layer = new ReservoirLayer(inputs);
        for (RoutedFlood each : routed) {
            SimpleFeature row = layer.add(each.reservoir());
            ReservoirLayer.level(row, each.alarm());
            row.setAttribute("start_level_m", each.flood().levels()[0]);
            row.setAttribute("peak_level_m", each.peakLevel());
            row.setAttribute(
                    "peak_outflow_m3s", each.flood().outflows()[each.flood().peak()]);
        }
        return layer.rows();
    }

    public List<Table> tables() {
        List<Table> tables = new ArrayList<>(List.of(all()));
        if (!routed.isEmpty()) {
            tables.add(course(routed.get(0)));
        }
        return tables;
    }

    public List<Chart> charts() {
        return routed.isEmpty() ? List.of() : hydrograph();
    }

    private Table all() {
        List<List<Object>> rows = new ArrayList<>();
        for (RoutedFlood each : routed) {
            ReservoirData reservoir = each.reservoir();
            LevelPool flood = each.flood();
            List<Object> row = new ArrayList<>();
            row.add(reservoir.name());
            row.add(Message.of("risk.signal-" + each.alarm()));
            row.add(flood.levels()[0]);
            row.add(each.peakLevel());
            row.add(flood.peak() * flood.seconds() / 3600);
            row.add(flood.outflows()[flood.peak()]);
            for (String level : List.of("limit", "design", "check", "crest")) {
                double hours = flood.hoursTo(reservoir.level(level));
                row.add(Double.isNaN(hours) ? null : (Object) hours);
            }
            row.add(flood.inflowVolume() / 1e4);
            row.add(Message.of(reservoir.surveyed() ? "risk.curve-assumed" : "risk.curve-table"));
            rows.add(row);
        }
        return new Table(
                "reservoir-floods",
                Message.of("risk.table-reservoir-floods"),
                List.of(
                        column("reservoir", "", 0),
                        column("alarm", "", 0),
                        column("level-now", "m", 2),
                        column("peak-level", "m", 2),
                        column("peak-time", "h", 2),
                        column("peak-outflow", "m³/s", 1),
                        column("hours-limit", "h", 2),
                        column("hours-design", "h", 2),
                        column("hours-check", "h", 2),
                        column("hours-crest", "h", 2),
                        column("inflow-volume", "万m³", 1),
                        column("curve", "", 0)),
                rows);
    }

    private static Table course(RoutedFlood worst) {
        LevelPool flood = worst.flood();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < flood.levels().length; i++) {
            rows.add(List.of(
                    i * flood.seconds() / 3600,
                    flood.inflows()[i],
                    flood.outflows()[i],
                    flood.levels()[i],
                    flood.storages()[i] / 1e4));
        }
        return new Table(
                "flood",
                Message.of("risk.table-flood", worst.reservoir().name()),
                List.of(
                        column("hour", "h", 2),
                        column("inflow", "m³/s", 2),
                        column("outflow", "m³/s", 2),
                        column("water-level", "m", 3),
                        column("storage-now", "万m³", 2)),
                rows);
    }

    /** The computation of the one in most danger: its runoff, and the step before its peak. */
    public Workings workings(CurveNumber curve, Storm storm) {
        Workings workings = new Workings();
        if (routed.isEmpty()) {
            return workings;
        }
        RoutedFlood worst = routed.get(0);
        LevelPool flood = worst.flood();
        workings.of(worst.reservoir().name());
        double runoff = RunoffSteps.written(workings, curve, storm.total());
        double area = worst.reservoir().catchment();
        workings.add("runoff-volume", "W = Q·F/10", runoff * area / 10, "万m³", "%s × %s/10", runoff, area);
        int peak = Math.max(1, flood.peak());
        double[] in = flood.inflows();
        double[] out = flood.outflows();
        double seconds = flood.seconds();
        double known =
                (in[peak - 1] + in[peak]) / 2 * seconds + flood.storages()[peak - 1] - out[peak - 1] * seconds / 2;
        workings.add(
                "level-pool",
                "S₂ + O₂·Δt/2 = (I₁ + I₂)/2·Δt + S₁ − O₁·Δt/2",
                known,
                "m³",
                "(%s + %s)/2 × %s + %s − %s × %3$s/2",
                in[peak - 1],
                in[peak],
                seconds,
                flood.storages()[peak - 1],
                out[peak - 1]);
        workings.add(
                "peak-level",
                "z: S(z) + O(z)·Δt/2",
                flood.levels()[peak],
                "m",
                "%s + %s × %s/2",
                flood.storages()[peak],
                out[peak],
                seconds);
        workings.add("water-balance", "Σ I·Δt − Σ O·Δt − ΔS", flood.imbalance(), "m³", "");
        return workings;
    }

    /** Charts of the hydrograph: flows, and the level. */
    static List<Chart> hydrograph() {
        return List.of(
                new Chart("flood", Chart.Kind.LINE, "hour", List.of("inflow", "outflow")),
                new Chart("flood", Chart.Kind.LINE, "hour", List.of("water_level")));
    }
}
