package riskmap.map;

import java.util.Locale;
import java.util.Map;
import riskmap.base.RiskMapException;

/**
 * The size of a sheet in millimetres. In JSON {@code {"width": 420, "height": 297}} or
 * {@code {"paper": "A3", "orientation": "landscape"}}.
 *
 * @param width from left to right
 * @param height from top to bottom
 */
public record PageSize(double width, double height) {
    /** Short and long side of the ISO 216 A series. */
    private static final Map<String, double[]> PAPERS = Map.of(
            "A0", new double[] {841, 1189},
            "A1", new double[] {594, 841},
            "A2", new double[] {420, 594},
            "A3", new double[] {297, 420},
            "A4", new double[] {210, 297});

    public PageSize {
        if (!(width >= 20 && width <= 5000 && height >= 20 && height <= 5000)) {
            throw RiskMapException.of("map.page-size-invalid", "" + width, "" + height);
        }
    }

    /** A standard sheet. */
    public static PageSize of(String paper, boolean landscape) {
        double[] sides = PAPERS.get(paper.toUpperCase(Locale.ROOT));
        if (sides == null) {
            throw RiskMapException.of("map.paper-unknown", paper, "A0, A1, A2, A3, A4");
        }
        return landscape ? new PageSize(sides[1], sides[0]) : new PageSize(sides[0], sides[1]);
    }

    public boolean isLandscape() {
        return width > height;
    }

    /** The whole sheet as a box. */
    public Box box() {
        return new Box(0, 0, width, height);
    }
}
