package riskmap.risk.model.geohazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.weighting.EvidenceTable;
import riskmap.risk.weighting.RateCurve;

/**
 * The cells of a study area by their combination of classes of all factors, and the known sites among them. A site counts
 * once, in the cell of its centroid; two in one cell count as one. Counted are cells whose centre lies in a town; cells on
 * the border have a combination too, so that zones reach it.
 */
public final class SusceptibilityCells {
    /** Combinations that are counted at once: an array of 128 MB. */
    static final double MOST = 32e6;

    private final int[] counts;
    private final int[] combinationOf;
    private final byte[][] classes;
    private final double[] cells;
    private final List<Integer> siteCells = new ArrayList<>();
    private final int sitesOutside;

    /**
     * Counts.
     *
     * @param factors one at least
     * @param sites known sites, in the CRS of the area
     */
    public SusceptibilityCells(
            StudyArea area, List<SusceptibilityFactors.Factor> factors, LayerRows sites, Progress progress) {
        counts = factors.stream().mapToInt(factor -> factor.titles().size()).toArray();
        double all = 1;
        for (int count : counts) {
            all *= count;
        }
        if (all > MOST) {
            throw RiskMapException.of("risk.classes-too-many", (long) all);
        }
        int[] code = codes(area, factors);
        progress.check();
        int[] number = new int[(int) all];
        Arrays.fill(number, -1);
        int used = 0;
        for (int each : code) {
            if (each >= 0 && number[each] < 0) {
                number[each] = 0;
                used++;
            }
        }
        cells = new double[used];
        classes = new byte[used][];
        int next = 0;
        for (int i = 0; i < number.length; i++) {
            if (number[i] == 0) {
                classes[next] = split(i);
                number[i] = next++;
            }
        }
        for (int cell = 0; cell < code.length; cell++) {
            code[cell] = code[cell] < 0 ? -1 : number[code[cell]];
            if (code[cell] >= 0 && area.townOfCell(cell) >= 0) {
                cells[code[cell]]++;
            }
        }
        combinationOf = code;
        sitesOutside = place(area, sites);
    }

    private int[] codes(StudyArea area, List<SusceptibilityFactors.Factor> factors) {
        int[] code = new int[area.lattice().cellCount()];
        for (int cell = 0; cell < code.length; cell++) {
            int at = area.isActive(cell) ? 0 : -1;
            for (int factor = 0; at >= 0 && factor < counts.length; factor++) {
                int number = factors.get(factor).classes()[cell];
                at = number < 0 ? -1 : at * counts[factor] + number;
            }
            code[cell] = at;
        }
        return code;
    }

    private byte[] split(int code) {
        byte[] split = new byte[counts.length];
        int rest = code;
        for (int factor = counts.length - 1; factor >= 0; factor--) {
            split[factor] = (byte) (rest % counts[factor]);
            rest /= counts[factor];
        }
        return split;
    }

    private int place(StudyArea area, LayerRows sites) {
        TreeSet<Integer> found = new TreeSet<>();
        int outside = 0;
        for (int row = 0; row < sites.size(); row++) {
            if (sites.geometry(row) != null) {
                Point centre = sites.geometry(row).getCentroid();
                int cell = area.cellAt(centre.getX(), centre.getY());
                if (cell < 0 || combinationOf[cell] < 0 || area.townOfCell(cell) < 0) {
                    outside++;
                } else {
                    found.add(cell);
                }
            }
        }
        siteCells.addAll(found);
        return outside;
    }

    /** Cells with a site. */
    public int events() {
        return siteCells.size();
    }

    /** Sites where the factors are not known. */
    int sitesOutside() {
        return sitesOutside;
    }

    /** Cells that are counted. */
    public double total() {
        return Arrays.stream(cells).sum();
    }

    /** Combination of a cell, −1 where the factors are not known. */
    int combination(int cell) {
        return combinationOf[cell];
    }

    public double[] cells() {
        return cells;
    }

    /** The evidence of all sites. */
    public EvidenceTable evidence() {
        return table(siteCells);
    }

    private EvidenceTable table(List<Integer> of) {
        double[] events = new double[cells.length];
        for (int cell : of) {
            events[combinationOf[cell]]++;
        }
        return new EvidenceTable(counts, classes, cells, events);
    }

    /**
     * Part of the sites held back.
     *
     * @param held how many
     * @param curve how well the others tell where they are
     */
    public record Fold(int held, RateCurve curve) {}

    /** The sites in so many parts by chance: each part is foretold from the others. */
    public List<Fold> folds(int parts, long seed, EvidenceTable.Method method, Progress progress) {
        List<Integer> shuffled = new ArrayList<>(siteCells);
        Collections.shuffle(shuffled, new Random(seed));
        List<Fold> folds = new ArrayList<>();
        int real = Math.min(parts, shuffled.size());
        for (int part = 0; part < real && real > 1; part++) {
            progress.check();
            List<Integer> held = new ArrayList<>();
            List<Integer> rest = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % real == part ? held : rest).add(shuffled.get(i));
            }
            double[] scores = table(rest).scores(method);
            folds.add(new Fold(
                    held.size(), RateCurve.of(scores, cells, table(held).events())));
        }
        return folds;
    }
}
