package riskmap.risk.weighting;

/**
 * What the classes of several factors together say about where events lie: cells and events counted by combination of
 * classes, the {@link ClassEvidence} of every class, and a score of every combination.
 *
 * <p>Score: the sum over the factors of the information value I of the class, or of its weight of evidence, W⁺ of the class
 * and W⁻ of the other classes of the factor. A class without cells says nothing.
 *
 * <p><b>Source:</b> van Westen 2002; Bonham-Carter 1994.
 */
public final class EvidenceTable {
    /** What is added up over the factors. */
    public enum Method {
        INFORMATION_VALUE,
        WEIGHTS_OF_EVIDENCE
    }

    private final byte[][] classes;
    private final double[] events;
    private final ClassEvidence[][] evidence;

    /**
     * Counts the classes.
     *
     * @param counts how many classes each factor has
     * @param classes by combination and factor, the number of the class from 0
     * @param cells by combination
     * @param events by combination, no more than cells
     */
    public EvidenceTable(int[] counts, byte[][] classes, double[] cells, double[] events) {
        this.classes = classes;
        this.events = events.clone();
        double allCells = 0;
        double allEvents = 0;
        double[][] classCells = new double[counts.length][];
        double[][] classEvents = new double[counts.length][];
        for (int factor = 0; factor < counts.length; factor++) {
            classCells[factor] = new double[counts[factor]];
            classEvents[factor] = new double[counts[factor]];
        }
        for (int combination = 0; combination < cells.length; combination++) {
            allCells += cells[combination];
            allEvents += events[combination];
            for (int factor = 0; factor < counts.length; factor++) {
                classCells[factor][classes[combination][factor]] += cells[combination];
                classEvents[factor][classes[combination][factor]] += events[combination];
            }
        }
        evidence = new ClassEvidence[counts.length][];
        for (int factor = 0; factor < counts.length; factor++) {
            evidence[factor] = new ClassEvidence[counts[factor]];
            for (int number = 0; number < counts[factor]; number++) {
                evidence[factor][number] = classCells[factor][number] > 0
                        ? new ClassEvidence(
                                allCells, allEvents, classCells[factor][number], classEvents[factor][number])
                        : null;
            }
        }
    }

    /** What a class says; null for one without cells. */
    public ClassEvidence evidence(int factor, int number) {
        return evidence[factor][number];
    }

    /** Events of all combinations. */
    public double[] events() {
        return events.clone();
    }

    /** The score of every combination. */
    public double[] scores(Method method) {
        double[][] weights = new double[evidence.length][];
        for (int factor = 0; factor < evidence.length; factor++) {
            weights[factor] = method == Method.INFORMATION_VALUE ? values(factor) : weights(factor);
        }
        double[] scores = new double[classes.length];
        for (int combination = 0; combination < scores.length; combination++) {
            for (int factor = 0; factor < weights.length; factor++) {
                scores[combination] += weights[factor][classes[combination][factor]];
            }
        }
        return scores;
    }

    private double[] values(int factor) {
        double[] values = new double[evidence[factor].length];
        for (int number = 0; number < values.length; number++) {
            values[number] = evidence[factor][number] == null ? 0 : evidence[factor][number].informationValue();
        }
        return values;
    }

    private double[] weights(int factor) {
        double outside = 0;
        for (ClassEvidence one : evidence[factor]) {
            outside += one == null ? 0 : one.weightOutside();
        }
        double[] weights = new double[evidence[factor].length];
        for (int number = 0; number < weights.length; number++) {
            ClassEvidence one = evidence[factor][number];
            weights[number] = one == null ? 0 : outside + one.contrast();
        }
        return weights;
    }
}
