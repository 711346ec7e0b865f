package riskmap.risk.model.flood;

import riskmap.risk.Workings;
import riskmap.risk.flood.CurveNumber;

/** The runoff of a rain by its curve number, step by step. */
public final class RunoffSteps {
    public static final String RETENTION_CONVERTED = "S₀.₀₅ = 1.33·(S/25.4)^1.15·25.4";

    private RunoffSteps() {}

    /** Writes down the retention, and its conversion where λ has its own. */
    public static void writtenRetention(Workings workings, CurveNumber curve) {
        double tabled = curve.tabledRetention();
        workings.add("retention", "S = 25400/CN − 254", tabled, "mm", "25400/%s − 254", curve.number());
        if (curve.isConverted()) {
            String filled = "1.33·(%s/25.4)^1.15·25.4";
            workings.add("retention-converted", RETENTION_CONVERTED, curve.retention(), "mm", filled, tabled);
        }
    }

    /** Writes down retention, abstraction and runoff of a rain. */
    public static double written(Workings workings, CurveNumber curve, double rain) {
        writtenRetention(workings, curve);
        workings.add("abstraction", "Ia = λ·S", curve.abstraction(), "mm", "%s × %s", curve.ratio(), curve.retention());
        return workings.add(
                "runoff",
                "Q = (P − Ia)²/(P − Ia + S)",
                curve.runoff(rain),
                "mm",
                rain > curve.abstraction() ? "(%1$s − %2$s)²/(%1$s − %2$s + %3$s)" : "P %1$s ≤ Ia %2$s",
                rain,
                curve.abstraction(),
                curve.retention());
    }
}
