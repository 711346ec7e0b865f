package riskmap.risk.model.count;

import java.math.BigDecimal;
import riskmap.analysis.ExactSum;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.risk.Conservation;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** One {@link Measure} by town and level, with what lies outside all towns or has no geometry. */
public final class MeasureCount {
    private final Measure measure;
    private final ExactSum[][] inside;
    private final ExactSum outside = new ExactSum();
    private final ExactSum withoutGeometry = new ExactSum();
    private final ExactSum total = new ExactSum();
    private long nullValues;

    private MeasureCount(Measure measure, int towns, int levels) {
        this.measure = measure;
        this.inside = new ExactSum[towns][levels + 1];
        for (ExactSum[] town : inside) {
            for (int level = 0; level < town.length; level++) {
                town[level] = new ExactSum();
            }
        }
    }

    /** Counts features, or adds up a field, by the places already found. */
    public static MeasureCount of(Measure measure, LayerRows rows, Placement places, int towns) {
        return of(measure, rows, places, towns, RiskLevel.COUNT);
    }

    /** The same for zones of so many levels, such as classes of depth. */
    public static MeasureCount of(Measure measure, LayerRows rows, Placement places, int towns, int levels) {
        MeasureCount count = new MeasureCount(measure, towns, levels);
        double[] numbers = measure.what() == Measure.What.SUM ? rows.numbers(measure.key()) : null;
        for (int row = 0; row < rows.size(); row++) {
            double value = numbers == null ? 1 : numbers[row];
            if (Double.isNaN(value)) {
                count.nullValues++;
                continue;
            }
            count.total.add(value);
            if (rows.geometry(row) == null) {
                count.withoutGeometry.add(value);
            } else if (places.town(row) < 0) {
                count.outside.add(value);
            } else {
                count.inside[places.town(row)][places.level(row)].add(value);
            }
        }
        return count;
    }

    /** Measures lines; lengths are whole millimetres so that the parts add up to the whole. */
    public static MeasureCount ofLengths(
            Measure measure, LayerRows rows, StudyArea area, ZoneLayer zones, Progress progress) {
        int towns = area.townNames().length;
        MeasureCount count = new MeasureCount(measure, towns, RiskLevel.COUNT);
        LineShares shares = LineShares.of(rows.geometries(), area, zones, progress);
        for (int town = 0; town < towns; town++) {
            for (int level = 0; level <= RiskLevel.COUNT; level++) {
                count.inside[town][level].add(shares.millimetres(town, level));
            }
        }
        count.outside.add(shares.outsideMillimetres());
        count.total.add(shares.totalMillimetres());
        return count;
    }

    public Measure measure() {
        return measure;
    }

    /** The sum in one town and level; kilometres for lengths. */
    public BigDecimal value(int town, int level) {
        return shown(inside[town][level].exact());
    }

    /** The sum over all towns of one level. */
    public BigDecimal value(int level) {
        ExactSum sum = new ExactSum();
        for (ExactSum[] town : inside) {
            sum.add(town[level]);
        }
        return shown(sum.exact());
    }

    public BigDecimal outside() {
        return shown(outside.exact());
    }

    public BigDecimal withoutGeometry() {
        return shown(withoutGeometry.exact());
    }

    public BigDecimal total() {
        return shown(total.exact());
    }

    /** Inside is what has a level in a town: ground of a town in no zone is outside of the zones. */
    public Conservation conservation() {
        ExactSum zones = new ExactSum();
        ExactSum rest = new ExactSum();
        rest.add(outside);
        for (ExactSum[] town : inside) {
            for (int level = 0; level < town.length; level++) {
                (level == 0 ? rest : zones).add(town[level]);
            }
        }
        return new Conservation(
                measure.kind(),
                measure.key(),
                shown(zones.exact()),
                shown(rest.exact()),
                withoutGeometry(),
                total(),
                nullValues);
    }

    private BigDecimal shown(BigDecimal sum) {
        return measure.what() == Measure.What.LENGTH ? sum.movePointLeft(6) : sum;
    }
}
