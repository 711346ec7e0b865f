package riskmap.risk.model.impact;

import static riskmap.risk.model.result.Columns.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.analysis.ExactSum;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.InputChecks;

/**
 * How many of the displaced people belong to a group, such as women, the old or small children: their number in each town
 * times the group's share there, which is one number for all or a field of the towns. Groups may overlap, nothing is
 * rounded. Where a town with displaced people has no share, neither the town nor the total says a number.
 *
 * <p>Example: of 100 displaced in a town with a share of 0.1 and 88 in one with 0.4 are 10 + 35.2 = 45.2 in the group.
 * <b>Source:</b> ratios by area of aggregation as in InaSAFE 4, which cuts the product to a whole number.
 */
final class ImpactGroups {
    static final String KEY = "groups";

    private final Map<String, String> groups;
    private final ImpactTowns towns;

    ImpactGroups(Map<String, String> groups, ImpactTowns towns) {
        this.groups = groups;
        this.towns = towns;
    }

    /** Share or field by group, in the order given; what cannot be read is left out, as {@link #check} has said. */
    static Map<String, String> given(ParameterValues values) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : parts(values)) {
            int equals = part.lastIndexOf('=');
            if (equals > 0) {
                given.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return given;
    }

    private static String[] parts(ParameterValues values) {
        return values.has(KEY) ? values.text(KEY).split("[,，;；]") : new String[0];
    }

    /** Whether each part can be read, names a share or a field of the towns, and all shares are from 0 to 1. */
    static void check(InputChecks checks) {
        ParameterValues values = checks.values();
        Map<String, String> given = given(values);
        if (given.size() < parts(values).length || given.containsValue("")) {
            checks.problem(KEY, Message.of("risk.pair-unreadable.groups", values.called(KEY), values.text(KEY)));
            return;
        }
        String layer = values.has("towns") ? values.text("towns") : "";
        boolean areThere = checks.inputs().has(layer) && !checks.inputs().isGrid(layer);
        LayerRows rows = areThere ? checks.inputs().rows(layer, Progress.silent()) : null;
        given.forEach((group, share) -> {
            double number = number(share);
            if (Double.isNaN(number) && (rows == null || !rows.hasAttribute(share))) {
                checks.problem(
                        KEY,
                        Message.of("risk.check-group-field", values.called(KEY), group, share, values.called("towns")));
            } else if (Double.isNaN(number)) {
                checks.hasNumbers(layer, share);
                wrong(checks, group, share, rows.numbers(share));
            } else {
                wrong(checks, group, share, number);
            }
        });
    }

    private static void wrong(InputChecks checks, String group, String share, double... numbers) {
        long wrong = Arrays.stream(numbers).filter(each -> each < 0 || each > 1).count();
        if (wrong > 0) {
            checks.problem(
                    KEY, Message.of("risk.check-group-share", checks.values().called(KEY), group, share, wrong));
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Of each town, the last outside of all; NaN where none is given. */
    private double[] shares(String group) {
        double one = number(groups.get(group));
        double[] shares = towns.numbers(groups.get(group));
        if (!Double.isNaN(one)) {
            Arrays.fill(shares, one);
        }
        return shares;
    }

    /**
     * How many of the displaced belong to a group; null where that is not known of a town with displaced people.
     *
     * @param displaced by town, the last outside of all
     */
    BigDecimal total(String group, BigDecimal[] displaced) {
        double[] shares = shares(group);
        BigDecimal all = BigDecimal.ZERO;
        for (int town = 0; town < displaced.length; town++) {
            BigDecimal here = times(displaced[town], shares[town]);
            if (here == null) {
                return null;
            }
            all = all.add(here);
        }
        return all;
    }

    /** @param displaced by town, the last outside of all */
    Table table(BigDecimal[] displaced) {
        List<List<Object>> lines = new ArrayList<>();
        groups.forEach((group, share) -> {
            double one = number(share);
            double[] shares = shares(group);
            for (int town = 0; town < displaced.length && towns.count() > 0; town++) {
                lines.add(line(towns.title(town), group, shares[town], times(displaced[town], shares[town])));
            }
            lines.add(line(Message.of("risk.sum"), group, one, total(group, displaced)));
        });
        return new Table(
                "impact-groups",
                Message.of("risk.table-impact-groups"),
                List.of(
                        column("town", "", 0),
                        column("group", "", 0),
                        column("group-share", "%", 1),
                        column("displaced", "", 0)),
                lines);
    }

    private static BigDecimal times(BigDecimal people, double share) {
        if (people.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return Double.isNaN(share) ? null : people.multiply(BigDecimal.valueOf(share));
    }

    private static List<Object> line(Object town, String group, double share, BigDecimal people) {
        return Arrays.asList(
                town,
                group,
                Double.isNaN(share) ? null : (Object) (100 * share),
                people == null ? null : (Object) ExactSum.number(people));
    }
}
