package riskmap.risk.model.combined;

import java.util.List;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;

/** Everything the combined risk is computed by, part for part as its classes state it. The numbers in it are the program's own. */
public final class CombinedFormulas {
    private static final String OWN = "own rule";

    private CombinedFormulas() {}

    /** From the index down to the hazard of each family. */
    public static List<Formula> all() {
        return List.of(
                new Formula(
                        "combined-index",
                        "R = (H^a · E^b · V^c)^(1/(a+b+c)) · (1 − γ·C)",
                        "UNDRR, Terminology on Disaster Risk Reduction (2017); own form",
                        Evidence.OWN),
                own("combined-hazard", "H = 1 − Π (1 − w·h); max w·h; Σ w·h/Σ w"),
                own("hazard-flood", "h = max(0.2, 1 − 0.8·ln(T/5)/ln 100)·(0.4 + 0.6·min(1, d/3))"),
                own("hazard-waterlogging", "h = min(1, d/0.6)·(1 − s/r)·max(0, min(1, 1 − (α − 2)/6))"),
                own("hazard-geohazard", "h = max(k·(1 − s/L), 0.3·min(1, (α − 15)/30))"),
                own("hazard-fire", "h = k·(0.4 + 0.3·min(1, α/35) + 0.3·max(0, 1 − s/r))"),
                own(
                        "hazard-chemicals",
                        "h(0) = 1, h(s₉) = 0.7, h(s₅) = 0.4, h(s₂) = 0.1; s = 15.85, 25.76, 58.86·W^⅓ (m)"),
                own(
                        "exposure",
                        "E = b + (1 − b)·(1 − (1 − P)·(1 − 0.5·F)), P = min(1, ln(1 + D/100)/ln(1 + D₁/100)), F = max(0, 1 − s/200)"),
                own("vulnerability", "V = min(1, Σ n·v/Σ n·min(1.2, 0.8 + e))"),
                own("capacity", "C = 0.4·m·max(0, 1 − s₁/r₁) + 0.3·max(0, 1 − s₂/r₂) + 0.3·max(0, 1 − s₃/r₃)"));
    }

    private static Formula own(String key, String text) {
        return new Formula(key, text, OWN, Evidence.OWN);
    }
}
