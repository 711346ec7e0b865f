package riskmap.risk.model.impact;

import static riskmap.risk.model.result.Columns.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import riskmap.analysis.ExactSum;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.model.count.Tally;

/**
 * A share of what was counted in each class of zones, such as the displaced: by class and by town, of the people and of each
 * further field. Nothing is rounded but where it is shown.
 */
final class ImpactShares {
    /** What the shares are of and what they are called. */
    private final String key;

    private final Tally tally;
    /** Parts of the people that the rows tell apart, such as the old: by the same shares. */
    private final List<Tally> others;

    private final ImpactTowns towns;
    private final ImpactZones zones;
    /** By class from 1 on. */
    private final BigDecimal[] shares;
    /** What is taken away first, the dead of the displaced; null for nothing. */
    private final ImpactShares first;

    /**
     * @param key names tables, columns and texts
     * @param tallies of the people, then of further fields
     * @param shares 0 to 1 by class, the class numbered 1 first
     * @param first what is taken away before the shares are; null for nothing
     */
    ImpactShares(
            String key,
            List<Tally> tallies,
            ImpactTowns towns,
            ImpactZones zones,
            BigDecimal[] shares,
            ImpactShares first) {
        this.key = key;
        this.tally = tallies.get(0);
        this.others = tallies.subList(1, tallies.size());
        this.towns = towns;
        this.zones = zones;
        this.shares = shares.clone();
        this.first = first;
    }

    private BigDecimal of(BigDecimal amount, int zone) {
        BigDecimal rest = first == null ? amount : amount.subtract(first.of(amount, zone));
        return rest.multiply(shares[zone - 1]);
    }

    /** In a town, the last for outside of all. */
    BigDecimal in(int town) {
        return in(tally, town);
    }

    BigDecimal all() {
        return all(tally);
    }

    private BigDecimal in(Tally what, int town) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int zone = 1; zone <= zones.count(); zone++) {
            sum = sum.add(of(what.value(town, zone), zone));
        }
        return sum;
    }

    private BigDecimal all(Tally what) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int zone = 1; zone <= zones.count(); zone++) {
            sum = sum.add(of(what.value(zone), zone));
        }
        return sum;
    }

    /** By class and, where there are towns, by town. */
    List<Table> tables() {
        return towns.count() > 0 ? List.of(byZone(), byTown()) : List.of(byZone());
    }

    private Table byZone() {
        List<List<Object>> lines = new ArrayList<>();
        for (int zone = 1; zone <= zones.count(); zone++) {
            int of = zone;
            BigDecimal there = tally.value(zone);
            List<Object> line = new ArrayList<>(List.of(zones.title(zone), ExactSum.number(there)));
            if (first != null) {
                line.add(ExactSum.number(first.of(there, zone)));
            }
            line.add(100 * shares[zone - 1].doubleValue());
            line.add(ExactSum.number(of(there, zone)));
            others.forEach(other -> line.add(ExactSum.number(of(other.value(of), of))));
            lines.add(line);
        }
        List<Object> total = new ArrayList<>(Arrays.asList(Message.of("risk.sum"), null));
        if (first != null) {
            total.add(ExactSum.number(first.all()));
        }
        total.add(null);
        total.add(ExactSum.number(all()));
        others.forEach(other -> total.add(ExactSum.number(all(other))));
        lines.add(total);
        List<Table.Column> columns = new ArrayList<>(
                List.of(column("zone", "", 0), new Table.Column(tally.measure(), tally.title(), tally.unit(), 0)));
        if (first != null) {
            columns.add(first.amounts());
        }
        columns.add(column(key + "-rate", "%", key.equals(ImpactFatalities.KEY) ? 4 : 1));
        return table("", withOthers(columns), lines);
    }

    private Table byTown() {
        List<List<Object>> lines = new ArrayList<>();
        for (int town = 0; town <= towns.count(); town++) {
            int of = town;
            List<Object> line = new ArrayList<>(List.of(towns.title(town), ExactSum.number(in(town))));
            others.forEach(other -> line.add(ExactSum.number(in(other, of))));
            lines.add(line);
        }
        return table("-by-town", withOthers(new ArrayList<>(List.of(column("town", "", 0)))), lines);
    }

    private Table table(String of, List<Table.Column> columns, List<List<Object>> lines) {
        return new Table("impact-" + key + of, Message.of("risk.table-impact-" + key + of), columns, lines);
    }

    private Table.Column amounts() {
        return column(key, "", key.equals(ImpactFatalities.KEY) ? 1 : 0);
    }

    private List<Table.Column> withOthers(List<Table.Column> columns) {
        columns.add(amounts());
        others.forEach(other -> columns.add(new Table.Column(
                key + "_" + other.measure(), Message.of("risk.column-" + key + "-of", other.title()), "", 0)));
        return columns;
    }
}
