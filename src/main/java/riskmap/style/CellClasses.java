package riskmap.style;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;

/**
 * A colour map made from the cells of a raster: of equal steps from the least to the greatest value, so that every cell has
 * a colour, or of each value there is.
 *
 * <p>Example: cells from 0 to 9.7 in four classes have the limits 2.5, 5, 7.5 and 10; each class is [a, b).
 */
public final class CellClasses {
    /** More colours than this cannot be told apart. */
    public static final int MOST = 50;

    private CellClasses() {}

    /**
     * The entries of the colour map.
     *
     * @param type {@code intervals} for classes, whose entry is the upper limit, {@code values} for an entry for each value,
     *     {@code ramp} for colours that pass into each other from entry to entry
     * @param count how many are wished; of values all are taken
     * @throws RiskMapException when no cell has a value, or there are too many
     */
    public static List<ColourStop> of(Grid grid, String type, int count, ColourRamp ramp, boolean reversed) {
        if (type.equals("values")) {
            return values(grid, ramp, reversed);
        }
        if (count < 2 || count > MOST) {
            throw RiskMapException.of("style.cells-count", count, MOST);
        }
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float cell : grid.cells()) {
            if (Float.isFinite(cell)) {
                least = Math.min(least, cell);
                greatest = Math.max(greatest, cell);
            }
        }
        if (least > greatest) {
            throw RiskMapException.of("style.cells-none");
        }
        List<BigDecimal> limits = limits(least, greatest, type.equals("intervals") ? count : count - 1);
        List<String> colours = ramp.colours(count, reversed);
        List<ColourStop> stops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean classes = type.equals("intervals");
            String value = text(limits.get(classes ? i + 1 : i));
            String label = classes ? "[" + text(limits.get(i)) + ", " + value + ")" : value;
            stops.add(new ColourStop(colours.get(i), value, "", label));
        }
        return stops;
    }

    /** Limits of so many equal steps that are easy to read, from at most the least to above the greatest. */
    private static List<BigDecimal> limits(double least, double greatest, int steps) {
        double span = greatest > least ? greatest - least : Math.max(1, Math.abs(least) * 1e-3);
        int digit = (int) Math.floor(Math.log10(span / steps)) - 1;
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(digit);
        BigDecimal first = BigDecimal.valueOf(least).divide(unit, 0, RoundingMode.FLOOR);
        // a value on the last limit would belong to a class above it
        BigDecimal last =
                BigDecimal.valueOf(greatest).divide(unit, 0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        BigDecimal step = last.subtract(first).divide(BigDecimal.valueOf(steps), 0, RoundingMode.CEILING);
        List<BigDecimal> result = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            result.add(first.add(step.multiply(BigDecimal.valueOf(i))).multiply(unit));
        }
        return result;
    }

    private static List<ColourStop> values(Grid grid, ColourRamp ramp, boolean reversed) {
        TreeSet<Float> found = new TreeSet<>();
        for (float cell : grid.cells()) {
            if (Float.isFinite(cell) && found.add(cell + 0f) && found.size() > MOST) {
                throw RiskMapException.of("style.cells-many", MOST);
            }
        }
        if (found.isEmpty()) {
            throw RiskMapException.of("style.cells-none");
        }
        List<String> colours = ramp.colours(found.size(), reversed);
        List<ColourStop> stops = new ArrayList<>();
        for (float value : found) {
            String text = text(new BigDecimal(Float.toString(value)));
            stops.add(new ColourStop(colours.get(stops.size()), text, "", text));
        }
        return stops;
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
