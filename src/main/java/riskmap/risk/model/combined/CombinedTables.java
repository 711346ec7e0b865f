package riskmap.risk.model.combined;

import static riskmap.risk.model.result.Columns.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.analysis.ExactSum;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.count.Measure;
import riskmap.risk.model.count.MeasureCount;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** What lies in the zones as tables: by level, by town and level, and the proof that nothing was lost. */
final class CombinedTables {
    private final StudyArea area;
    private final List<MeasureCount> counts;
    private final double[][] areas;

    CombinedTables(StudyArea area, ZoneLayer zones, List<MeasureCount> counts) {
        this.area = area;
        this.counts = counts;
        this.areas = new double[area.townNames().length][RiskLevel.COUNT + 1];
        zones.pieces()
                .forEach(piece ->
                        areas[piece.area()][piece.value()] += piece.polygon().getArea());
    }

    /** One row per level, from high to low; then outside, without geometry, and the layers' totals. */
    Table byLevel() {
        List<List<Object>> rows = new ArrayList<>();
        for (int level = RiskLevel.COUNT; level >= 1; level--) {
            int l = level;
            double squareMetres = 0;
            for (double[] town : areas) {
                squareMetres += town[level];
            }
            rows.add(row(List.of(RiskLevel.title(level)), squareMetres / 1e6, count -> count.value(l)));
        }
        rows.add(row(List.of(Message.of("risk.outside")), null, MeasureCount::outside));
        rows.add(row(List.of(Message.of("risk.without-geometry")), null, MeasureCount::withoutGeometry));
        rows.add(row(List.of(Message.of("risk.total")), totalSquareKilometres(), MeasureCount::total));
        return new Table("risk-by-level", Message.of("risk.table-by-level"), columns(false), rows);
    }

    /** One row per town and level. */
    Table byTown() {
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < areas.length; town++) {
            for (int level = RiskLevel.COUNT; level >= 1; level--) {
                int t = town;
                int l = level;
                rows.add(row(
                        List.of(area.townNames()[town], RiskLevel.title(level)),
                        areas[town][level] / 1e6,
                        count -> count.value(t, l)));
            }
        }
        return new Table("risk-by-town", Message.of("risk.table-by-town"), columns(true), rows);
    }

    /** One row per town, the ground of each level beside each other, to be drawn. */
    Table areasByTown() {
        List<Table.Column> columns = new ArrayList<>(List.of(column("town", "", 0)));
        for (int level = RiskLevel.COUNT; level >= 1; level--) {
            columns.add(new Table.Column("level_" + level, RiskLevel.title(level), "km²", 2));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < areas.length; town++) {
            List<Object> row = new ArrayList<>(List.of(area.townNames()[town]));
            for (int level = RiskLevel.COUNT; level >= 1; level--) {
                row.add(areas[town][level] / 1e6);
            }
            rows.add(row);
        }
        return new Table("risk-areas", Message.of("risk.table-risk-areas"), columns, rows);
    }

    /** One row per layer and measure: inside + outside + without geometry = total. */
    Table conservation() {
        return ConservationTable.of(counts);
    }

    /** Every count that is not zero, one row each. */
    ResultRows impact() {
        ResultRows rows = new ResultRows("impact", null);
        for (MeasureCount count : counts) {
            for (int town = 0; town < areas.length; town++) {
                for (int level = RiskLevel.COUNT; level >= 1; level--) {
                    impact(rows, count.measure(), area.townNames()[town], level, count.value(town, level));
                }
            }
        }
        Measure land = new Measure("risk_zone", "area_km2", "km²", Measure.What.SUM);
        for (int town = 0; town < areas.length; town++) {
            for (int level = RiskLevel.COUNT; level >= 1; level--) {
                impact(rows, land, area.townNames()[town], level, BigDecimal.valueOf(areas[town][level] / 1e6));
            }
        }
        return rows;
    }

    private static void impact(ResultRows rows, Measure measure, String town, int level, BigDecimal value) {
        if (value.signum() != 0) {
            SimpleFeature row = rows.add();
            row.setAttribute("layer", measure.kind());
            row.setAttribute("town", town);
            row.setAttribute("level", (long) level);
            row.setAttribute("measure", measure.key());
            row.setAttribute("value", value.doubleValue());
            row.setAttribute("unit", measure.unit());
            row.setAttribute("rule", measure.kind().equals("risk_zone") ? "polygon-area" : measure.rule());
        }
    }

    private List<Object> row(List<Object> heads, Double squareKilometres, Function<MeasureCount, BigDecimal> value) {
        List<Object> row = new ArrayList<>(heads);
        row.add(squareKilometres);
        counts.forEach(count -> row.add(ExactSum.number(value.apply(count))));
        return row;
    }

    private List<Table.Column> columns(boolean withTown) {
        List<Table.Column> columns = new ArrayList<>();
        if (withTown) {
            columns.add(column("town", "", 0));
        }
        columns.add(column("level", "", 0));
        columns.add(column("area-km2", "km²", 2));
        for (MeasureCount count : counts) {
            columns.add(count.measure().column());
        }
        return columns;
    }

    private double totalSquareKilometres() {
        double sum = 0;
        for (double[] town : areas) {
            for (double level : town) {
                sum += level;
            }
        }
        return sum / 1e6;
    }
}
