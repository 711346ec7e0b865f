package riskmap.risk.model.flood;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.data.Table;
import riskmap.risk.Workings;
import riskmap.risk.flood.DamBreak;

/** What the break of each dam lets loose, as tables and with its numbers filled in. */
public final class DamBreakTables {
    private static final int WRITTEN = 3;

    private final List<BreachedDam> breaks;
    private final ParameterValues values;

    public DamBreakTables(List<BreachedDam> breaks, ParameterValues values) {
        this.breaks = breaks;
        this.values = values;
    }

    /** Peak, its range and the breach of each dam. */
    public Table peaks() {
        double range = values.number("log-range");
        double factor = factor(values, "failure", "failure-factors");
        List<List<Object>> rows = new ArrayList<>();
        for (BreachedDam each : breaks) {
            rows.add(List.of(
                    each.reservoir().name(),
                    each.volume() / 1e4,
                    each.head(),
                    DamBreak.shifted(each.peak(), -range),
                    each.peak(),
                    DamBreak.shifted(each.peak(), range),
                    DamBreak.peakMacDonald(each.volume(), each.head(), values.number("macdonald-coefficient")),
                    DamBreak.width(each.volume(), each.height(), factor),
                    DamBreak.formationSeconds(each.volume(), each.height()) / 60,
                    Message.of(each.reservoir().surveyed() ? "risk.curve-assumed" : "risk.curve-table")));
        }
        return new Table(
                "dam-break",
                Message.of("risk.table-dam-break"),
                List.of(
                        column("reservoir", "", 0),
                        column("water-volume", "万m³", 1),
                        column("head", "m", 2),
                        column("peak-low", "m³/s", 0),
                        column("peak", "m³/s", 0),
                        column("peak-high", "m³/s", 0),
                        column("peak-second", "m³/s", 0),
                        column("breach-width", "m", 1),
                        column("breach-minutes", "min", 0),
                        column("curve", "", 0)),
                rows);
    }

    /** The peak farther downstream. */
    public Table downstream() {
        double range = values.number("log-range");
        double velocity = factor(values, "terrain", "velocities");
        List<List<Object>> rows = new ArrayList<>();
        for (BreachedDam each : breaks) {
            for (double kilometres : values.numbers("distances")) {
                double metres = 1000 * kilometres;
                rows.add(List.of(
                        each.reservoir().name(),
                        kilometres,
                        DamBreak.peakDownstream(each.volume(), DamBreak.shifted(each.peak(), -range), metres, velocity),
                        DamBreak.peakDownstream(each.volume(), each.peak(), metres, velocity),
                        DamBreak.peakDownstream(each.volume(), DamBreak.shifted(each.peak(), range), metres, velocity),
                        metres / velocity / 60));
            }
        }
        return new Table(
                "dam-break-downstream",
                Message.of("risk.table-dam-break-downstream"),
                List.of(
                        column("reservoir", "", 0),
                        column("downstream", "km", 1),
                        column("peak-low", "m³/s", 0),
                        column("peak", "m³/s", 0),
                        column("peak-high", "m³/s", 0),
                        column("travel-minutes", "min", 0)),
                rows);
    }

    /** The computation of the first few. */
    public Workings workings() {
        Workings workings = new Workings();
        for (BreachedDam each : breaks.subList(0, Math.min(WRITTEN, breaks.size()))) {
            workings.of(each.reservoir().name());
            workings.add(
                    "dam-peak",
                    "Qp = 0.607·Vw^0.295·hw^1.24",
                    each.peak(),
                    "m³/s",
                    "0.607 × %s^0.295 × %s^1.24",
                    each.volume(),
                    each.head());
            workings.add(
                    "dam-peak-second",
                    "Qp = c·(Vw·hw)^0.412",
                    DamBreak.peakMacDonald(each.volume(), each.head(), values.number("macdonald-coefficient")),
                    "m³/s",
                    "%s × (%s × %s)^0.412",
                    values.number("macdonald-coefficient"),
                    each.volume(),
                    each.head());
            double factor = factor(values, "failure", "failure-factors");
            workings.add(
                    "breach-width",
                    "B = 0.27·K₀·Vw^0.32·hb^0.04",
                    DamBreak.width(each.volume(), each.height(), factor),
                    "m",
                    "0.27 × %s × %s^0.32 × %s^0.04",
                    factor,
                    each.volume(),
                    each.height());
            workings.add(
                    "breach-time",
                    "tf = 63.2·√(Vw/(g·hb²))",
                    DamBreak.formationSeconds(each.volume(), each.height()),
                    "s",
                    "63.2 × √(%s/(9.81 × %s²))",
                    each.volume(),
                    each.height());
        }
        return workings;
    }

    /** The number of a choice. */
    public static double factor(ParameterValues values, String choice, String numbers) {
        Map<String, Double> all = values.weights(numbers);
        return all.getOrDefault(values.text(choice), 1.0);
    }
}
