package riskmap.risk.model.geohazard;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.polygonize.ClippedPolygonizer;
import riskmap.geo.raster.FisherJenks;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/** Scores of a susceptibility as four levels and as zones. */
public final class SusceptibilityLevels {
    private static final int BINS = 1024;

    private final StudyArea area;
    private final float[] scores;
    private final ZoneLayer zones;

    public SusceptibilityLevels(
            StudyArea area,
            SusceptibilityCells cells,
            double[] scores,
            double[] breaks,
            ParameterValues values,
            Progress progress) {
        this.area = area;
        this.scores = new float[area.lattice().cellCount()];
        float[] levels = new float[this.scores.length];
        for (int cell = 0; cell < levels.length; cell++) {
            int combination = cells.combination(cell);
            this.scores[cell] = combination < 0 ? Float.NaN : (float) scores[combination];
            levels[cell] = combination < 0 ? 0 : ClassBreaks.level(scores[combination], breaks);
        }
        zones = ZoneLayer.of(area, levels, level -> level, values.number("minimum-zone-area"), progress);
    }

    /** The three breaks between the levels by the chosen method. */
    public static double[] breaks(ParameterValues values, double[] scores, double[] cells) {
        return switch (values.text("break-method")) {
            case "fixed" -> values.numbers("breaks");
            case "natural" -> natural(scores, cells);
            default -> byArea(values.numbers("area-shares"), scores, cells);
        };
    }

    /** The least scores below which lie these shares of the area. */
    private static double[] byArea(double[] shares, double[] scores, double[] cells) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        double total = Arrays.stream(cells).sum();
        double[] breaks = new double[shares.length];
        Arrays.fill(breaks, Double.POSITIVE_INFINITY);
        double below = 0;
        int found = 0;
        for (int i = 0; i < order.length && found < shares.length; i++) {
            boolean fresh = i == 0 || scores[order[i]] != scores[order[i - 1]];
            while (fresh && found < shares.length && below >= shares[found] * total) {
                breaks[found++] = scores[order[i]];
            }
            below += cells[order[i]];
        }
        return breaks;
    }

    /** Fisher–Jenks on the scores in 1024 bins. */
    private static double[] natural(double[] scores, double[] cells) {
        double low = Arrays.stream(scores).min().orElse(0);
        double high = Arrays.stream(scores).max().orElse(1);
        double width = high > low ? (high - low) / BINS : 1;
        double[] middle = new double[BINS];
        double[] weight = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            middle[bin] = low + (bin + 0.5) * width;
        }
        for (int i = 0; i < scores.length; i++) {
            weight[(int) Math.min(BINS - 1, (scores[i] - low) / width)] += cells[i];
        }
        int[] ends = FisherJenks.classEnds(middle, weight, RiskLevel.COUNT);
        double[] breaks = new double[RiskLevel.COUNT - 1];
        for (int i = 0; i < breaks.length; i++) {
            breaks[i] = i < ends.length - 1 ? low + (ends[i] + 1) * width : Double.POSITIVE_INFINITY;
        }
        return breaks;
    }

    public ZoneExposure exposure(Inputs inputs, Progress progress) {
        List<ClippedPolygonizer.Piece> pieces = zones.pieces();
        return new ZoneExposure(
                inputs,
                area.lattice().crs(),
                pieces.stream().map(piece -> (Geometry) piece.polygon()).toList(),
                pieces.stream().map(piece -> (int) piece.value()).toList(),
                progress);
    }

    public ResultRows layer() {
        return zones.rows("susceptibility_zone", zones.means(scores, Progress.silent()));
    }
}
