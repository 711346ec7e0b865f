package riskmap.analysis.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/**
 * Where ways begin or end: every point of a layer, a point that surely lies on shapes of other kinds, or one place given by
 * its coordinates.
 *
 * @param rows the layer, whose attributes go with the ways; null for a place
 * @param places in the CRS of the roads
 * @param ofRow the row of each place
 */
record Stops(LayerRows rows, List<Coordinate> places, List<Integer> ofRow) {
    /** None. */
    static final Stops NONE = new Stops(null, List.of(), List.of());

    /** The parameters {@code from}, {@code from-place} and {@code from-crs}, or those of another name. */
    static List<Parameter> parameters(String owner, String name) {
        return List.of(
                Parameter.of(owner, name, Parameter.Type.FEATURES, null).asOptional(),
                Parameter.of(owner, name + "-place", Parameter.Type.PLACE, null).asOptional(),
                Parameter.of(owner, name + "-crs", Parameter.Type.CRS, null).asOptional());
    }

    /**
     * Reads them; says so where there is neither a layer nor a place, or both.
     *
     * @param owner whose parameters they are
     */
    static Stops read(
            String owner, Inputs inputs, ParameterValues values, String name, LayerRows roads, Progress progress) {
        boolean layer = inputs.has(name);
        if (layer == values.has(name + "-place")) {
            String place = name + "-place";
            throw RiskMapException.of(
                    "analysis.stops-unclear",
                    Message.of(owner + "." + name),
                    name,
                    Message.of(owner + "." + place),
                    place);
        }
        if (!layer) {
            double[] place = values.numbers(name + "-place");
            if (values.has(name + "-crs") && roads.crs() != null) {
                Crs.transform(Crs.of(values.text(name + "-crs")), roads.crs()).apply(place, 1);
            }
            return new Stops(null, List.of(new Coordinate(place[0], place[1])), List.of(0));
        }
        LayerRows rows = LayerRows.read(inputs.features(name), progress);
        LayerRows there = rows.in(roads.crs(), progress);
        List<Coordinate> places = new ArrayList<>();
        List<Integer> ofRow = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = there.geometry(row);
            if (shape == null) {
                continue;
            }
            Geometry points = shape.getDimension() == 0 ? shape : shape.getInteriorPoint();
            for (Coordinate place : points.getCoordinates()) {
                places.add(place);
                ofRow.add(row);
            }
        }
        return new Stops(rows, places, ofRow);
    }

    /** Whether both are the same layer: nobody goes from a place to itself. */
    boolean isSame(Stops others) {
        return rows != null && others.rows != null && rows.isSameLayer(others.rows);
    }

    int[] taken(OutputRows output) {
        return rows == null ? new int[0] : output.take(rows.type());
    }

    Object[] values(int place, int[] taken) {
        return rows == null ? new Object[0] : OutputRows.values(rows, ofRow.get(place), taken);
    }

    List<Message> notes(String name) {
        return rows == null ? List.of() : rows.notes(name);
    }

    /** A place as text: easting (longitude) and northing (latitude). */
    String text(int place) {
        return plain(places.get(place).x) + "," + plain(places.get(place).y);
    }

    private static String plain(double ordinate) {
        return BigDecimal.valueOf(ordinate).stripTrailingZeros().toPlainString();
    }
}
