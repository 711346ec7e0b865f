package riskmap.risk.model.count;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import riskmap.analysis.ExactSum;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.risk.Conservation;
import riskmap.risk.model.zone.ZoneParts;

/**
 * A quantity of the features of a layer by town and class of zones, with what lies in no zone, in no town, or has no
 * geometry: the parts add up to the layer's total exactly. What a feature's share comes to is rounded to a billionth, and
 * its largest part takes what that leaves over; what shares lack beyond rounding is outside ({@link SharesOfAmount}).
 *
 * <p>A feature that counts in several classes (it intersects them) is in each of them, but inside only once.
 */
public final class Tally {
    private final String layer;
    private final String measure;
    private final String unit;
    private final ExactSum[][] sums;
    private final ExactSum[] insideTowns;
    private final ExactSum inside = new ExactSum();
    private final ExactSum outside = new ExactSum();
    private final ExactSum withoutGeometry = new ExactSum();
    private final ExactSum total = new ExactSum();
    private long nullValues;
    private long several;
    private long lacking;

    private Tally(String layer, String measure, String unit, int towns, int classes) {
        this.layer = layer;
        this.measure = measure;
        this.unit = unit;
        this.sums = new ExactSum[towns + 1][classes + 1];
        this.insideTowns = new ExactSum[towns + 1];
        Arrays.setAll(insideTowns, each -> new ExactSum());
        for (ExactSum[] town : sums) {
            Arrays.setAll(town, each -> new ExactSum());
        }
    }

    /**
     * Adds up.
     *
     * @param amounts of each feature, NaN where it has none
     * @param towns how many there are
     * @param classes how many classes of zones there are
     * @param whole whether a feature in several classes counts whole in each
     */
    public static Tally of(
            String layer,
            String measure,
            String unit,
            double[] amounts,
            ZoneParts parts,
            int towns,
            int classes,
            boolean whole) {
        Tally tally = new Tally(layer, measure, unit, towns, classes);
        // most lie whole in one town and class: of those each is added once, and the sums to all they are part of
        ExactSum[] groups = new ExactSum[parts.groups(towns)];
        Arrays.setAll(groups, each -> new ExactSum());
        for (int row = 0; row < amounts.length; row++) {
            int group = parts.group(row);
            if (group >= 0 && !Double.isNaN(amounts[row])) {
                groups[group].add(amounts[row]);
            } else {
                tally.addApart(row, amounts[row], parts, whole);
            }
        }
        for (int group = 0; group < groups.length; group++) {
            tally.add(parts.townOf(group), parts.zoneOf(group), groups[group]);
        }
        return tally;
    }

    private void add(int town, int zone, ExactSum sum) {
        if (!sum.isNothing()) {
            total.add(sum);
            sums[town][zone].add(sum);
            (zone > 0 ? inside : outside).add(sum);
            if (zone > 0) {
                insideTowns[town].add(sum);
            }
        }
    }

    private void addApart(int row, double amount, ZoneParts parts, boolean whole) {
        if (Double.isNaN(amount)) {
            nullValues++;
            return;
        }
        total.add(amount);
        if (parts.isWithoutGeometry(row)) {
            withoutGeometry.add(amount);
        } else {
            add(row, amount, parts.parts(row), whole);
        }
    }

    private void add(int row, double amount, ZoneParts.Part[] parts, boolean whole) {
        several += parts.length > 1 ? 1 : 0;
        if (whole || parts.length == 1 && parts[0].share() == 1) {
            boolean met = false;
            for (ZoneParts.Part part : parts) {
                sums[part.town()][part.zone()].add(amount);
                met |= part.zone() > 0;
            }
            place(met, parts[0].town(), amount);
            return;
        }
        SharesOfAmount shares = SharesOfAmount.of(amount, parts, layer, row);
        for (int i = 0; i < parts.length; i++) {
            sums[parts[i].town()][parts[i].zone()].add(shares.each()[i]);
            (parts[i].zone() > 0 ? inside : outside).add(shares.each()[i]);
            if (parts[i].zone() > 0) {
                insideTowns[parts[i].town()].add(shares.each()[i]);
            }
        }
        if (shares.lacking().signum() != 0) {
            lacking++;
            sums[sums.length - 1][0].add(shares.lacking());
            outside.add(shares.lacking());
        }
    }

    /** Puts an amount once inside or outside, however many classes it counts in. */
    private void place(boolean met, int town, double amount) {
        (met ? inside : outside).add(amount);
        if (met) {
            insideTowns[town].add(amount);
        }
    }

    public String layer() {
        return layer;
    }

    public String measure() {
        return measure;
    }

    /** Heading of its column: in words for what is often counted, else by the names of layer and field. */
    public Message title() {
        Message known = new Measure(layer, measure, "", Measure.What.SUM).title();
        if (known.exists()) {
            return known;
        }
        return measure.equals("count")
                ? Message.of("risk.column-count-of", Catalogue.called(layer))
                : Message.of("risk.column-sum-of", Catalogue.called(layer, measure));
    }

    public String unit() {
        return unit;
    }

    /** Features in more than one part. */
    public long several() {
        return several;
    }

    /** Features whose shares do not add up to the whole: what they lack is told outside all zones and towns. */
    public long lacking() {
        return lacking;
    }

    /** The sum in a town (the last for outside of all) and class. */
    public BigDecimal value(int town, int zone) {
        return sums[town][zone].exact();
    }

    /** The sum of a class over all towns and outside. */
    public BigDecimal value(int zone) {
        ExactSum sum = new ExactSum();
        for (ExactSum[] town : sums) {
            sum.add(town[zone]);
        }
        return sum.exact();
    }

    /** What lies in any class in a town, each feature once: not the sum of the classes where features count in several. */
    public BigDecimal inside(int town) {
        return insideTowns[town].exact();
    }

    public BigDecimal withoutGeometry() {
        return withoutGeometry.exact();
    }

    public BigDecimal total() {
        return total.exact();
    }

    public Conservation conservation() {
        return new Conservation(
                layer, measure, inside.exact(), outside.exact(), withoutGeometry.exact(), total.exact(), nullValues);
    }

    /** Proofs of several. */
    public static List<Conservation> conservation(List<Tally> tallies) {
        return tallies.stream().map(Tally::conservation).toList();
    }
}
