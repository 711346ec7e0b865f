package riskmap.app.print;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.print.Fields;
import riskmap.risk.RiskLevel;

/**
 * Tables and fields for pages, made from the stored results and nothing else: a row per town with a column per measure
 * and level, a row per level of one town, and the sums as fields such as {@code total.red.people}.
 */
final class PrintTables {
    /** Name of the table of all towns in layouts. */
    static final String BY_TOWN = "risk-by-town";
    /** Name of the table of the town of an atlas page. */
    static final String OF_PAGE = "risk-of-page";

    /** What is shown, in this order: layer and measure in the table {@code impact}, its heading, its decimals. */
    private static final List<Shown> SHOWN = List.of(
            new Shown("risk_zone", "area_km2", "area", "app.print-area", "app.print-area-short", 1),
            new Shown("building", "people", "people", "app.print-people", "app.print-people-short", 0),
            new Shown("building", "count", "buildings", "app.print-buildings", "app.print-buildings-short", 0));

    /** Names of the levels in fields, from level 1. */
    private static final List<String> COLOURS = List.of("blue", "yellow", "orange", "red");

    private final Map<String, double[][]> towns = new LinkedHashMap<>();
    private final Set<Integer> found = new LinkedHashSet<>();

    private PrintTables() {}

    private record Shown(
            String layer, String measure, String field, String heading, String shortHeading, int decimals) {}

    /** What the project's results give; nothing before the first computation. */
    static PrintTables of(Workspace workspace) {
        PrintTables result = new PrintTables();
        if (workspace.layers().contains("impact")) {
            for (String town : townNames(workspace)) {
                result.towns.put(town, new double[SHOWN.size()][RiskLevel.COUNT + 1]);
            }
            try (SimpleFeatureIterator rows =
                    workspace.features("impact").getFeatures().features()) {
                while (rows.hasNext()) {
                    result.add(rows.next());
                }
            } catch (java.io.IOException e) {
                throw new RiskMapException(Message.of("app.layer-unreadable", "impact", e.getMessage()), e);
            }
        }
        return result;
    }

    /** The tables of the whole project. */
    List<Table> all() {
        return found.isEmpty() ? List.of() : List.of(byTown());
    }

    /** The tables of one town. */
    List<Table> page(String town) {
        return found.isEmpty() || !towns.containsKey(town) ? List.of() : List.of(ofTown(town));
    }

    /** Sets {@code total.red.people} and the like; {@code prefix} stands for {@code total}. */
    void fields(Fields fields, String prefix, String town, Language language) {
        for (int i : found) {
            Shown shown = SHOWN.get(i);
            double all = 0;
            for (int level = 1; level <= RiskLevel.COUNT; level++) {
                double sum = 0;
                for (Map.Entry<String, double[][]> one : towns.entrySet()) {
                    sum += town == null || town.equals(one.getKey()) ? one.getValue()[i][level] : 0;
                }
                all += sum;
                String name = prefix + "." + COLOURS.get(level - 1) + "." + shown.field();
                fields.put(name, number(sum, shown, language));
            }
            fields.put(prefix + "." + shown.field(), number(all, shown, language));
        }
    }

    private static String number(double value, Shown shown, Language language) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(shown.decimals());
        format.setMaximumFractionDigits(shown.decimals());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private void add(SimpleFeature row) {
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

    private Table byTown() {
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

    private Table ofTown(String town) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("level", Message.of("app.print-level"), "", 0));
        for (int i = 0; i < SHOWN.size(); i++) {
            if (found.contains(i)) {
                Shown shown = SHOWN.get(i);
                columns.add(new Table.Column(shown.field(), Message.of(shown.shortHeading()), "", shown.decimals()));
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int level = RiskLevel.COUNT; level >= 1; level--) {
            List<Object> row = new ArrayList<>();
            row.add(RiskLevel.title(level));
            for (int i = 0; i < SHOWN.size(); i++) {
                if (found.contains(i)) {
                    row.add(towns.get(town)[i][level]);
                }
            }
            rows.add(row);
        }
        return new Table(OF_PAGE, Message.of("app.print-by-town"), columns, rows);
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
