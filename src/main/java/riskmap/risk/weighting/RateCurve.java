package riskmap.risk.weighting;

import java.util.Arrays;

/**
 * How much of the events the highest scores hold: the share of events by the share of cells, from the highest score down.
 * Of the events a model was made from it is the success curve, of events held back the prediction curve. The area under it
 * (AUC) is 0.5 for scores that say nothing and near 1 for scores that say all. Cells of one score are taken evenly.
 *
 * <p><b>Source:</b> Chung and Fabbri, Natural Hazards 30 (2003) 451–472.
 */
public final class RateCurve {
    private final double[] area;
    private final double[] found;
    private final double under;

    private RateCurve(double[] area, double[] found, double under) {
        this.area = area;
        this.found = found;
        this.under = under;
    }

    /**
     * The curve of some scores.
     *
     * @param cells with each score
     * @param events with each score; one at least
     */
    public static RateCurve of(double[] scores, double[] cells, double[] events) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        double allCells = Arrays.stream(cells).sum();
        double allEvents = Arrays.stream(events).sum();
        if (!(allCells > 0) || !(allEvents > 0)) {
            throw new IllegalArgumentException("no cells or no events");
        }
        double[] area = new double[scores.length + 1];
        double[] found = new double[scores.length + 1];
        int points = 0;
        double cellsSoFar = 0;
        double eventsSoFar = 0;
        double under = 0;
        for (int i = 0; i < order.length; i++) {
            cellsSoFar += cells[order[i]];
            eventsSoFar += events[order[i]];
            boolean last = i + 1 == order.length || scores[order[i + 1]] != scores[order[i]];
            if (last) {
                points++;
                area[points] = cellsSoFar / allCells;
                found[points] = eventsSoFar / allEvents;
                under += (area[points] - area[points - 1]) * (found[points] + found[points - 1]) / 2;
            }
        }
        return new RateCurve(Arrays.copyOf(area, points + 1), Arrays.copyOf(found, points + 1), under);
    }

    /** Share of the events in this share of the cells with the highest scores. */
    public double at(double share) {
        int next = 1;
        while (next < area.length - 1 && area[next] < share) {
            next++;
        }
        double step = area[next] - area[next - 1];
        double part = step > 0 ? Math.min(1, (share - area[next - 1]) / step) : 1;
        return found[next - 1] + part * (found[next] - found[next - 1]);
    }

    /** Area under the curve. */
    public double auc() {
        return under;
    }
}
