package riskmap.risk.model.impact;

import static riskmap.risk.model.result.Columns.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.analysis.CountingRule;
import riskmap.analysis.ExactSum;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.risk.InputChecks;
import riskmap.risk.model.count.Tally;

/**
 * Who has to leave: of what was counted in each class of zones the share that the user gives for it, and what those people
 * need in a week. Nothing is rounded but where it is shown, so that classes, towns and needs add up.
 *
 * <p>Example: 200 people in class high and 100 in class low with {@code high=0.9,low=0.1} are 190 displaced people; with
 * {@code rice=2.8} they need 532 kg in a week. <b>Source:</b> displacement rates by class and minimum needs as in InaSAFE 4.
 */
public final class ImpactDisplaced {
    /** What cannot be used of a list of pairs is said with the pair. */
    private static final String RATES = "displaced";

    private static final String NEEDS = "weekly-needs";
    /** Stands between an item and the group that needs it. */
    private static final char OF_GROUP = '@';

    private final Tally tally;
    /** Parts of the people that the rows tell apart, such as the old: displaced by the same shares. */
    private final List<Tally> others;

    private final ImpactTowns towns;
    private final ImpactZones zones;
    private final Map<String, Double> rates;
    private final Map<String, Double> needs;
    private final Map<String, String> groups;

    /** @param tallies of the people, then of further fields */
    ImpactDisplaced(List<Tally> tallies, ImpactTowns towns, ImpactZones zones, ParameterValues values) {
        this.tally = tallies.get(0);
        this.others = tallies.subList(1, tallies.size());
        this.towns = towns;
        this.zones = zones;
        this.rates = pairs(values, RATES);
        this.needs = pairs(values, NEEDS);
        this.groups = ImpactGroups.given(values);
    }

    /** The numbers of a text {@code name=number,name=number}. */
    private static Map<String, Double> pairs(ParameterValues values, String key) {
        Map<String, Double> pairs = new LinkedHashMap<>();
        for (String part : values.has(key) ? values.text(key).split("[,，;；]") : new String[0]) {
            int equals = part.lastIndexOf('=');
            try {
                double number = Double.parseDouble(part.substring(equals + 1).strip());
                boolean bad = equals < 1 || !(number >= 0) || number > (key.equals(RATES) ? 1 : 1e9);
                if (bad || pairs.put(part.substring(0, equals).strip(), number) != null) {
                    throw new NumberFormatException(part);
                }
            } catch (NumberFormatException e) {
                throw new RiskMapException(
                        Message.of("risk.pair-unreadable." + key, values.called(key), part.strip()), e);
            }
        }
        return pairs;
    }

    /**
     * Whether the lists can be read, and name classes that the zones have.
     *
     * @param classes as a user writes them
     */
    public static void check(InputChecks checks, List<String> classes) {
        ParameterValues values = checks.values();
        if (values.has(RATES) && values.text("rule").equals(CountingRule.INTERSECTS.key())) {
            checks.problem(
                    RATES,
                    Message.of(
                            "risk.check-displaced-twice",
                            values.called(RATES),
                            Message.of(ImpactZones.OWNER + ".rule." + CountingRule.INTERSECTS.key()),
                            Message.of(ImpactZones.OWNER + ".rule." + ImpactZones.HIGHEST)));
        }
        for (String key : List.of(NEEDS, ImpactGroups.KEY)) {
            if (values.has(key) && !values.has(RATES)) {
                checks.problem(
                        key, Message.of("risk.check-without-displaced", values.called(key), values.called(RATES)));
            }
        }
        ImpactGroups.check(checks);
        for (String key : List.of(RATES, NEEDS)) {
            try {
                Map<String, Double> pairs = pairs(values, key);
                if (key.equals(NEEDS)) {
                    pairs.keySet().forEach(item -> needed(checks, item));
                }
                List<String> missing = new ArrayList<>(pairs.keySet());
                missing.removeAll(classes);
                if (key.equals(RATES) && !missing.isEmpty()) {
                    checks.problem(
                            key,
                            Message.of(
                                    "risk.check-zone-order",
                                    checks.values().called(key),
                                    String.join(", ", missing),
                                    String.join(", ", classes)));
                }
            } catch (RiskMapException e) {
                checks.problem(key, e.userMessage());
            }
        }
    }

    /** What is needed by a group that is not given would be needed by nobody. */
    private static void needed(InputChecks checks, String item) {
        String group = group(item);
        if (group != null && !ImpactGroups.given(checks.values()).containsKey(group)) {
            checks.problem(
                    NEEDS,
                    Message.of(
                            "risk.check-need-group",
                            checks.values().called(NEEDS),
                            item,
                            group,
                            checks.values().called(ImpactGroups.KEY)));
        }
    }

    /** The group that an item is for; null for all. */
    private static String group(String item) {
        int at = item.lastIndexOf(OF_GROUP);
        return at < 0 ? null : item.substring(at + 1).strip();
    }

    private double rate(int zone) {
        return rates.getOrDefault(zones.values().get(zone - 1).toString(), 0.0);
    }

    private BigDecimal displaced(BigDecimal amount, int zone) {
        return amount.multiply(BigDecimal.valueOf(rate(zone)));
    }

    /** Displaced in a town, the last for outside of all. */
    private BigDecimal displaced(Tally of, int town) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int zone = 1; zone <= zones.count(); zone++) {
            sum = sum.add(displaced(of.value(town, zone), zone));
        }
        return sum;
    }

    private BigDecimal all(Tally of) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int zone = 1; zone <= zones.count(); zone++) {
            sum = sum.add(displaced(of.value(zone), zone));
        }
        return sum;
    }

    /** By class, by town, by group, and the needs; none where no share was given. */
    List<Table> tables() {
        if (rates.isEmpty()) {
            return List.of();
        }
        List<Table> tables = new ArrayList<>(List.of(byZone()));
        BigDecimal[] here = new BigDecimal[towns.count() + 1];
        Arrays.setAll(here, town -> displaced(tally, town));
        if (towns.count() > 0) {
            tables.add(byTown());
        }
        if (!groups.isEmpty()) {
            tables.add(new ImpactGroups(groups, towns).table(here));
        }
        if (!needs.isEmpty()) {
            tables.add(needs(here));
        }
        return tables;
    }

    private Table byZone() {
        List<List<Object>> lines = new ArrayList<>();
        for (int zone = 1; zone <= zones.count(); zone++) {
            int of = zone;
            BigDecimal there = tally.value(zone);
            List<Object> line = new ArrayList<>(List.of(
                    zones.title(zone),
                    ExactSum.number(there),
                    100 * rate(zone),
                    ExactSum.number(displaced(there, zone))));
            others.forEach(other -> line.add(ExactSum.number(displaced(other.value(of), of))));
            lines.add(line);
        }
        List<Object> total =
                new ArrayList<>(Arrays.asList(Message.of("risk.total"), null, null, ExactSum.number(all(tally))));
        others.forEach(other -> total.add(ExactSum.number(all(other))));
        lines.add(total);
        return new Table(
                "impact-displaced",
                Message.of("risk.table-impact-displaced"),
                withOthers(
                        column("zone", "", 0),
                        new Table.Column(tally.measure(), tally.title(), tally.unit(), 0),
                        column("displaced-rate", "%", 1),
                        column("displaced", "", 0)),
                lines);
    }

    private List<Table.Column> withOthers(Table.Column... first) {
        List<Table.Column> columns = new ArrayList<>(List.of(first));
        others.forEach(other -> columns.add(new Table.Column(
                "displaced_" + other.measure(), Message.of("risk.column-displaced-of", other.title()), "", 0)));
        return columns;
    }

    private Table byTown() {
        List<List<Object>> lines = new ArrayList<>();
        for (int town = 0; town <= towns.count(); town++) {
            int of = town;
            List<Object> line = new ArrayList<>();
            line.add(towns.title(town));
            line.add(ExactSum.number(displaced(tally, town)));
            others.forEach(other -> line.add(ExactSum.number(displaced(other, of))));
            lines.add(line);
        }
        return new Table(
                "impact-displaced-by-town",
                Message.of("risk.table-impact-displaced-by-town"),
                withOthers(column("town", "", 0), column("displaced", "", 0)),
                lines);
    }

    private Table needs(BigDecimal[] displaced) {
        ImpactGroups known = new ImpactGroups(groups, towns);
        List<List<Object>> lines = new ArrayList<>();
        needs.forEach((item, each) -> {
            String group = group(item);
            BigDecimal people = group == null ? all(tally) : known.total(group, displaced);
            Object needed = people == null ? null : ExactSum.number(people.multiply(BigDecimal.valueOf(each)));
            lines.add(Arrays.asList(item, each, needed));
        });
        return new Table(
                "impact-needs",
                Message.of("risk.table-impact-needs"),
                List.of(column("item", "", 0), column("per-head", "", 3), column("needed", "", 0)),
                lines);
    }
}
