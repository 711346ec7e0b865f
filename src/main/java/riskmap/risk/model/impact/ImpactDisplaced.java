package riskmap.risk.model.impact;

import static riskmap.risk.model.result.Columns.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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
import riskmap.risk.model.zone.ZoneClasses;

/**
 * Who dies and who has to leave: of what was counted in each class of zones the shares that the user gives for it, and what
 * the displaced need in a week. Where shares of the dead are given, those of the displaced are of who is left. Nothing is
 * rounded but where it is shown, so that classes, towns and needs add up.
 *
 * <p>Example: 200 people in class high and 100 in class low with {@code high=0.9,low=0.1} are 190 displaced people; with
 * {@code rice=2.8} they need 532 kg in a week. <b>Source:</b> displacement rates by class and minimum needs as in InaSAFE 4.
 */
public final class ImpactDisplaced {
    static final String RATES = "displaced";

    private static final String NEEDS = "weekly-needs";
    /** Stands between an item and the group that needs it. */
    private static final char OF_GROUP = '@';

    private final ImpactTowns towns;
    private final ImpactShares dead;
    private final ImpactShares displaced;
    private final boolean anyDead;
    private final boolean anyDisplaced;
    private final Map<String, Double> needs;
    private final Map<String, String> groups;

    /** @param tallies of the people, then of further fields */
    ImpactDisplaced(List<Tally> tallies, ImpactTowns towns, ImpactZones zones, ParameterValues values) {
        Map<String, Double> deaths = ImpactFatalities.rates(values, zones.texts(), zones.ofRaster());
        Map<String, Double> rates = ImpactPairs.of(values, RATES);
        this.towns = towns;
        this.anyDead = !deaths.isEmpty();
        this.anyDisplaced = !rates.isEmpty();
        this.dead = new ImpactShares(ImpactFatalities.KEY, tallies, towns, zones, shares(zones, deaths), null);
        this.displaced = new ImpactShares(RATES, tallies, towns, zones, shares(zones, rates), anyDead ? dead : null);
        this.needs = ImpactPairs.of(values, NEEDS);
        this.groups = ImpactGroups.given(values);
    }

    private static BigDecimal[] shares(ImpactZones zones, Map<String, Double> rates) {
        return zones.texts().stream()
                .map(each -> BigDecimal.valueOf(rates.getOrDefault(each, 0.0)))
                .toArray(BigDecimal[]::new);
    }

    /**
     * Whether the lists can be read, and name classes that the zones have.
     *
     * @param classes as a user writes them
     * @param ofRaster whether they are those of a raster
     */
    public static void check(InputChecks checks, List<String> classes, boolean ofRaster) {
        ParameterValues values = checks.values();
        ImpactAffected.check(checks, classes);
        for (String key : List.of(RATES, ImpactFatalities.KEY)) {
            twice(checks, key);
        }
        for (String key : List.of(NEEDS, ImpactGroups.KEY)) {
            if (values.has(key) && !values.has(RATES)) {
                checks.problem(
                        key, Message.of("risk.check-without-displaced", values.called(key), values.called(RATES)));
            }
        }
        ImpactGroups.check(checks);
        ImpactFatalities.check(checks, classes, ofRaster);
        for (String key : List.of(RATES, ImpactFatalities.KEY, NEEDS)) {
            if (!key.equals(ImpactFatalities.KEY)
                    || ImpactFatalities.model(values).isEmpty()) {
                pairs(checks, key, classes);
            }
        }
    }

    /** Who counts in several classes would leave, or die, several times. */
    private static void twice(InputChecks checks, String key) {
        ParameterValues values = checks.values();
        if (values.has(key) && values.text("rule").equals(CountingRule.INTERSECTS.key())) {
            checks.problem(
                    key,
                    Message.of(
                            "risk.check-displaced-twice",
                            values.called(key),
                            Message.of(ImpactZones.OWNER + ".rule." + CountingRule.INTERSECTS.key()),
                            Message.of(ImpactZones.OWNER + ".rule." + ImpactZones.HIGHEST)));
        }
    }

    /** A list can be read; shares are for classes that the zones have, needs of groups that are given. */
    private static void pairs(InputChecks checks, String key, List<String> classes) {
        try {
            Map<String, Double> pairs = ImpactPairs.of(checks.values(), key);
            if (key.equals(NEEDS)) {
                pairs.keySet().forEach(item -> needed(checks, item));
            } else {
                ZoneClasses.known(checks, key, pairs.keySet(), classes);
                pairs.forEach((named, share) -> ImpactAffected.contradiction(checks, key, named, share));
            }
        } catch (RiskMapException e) {
            checks.problem(key, e.userMessage());
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

    /** The dead by class and town; the displaced by class, by town, by group, and the needs; none without shares. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>(anyDead ? dead.tables() : List.of());
        if (!anyDisplaced) {
            return tables;
        }
        tables.addAll(displaced.tables());
        BigDecimal[] here = new BigDecimal[towns.count() + 1];
        Arrays.setAll(here, displaced::in);
        if (!groups.isEmpty()) {
            tables.add(new ImpactGroups(groups, towns).table(here));
        }
        if (!needs.isEmpty()) {
            tables.add(needs(here));
        }
        return tables;
    }

    private Table needs(BigDecimal[] here) {
        ImpactGroups known = new ImpactGroups(groups, towns);
        List<List<Object>> lines = new ArrayList<>();
        needs.forEach((item, each) -> {
            String group = group(item);
            BigDecimal people = group == null ? displaced.all() : known.total(group, here);
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
