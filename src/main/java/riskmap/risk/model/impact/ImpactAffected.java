package riskmap.risk.model.impact;

import static riskmap.risk.model.result.Columns.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import riskmap.analysis.ExactSum;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.risk.InputChecks;
import riskmap.risk.model.count.Tally;
import riskmap.risk.model.zone.ZoneClasses;

/**
 * What is affected: what lies in any zone, but for classes that the user says touch nobody, such as dry ground in a raster of
 * depths. What lies in those is told apart, and each feature counts once.
 *
 * <p><b>Source:</b> affected, not affected and not exposed as in InaSAFE 4.
 */
final class ImpactAffected {
    static final String KEY = "unaffected";

    /** Behind the key of a column of totals: the same set against the people and the area of a town. */
    static final String PER_10000 = "_per_10000";

    static final String PER_KM2 = "_per_km2";

    private final ImpactTowns towns;
    /** Of all classes, and of those that affect: the same where all do. */
    private final List<Tally> tallies;

    private final List<Tally> affected;

    ImpactAffected(ImpactTowns towns, List<Tally> tallies, List<Tally> affected) {
        this.towns = towns;
        this.tallies = tallies;
        this.affected = affected;
    }

    /** The classes that affect nobody, as a user writes them; "" where zones without a value are among them. */
    static List<String> none(ParameterValues values) {
        if (!values.has(KEY)) {
            return List.of();
        }
        return Arrays.stream(values.text(KEY).split("[,，;；]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> isWithoutValue(each) ? "" : each)
                .toList();
    }

    /** Whether this is how tables call zones without a value, in either language. */
    private static boolean isWithoutValue(String written) {
        String plain = written.replace('(', '（').replace(')', '）');
        Message title = Message.of("risk.without-value");
        return Stream.of(Language.values())
                .map(language -> title.text(language).replace('(', '（').replace(')', '）'))
                .anyMatch(plain::equals);
    }

    /** Zones without a value are zones: who lies in them is told to be inside, unless the user says otherwise. */
    static void withoutValue(InputChecks checks, String zones, LayerRows rows, String field) {
        int without = ZoneClasses.without(rows, field);
        if (without > 0 && !none(checks.values()).contains("")) {
            checks.warning(
                    zones,
                    Message.of(
                            "risk.check-zones-without-value",
                            InputChecks.called(zones),
                            without,
                            Catalogue.called(zones, field),
                            Message.of("risk.without-value"),
                            checks.values().called(KEY)));
        }
    }

    /** The classes are there, are not all there are, and nobody leaves or dies in them. */
    static void check(InputChecks checks, List<String> classes) {
        ParameterValues values = checks.values();
        List<String> none = none(values);
        if (none.isEmpty()) {
            return;
        }
        ZoneClasses.known(
                checks, KEY, none.stream().filter(each -> !each.isEmpty()).toList(), classes);
        if (!classes.isEmpty() && none.containsAll(classes)) {
            checks.problem(KEY, Message.of("risk.check-all-unaffected", values.called(KEY)));
        }
    }

    /** What was said of a share in a class that affects nobody contradicts that. */
    static void contradiction(InputChecks checks, String parameter, String named, double share) {
        if (share > 0 && none(checks.values()).contains(named)) {
            checks.problem(
                    parameter,
                    Message.of(
                            "risk.check-unaffected-share",
                            checks.values().called(KEY),
                            named,
                            checks.values().called(parameter)));
        }
    }

    private boolean isAll() {
        return tallies.equals(affected);
    }

    /** Whether anything can be set against the people of a town. */
    boolean isPopulationKnown() {
        return IntStream.range(0, towns.count()).anyMatch(town -> towns.people(town) > 0);
    }

    /** What is affected of each town, altogether, per 10,000 people and per km². */
    Table perHead() {
        List<List<Object>> lines = new ArrayList<>();
        for (int town = 0; town < towns.count(); town++) {
            List<Object> line = new ArrayList<>();
            line.add(towns.name(town));
            double people = towns.people(town);
            double area = towns.squareKilometres(town);
            line.add(Double.isNaN(people) ? null : (Object) people);
            line.add(Double.isNaN(area) ? null : (Object) area);
            for (Tally tally : affected) {
                double value = tally.inside(town).doubleValue();
                line.add(ExactSum.number(tally.inside(town)));
                line.add(people > 0 ? (Object) (value / people * 10_000) : null);
                line.add(area > 0 ? (Object) (value / area) : null);
            }
            lines.add(line);
        }
        List<Table.Column> columns = new ArrayList<>(
                List.of(column("town", "", 0), column("population", "人", 0), column("area-km2", "km²", 2)));
        for (Tally tally : affected) {
            String key = tally.measure();
            Message title = ImpactTables.title(tally);
            Message there = Message.of(isAll() ? "risk.column-in-zones" : "risk.column-affected-of", title);
            columns.add(new Table.Column(key, there, tally.unit(), 1));
            columns.add(new Table.Column(key + PER_10000, Message.of("risk.column-per-10000", title), "", 1));
            columns.add(new Table.Column(key + PER_KM2, Message.of("risk.column-per-km2", title), "", 2));
        }
        return new Table("impact-per-head", Message.of("risk.table-impact-per-head"), columns, lines);
    }

    /** What share of what has a place is affected, by town and altogether; each feature once. */
    Table shares(int measure) {
        Tally tally = tallies.get(measure);
        Tally touched = affected.get(measure);
        List<List<Object>> lines = new ArrayList<>();
        BigDecimal[] all = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        for (int town = 0; town <= towns.count(); town++) {
            BigDecimal inside = touched.inside(town);
            BigDecimal untouched = tally.inside(town).subtract(inside);
            BigDecimal outside = tally.value(town, 0);
            all[0] = all[0].add(inside);
            all[1] = all[1].add(untouched);
            all[2] = all[2].add(outside);
            if (towns.count() > 0) {
                lines.add(line(towns.title(town), inside, untouched, outside));
            }
        }
        lines.add(line(Message.of("risk.sum"), all[0], all[1], all[2]));
        List<Table.Column> columns = new ArrayList<>(
                List.of(column("town", "", 0), column(isAll() ? "inside" : "affected", tally.unit(), 1)));
        if (!isAll()) {
            columns.add(column("unaffected", tally.unit(), 1));
        }
        columns.add(column("outside", tally.unit(), 1));
        columns.add(column("placed", tally.unit(), 1));
        columns.add(column(isAll() ? "share-inside" : "share-affected", "%", 1));
        return new Table(
                "impact-affected",
                Message.of(
                        isAll() ? "risk.table-impact-affected" : "risk.table-impact-touched",
                        ImpactTables.title(tally)),
                columns,
                lines);
    }

    private List<Object> line(Object name, BigDecimal inside, BigDecimal untouched, BigDecimal outside) {
        BigDecimal placed = inside.add(untouched).add(outside);
        List<Object> line = new ArrayList<>();
        line.add(name);
        line.add(ExactSum.number(inside));
        if (!isAll()) {
            line.add(ExactSum.number(untouched));
        }
        line.add(ExactSum.number(outside));
        line.add(ExactSum.number(placed));
        line.add(placed.signum() == 0 ? null : (Object) (100 * inside.doubleValue() / placed.doubleValue()));
        return line;
    }
}
