package riskmap.ui.layout;

import java.util.ArrayList;
import java.util.List;
import riskmap.map.Box;

/**
 * Snapping on a page: edges and middles of what is moved catch those of other items, of the page and of its margins.
 * Lengths are millimetres.
 */
final class PageSnapping {
    /** Distance of the margins' guides from the edges of the page. */
    static final double MARGIN = 10;

    private final List<Double> uprights = new ArrayList<>();
    private final List<Double> levels = new ArrayList<>();
    private final double reach;

    /**
     * What was found.
     *
     * @param dx movement to the right that makes it fit
     * @param dy movement down
     * @param upright x of the guide caught, NaN for none
     * @param level y of the guide caught, NaN for none
     */
    record Catch(double dx, double dy, double upright, double level) {}

    /**
     * Snapping to other boxes.
     *
     * @param page the whole page
     * @param others boxes of the items that stay
     * @param reach how near an edge must come
     */
    PageSnapping(Box page, List<Box> others, double reach) {
        this.reach = reach;
        for (Box box : others) {
            add(box);
        }
        add(page);
        add(page.inset(MARGIN));
    }

    private void add(Box box) {
        uprights.addAll(List.of(box.x(), box.centreX(), box.right()));
        levels.addAll(List.of(box.y(), box.centreY(), box.bottom()));
    }

    /** What a moved box catches. */
    Catch move(Box box) {
        double[] x = nearest(uprights, box.x(), box.centreX(), box.right());
        double[] y = nearest(levels, box.y(), box.centreY(), box.bottom());
        return new Catch(x[0], y[0], x[1], y[1]);
    }

    /** What a moved corner catches; NaN for a coordinate that does not move. */
    Catch corner(double cornerX, double cornerY) {
        double[] x = nearest(uprights, cornerX);
        double[] y = nearest(levels, cornerY);
        return new Catch(x[0], y[0], x[1], y[1]);
    }

    private double[] nearest(List<Double> guides, double... places) {
        double best = reach;
        double[] found = {0, Double.NaN};
        for (double place : places) {
            for (double guide : guides) {
                double distance = Math.abs(guide - place);
                if (distance < best) {
                    best = distance;
                    found = new double[] {guide - place, guide};
                }
            }
        }
        return found;
    }
}
