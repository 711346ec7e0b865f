package riskmap.analysis;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Fields of a layer whose values are amounts of a whole feature, such as its people: a piece of the feature gets the piece's
 * share of them, by area, of lines by length, of points by their number, in the layer's coordinates. The pieces of a
 * feature that do not overlap and leave nothing out have together what it had.
 *
 * <p>Example: of an area with 120 people a piece of a quarter of its area has 30. <b>Source:</b> InaSAFE 4, counts
 * recomputed by the new size of what was cut.
 */
final class SplitAmounts {
    private final LayerRows rows;
    private final List<Integer> amounts;

    SplitAmounts(LayerRows rows, List<String> fields) {
        this.rows = rows;
        this.amounts = fields.stream().map(rows::attribute).toList();
    }

    /** What the fields are called in the layer. */
    List<String> names() {
        return amounts.stream()
                .map(at -> rows.type().getDescriptor(at).getLocalName())
                .toList();
    }

    /**
     * Values of a row at these positions, for a piece of it.
     *
     * @param piece null where the row has no geometry: then it is whole
     */
    Object[] values(int row, int[] positions, Geometry piece) {
        Object[] values = OutputRows.values(rows, row, positions);
        Geometry whole = rows.geometry(row);
        if (amounts.isEmpty() || piece == null || whole == null) {
            return values;
        }
        int dimension = whole.getDimension();
        double all = size(whole, dimension);
        double part = all == 0 ? 1 : size(piece, dimension);
        for (int i = 0; i < positions.length; i++) {
            if (amounts.contains(positions[i]) && values[i] instanceof Number amount) {
                values[i] = amount.doubleValue() * part / (all == 0 ? 1 : all);
            }
        }
        return values;
    }

    private static double size(Geometry shape, int dimension) {
        return switch (dimension) {
            case 2 -> shape.getArea();
            case 1 -> shape.getLength();
            default -> shape.getNumGeometries();
        };
    }
}
