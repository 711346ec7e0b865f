package riskmap.risk.model.combined;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import riskmap.base.ParameterValues;
import riskmap.risk.Workings;
import riskmap.risk.model.zone.ExampleCells;
import riskmap.risk.model.zone.StudyArea;

/**
 * The combined risk of one cell written down with its numbers, to be checked by hand: the worst of cells spread evenly over
 * the towns, whose intensities are kept while the families go by.
 */
public final class CombinedExample {
    private final StudyArea area;
    private final ParameterValues values;
    private final int[] cells;
    private final Map<Family, float[]> intensities = new EnumMap<>(Family.class);

    public CombinedExample(StudyArea area, ParameterValues values) {
        this.area = area;
        this.values = values;
        this.cells = ExampleCells.spread(area);
    }

    /** Keeps what a family comes to in these cells. */
    public void add(Family family, float[] intensity) {
        float[] kept = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            kept[i] = intensity[cells[i]];
        }
        intensities.put(family, kept);
    }

    /** The lines of the worst cell; none where no cell is at risk. */
    public Workings workings(float[] index, CombinedHazard hazard, BuiltUp builtUp, float[] capacity, double[] breaks) {
        Workings workings = new Workings();
        int worst = -1;
        for (int i = 0; i < cells.length; i++) {
            if (index[cells[i]] > 0 && (worst < 0 || index[cells[i]] > index[cells[worst]])) {
                worst = i;
            }
        }
        if (worst < 0) {
            return workings;
        }
        int cell = cells[worst];
        workings.of(ExampleCells.title(area, cell));
        workings.add("cell-index", "R", index[cell], "", "");
        hazard(workings, worst, hazard.at(cell));
        workings.of("");
        double e = workings.add("exposure", "E", builtUp.exposure()[cell], "", "");
        double v = workings.add("vulnerability", "V", builtUp.vulnerability()[cell], "", "");
        double c = workings.add("capacity", "C", Math.min(1, capacity[cell]), "", "");
        Map<String, Double> weights = values.weights("components");
        double exponentH = weights.getOrDefault("hazard", 0.0);
        double exponentE = weights.getOrDefault("exposure", 0.0);
        double exponentV = weights.getOrDefault("vulnerability", 0.0);
        double h = hazard.at(cell);
        workings.add(
                "combined-index",
                "R = (H^a · E^b · V^c)^(1/(a+b+c)) · (1 − γ·C)",
                index[cell],
                "",
                "(%s^%s × %s^%s × %s^%s)^(1/%s) × (1 − %s × %s)",
                h,
                exponentH,
                e,
                exponentE,
                v,
                exponentV,
                exponentH + exponentE + exponentV,
                values.number("capacity-effect"),
                c);
        ExampleCells.level(workings, index[cell], breaks);
        return workings;
    }

    /** Every family with its weight, then all of them together. */
    private void hazard(Workings workings, int example, double combined) {
        Map<String, Double> weights = values.weights("weights");
        List<Double> products = new ArrayList<>();
        double sum = 0;
        for (Map.Entry<Family, float[]> each : intensities.entrySet()) {
            double weight = weights.getOrDefault(each.getKey().key(), 0.0);
            double intensity = each.getValue()[example];
            sum += weight;
            workings.of(each.getKey().title());
            products.add(workings.add("weighted-hazard", "w·h", weight * intensity, "", "%s × %s", weight, intensity));
        }
        workings.of("");
        String method = values.text("combination");
        String filled =
                switch (method) {
                    case "union" -> "1 − " + joined(products, "(1 − ", ")", " × ");
                    case "maximum" -> "max(" + joined(products, "", "", "; ") + ")";
                    default -> "(" + joined(products, "", "", " + ") + ")/" + Workings.shown(sum);
                };
        String formula =
                switch (method) {
                    case "union" -> "H = 1 − Π (1 − w·h)";
                    case "maximum" -> "H = max w·h";
                    default -> "H = Σ w·h/Σ w";
                };
        workings.add("combined-hazard", formula, combined, "", "%s", filled);
    }

    private static String joined(List<Double> numbers, String before, String behind, String between) {
        return numbers.stream()
                .map(number -> before + Workings.shown(number) + behind)
                .collect(Collectors.joining(between));
    }
}
