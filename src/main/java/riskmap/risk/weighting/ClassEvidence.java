package riskmap.risk.weighting;

/**
 * What a class of a factor says about where events lie: N of them in S cells, Nᵢ in the Sᵢ cells of the class.
 *
 * <ul>
 *   <li>information value I = ln[(Nᵢ/N)/(Sᵢ/S)]
 *   <li>weights of evidence W⁺ = ln[(Nᵢ/N)/((Sᵢ−Nᵢ)/(S−N))], W⁻ for being outside the class; contrast C = W⁺ − W⁻ with its
 *       standard deviation
 * </ul>
 *
 * A class without events would give −∞: half an event is put in its place ({@link #FLOOR}), but no more than half of what the
 * class would have if events lay evenly, so that a small class without events never looks like one with many.
 *
 * <p><b>Source:</b> van Westen 2002; Bonham-Carter 1994. Example: 10 000 cells, 100 events, class of 1500 with 40: I
 * 0.98083, W⁺ 0.99781, W⁻ −0.35127, C 1.34908, s(C) 0.20608.
 *
 * @param cells S
 * @param events N
 * @param classCells Sᵢ
 * @param classEvents Nᵢ
 */
public record ClassEvidence(double cells, double events, double classCells, double classEvents) {
    /** Events taken for a class, or for all others, without any. */
    public static final double FLOOR = 0.5;

    public ClassEvidence {
        if (!(events > 0)
                || !(events < cells)
                || !(classCells > 0)
                || classCells > cells
                || !(classEvents >= 0)
                || classEvents > Math.min(events, classCells)) {
            throw new IllegalArgumentException("class within the whole, events within the cells");
        }
    }

    /** How much more frequent events are in the class than in the whole. */
    public double frequencyRatio() {
        return (inside() / events) / (classCells / cells);
    }

    public double informationValue() {
        return Math.log(frequencyRatio());
    }

    public double weightInside() {
        return Math.log((inside() / events) / (floored(classCells - classEvents) / (cells - events)));
    }

    public double weightOutside() {
        return Math.log((outside() / events) / (floored(emptyOutside()) / (cells - events)));
    }

    public double contrast() {
        return weightInside() - weightOutside();
    }

    /** Standard deviation of the contrast. */
    public double contrastDeviation() {
        return Math.sqrt(
                1 / inside() + 1 / floored(classCells - classEvents) + 1 / outside() + 1 / floored(emptyOutside()));
    }

    /** Events in the class, or what stands for none. */
    private double inside() {
        return classEvents > 0 ? classEvents : Math.min(FLOOR, events * classCells / cells / 2);
    }

    /** Events outside the class, or what stands for none. */
    private double outside() {
        double expected = events * (cells - classCells) / cells;
        return eventsOutside() > 0 ? eventsOutside() : expected > 0 ? Math.min(FLOOR, expected / 2) : FLOOR;
    }

    private double eventsOutside() {
        return events - classEvents;
    }

    private double emptyOutside() {
        return cells - classCells - eventsOutside();
    }

    private static double floored(double count) {
        return count == 0 ? FLOOR : count;
    }
}
