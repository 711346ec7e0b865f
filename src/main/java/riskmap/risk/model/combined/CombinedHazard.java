package riskmap.risk.model.combined;

import java.util.Map;
import riskmap.base.Progress;
import riskmap.geo.raster.GridGeometry;

/**
 * The hazards of all families in one, H per cell, 0 to 1, from the intensities h and the weights w of the families:
 *
 * <ul>
 *   <li>{@code union}: H = 1 − Π(1 − w·h), as of independent causes;
 *   <li>{@code maximum}: H = max(w·h);
 *   <li>{@code weighted-sum}: H = Σ(w·h) / Σw over the families that the project has.
 * </ul>
 *
 * None of them falls when an intensity rises. The dominant family has the greatest w·h.
 */
public final class CombinedHazard {
    /** Dominant family where there is no hazard. */
    static final byte NO_FAMILY = -1;

    private final GridGeometry lattice;
    private final String combination;
    private final Map<String, Double> weights;
    private final float[] combined;
    private float[] greatest;
    private final byte[] dominant;
    private double weightSum;

    public CombinedHazard(GridGeometry lattice, String combination, Map<String, Double> weights) {
        this.lattice = lattice;
        this.combination = combination;
        this.weights = weights;
        this.combined = new float[lattice.cellCount()];
        this.greatest = new float[lattice.cellCount()];
        this.dominant = new byte[lattice.cellCount()];
        java.util.Arrays.fill(dominant, NO_FAMILY);
    }

    /** Takes in the hazard of one family. */
    public void add(Family family, float[] hazard, Progress progress) {
        double weight = weights.getOrDefault(family.key(), 0.0);
        weightSum += weight;
        byte number = (byte) family.ordinal();
        int width = lattice.width();
        lattice.bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                float weighted = (float) (weight * hazard[cell]);
                if (weighted > 0) {
                    if (weighted > greatest[cell]) {
                        greatest[cell] = weighted;
                        dominant[cell] = number;
                    }
                    combined[cell] = switch (combination) {
                        case "union" -> 1 - (1 - combined[cell]) * (1 - weighted);
                        case "maximum" -> Math.max(combined[cell], weighted);
                        default -> combined[cell] + weighted;
                    };
                }
            }
        });
    }

    /** All families are in: what only their comparison needs is let go. */
    public void settle() {
        greatest = null;
    }

    /** H of a cell. */
    public double at(int cell) {
        return combination.equals("weighted-sum") && weightSum > 0 ? combined[cell] / weightSum : combined[cell];
    }

    /** The family with the greatest weighted intensity, per cell. */
    public byte[] dominant() {
        return dominant;
    }
}
