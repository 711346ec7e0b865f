package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;
import riskmap.risk.Workings;

/** A − B of one town written down with its numbers: the town of the largest zone that differs. */
final class DifferenceExample {
    /** Summands that are written down; the others are counted. */
    private static final int SHOWN = 6;

    private DifferenceExample() {}

    /** The lines; none where nothing differs. */
    static Workings of(Difference difference, ImpactTowns towns) {
        Workings workings = new Workings();
        Difference.Piece largest = null;
        for (Difference.Piece piece : difference.pieces()) {
            if (piece.sign() != 0
                    && (largest == null
                            || piece.area().getArea() > largest.area().getArea())) {
                largest = piece;
            }
        }
        if (largest == null) {
            return workings;
        }
        int town = largest.town();
        workings.of(Message.of(
                "risk.working-zone",
                town < 0 ? Message.of("risk.whole-area") : towns.name(town),
                Workings.shown(largest.area().getArea() / 1e6)));
        workings.add(
                "difference",
                "Δ = A − B",
                largest.first() - largest.second(),
                "",
                "%s − %s",
                largest.first(),
                largest.second());
        for (int sign : new int[] {1, -1}) {
            ground(workings, difference, towns, town, sign);
        }
        return workings;
    }

    /** The ground of a town that is higher, or lower, as the sum of its zones. */
    private static void ground(Workings workings, Difference difference, ImpactTowns towns, int town, int sign) {
        List<String> shown = new ArrayList<>();
        int count = 0;
        double sum = 0;
        for (Difference.Piece piece : difference.pieces()) {
            if (piece.town() == town && piece.sign() == sign) {
                double area = piece.area().getArea() / 1e6;
                sum += area;
                count++;
                if (shown.size() < SHOWN) {
                    shown.add(Workings.shown(area));
                }
            }
        }
        if (count > 0) {
            workings.of(Message.of(
                    "risk.working-change",
                    town < 0 ? Message.of("risk.whole-area") : towns.name(town),
                    Message.of(sign > 0 ? "risk.change-higher" : "risk.change-lower")));
            String more = count > SHOWN ? " + … (" + count + ")" : "";
            workings.add(
                    "change-area",
                    sign > 0 ? "Σ a, Δ > 0" : "Σ a, Δ < 0",
                    sum,
                    "km²",
                    "%s",
                    String.join(" + ", shown) + more);
        }
    }
}
