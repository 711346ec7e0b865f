package riskmap.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;

/** Tables for pages, made from the stored results: one row per town, a column per measure and level. */
final class PrintTables {
    /** Name of the table in layouts. */
    static final String BY_TOWN = "risk-by-town";

    /** What is shown, in this order: layer and measure in the table {@code impact}, its heading, its decimals. */
    private static final List<Shown> SHOWN = List.of(
            new Shown("risk_zone", "area_km2", "app.print-area", 1),
            new Shown("building", "people", "app.print-people", 0),
            new Shown("building", "count", "app.print-buildings", 0));

    private PrintTables() {}

    private record Shown(String layer, String measure, String heading, int decimals) {}

    /** The tables that the project's results give; none before the first computation. */
    static List<Table> of(Workspace workspace) {
        List<String> layers = workspace.layers();
        if (!layers.contains("impact")) {
            return List.of();
        }
        Map<String, double[][]> towns = new LinkedHashMap<>();
        for (String town : townNames(workspace)) {
            towns.put(town, new double[SHOWN.size()][RiskLevel.COUNT + 1]);
        }
        Set<Integer> found = new LinkedHashSet<>();
        try (SimpleFeatureIterator rows =
                workspace.features("impact").getFeatures().features()) {
            while (rows.hasNext()) {
                add(rows.next(), towns, found);
            }
        } catch (java.io.IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", "impact", e.getMessage()), e);
        }
        return found.isEmpty() ? List.of() : List.of(table(towns, found));
    }

    private static void add(SimpleFeature row, Map<String, double[][]> towns, Set<Integer> found) {
        if (!(row.getAttribute("town") instanceof String town)
                || !(row.getAttribute("level") instanceof Number level)
                || !(row.getAttribute("value") instanceof Number value)
                || level.intValue() < 1
                || level.intValue() > RiskLevel.COUNT) {
            return;
        }
        for (int i = 0; i < SHOWN.size(); i++) {
            Shown shown = SHOWN.get(i);
            if (shown.layer().equals(row.getAttribute("layer"))
                    && shown.measure().equals(row.getAttribute("measure"))) {
                double[][] sums = towns.computeIfAbsent(town, name -> new double[SHOWN.size()][RiskLevel.COUNT + 1]);
                sums[i][level.intValue()] += value.doubleValue();
                found.add(i);
            }
        }
    }

    private static Table table(Map<String, double[][]> towns, Set<Integer> found) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("town", Message.of("app.print-town"), "", 0));
        for (int i = 0; i < SHOWN.size(); i++) {
            if (found.contains(i)) {
                Shown shown = SHOWN.get(i);
                for (int level = RiskLevel.COUNT; level >= 1; level--) {
                    String key = shown.layer() + "_" + shown.measure() + "_" + level;
                    Message title = Message.of(shown.heading(), RiskLevel.title(level));
                    columns.add(new Table.Column(key, title, "", shown.decimals()));
                }
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        towns.forEach((town, sums) -> {
            List<Object> row = new ArrayList<>();
            row.add(town);
            for (int i = 0; i < SHOWN.size(); i++) {
                for (int level = RiskLevel.COUNT; level >= 1 && found.contains(i); level--) {
                    row.add(sums[i][level]);
                }
            }
            rows.add(row);
        });
        return new Table(BY_TOWN, Message.of("app.print-by-town"), columns, rows);
    }

    private static Set<String> townNames(Workspace workspace) {
        Set<String> names = new LinkedHashSet<>();
        if (workspace.layers().contains("town")) {
            try (SimpleFeatureIterator rows =
                    workspace.features("town").getFeatures().features()) {
                while (rows.hasNext()) {
                    if (rows.next().getAttribute("name") instanceof String name) {
                        names.add(name);
                    }
                }
            } catch (java.io.IOException e) {
                throw new RiskMapException(Message.of("app.layer-unreadable", "town", e.getMessage()), e);
            }
        }
        return names;
    }
}
