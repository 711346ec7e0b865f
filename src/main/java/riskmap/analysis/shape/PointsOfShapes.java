package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.shape.Bearing;
import riskmap.geo.shape.Paths;

/**
 * A point for each vertex of the features, or for each of so many metres along their lines and outlines, with the
 * attributes of the feature, the distance along the feature, part after part, and the direction in which it goes there:
 * in degrees from north, clockwise; at a corner halfway between the two edges. A vertex has its numbers too: within the
 * feature, of its part, of its ring in an area, within that. The outline of an area ends where it began: as a vertex the
 * place comes twice. Of the vertices some may be asked for by their number within the feature, from the end with −1 for
 * the last; numbers that a feature does not have give nothing.
 */
public final class PointsOfShapes implements Operation {
    private static final String ONLY = "only";

    private final boolean along;
    private final String id;

    private PointsOfShapes(boolean along) {
        this.along = along;
        this.id = along ? "points-along-lines" : "extract-vertices";
    }

    /** A point for each vertex. */
    public static Operation vertices() {
        return new PointsOfShapes(false);
    }

    /** A point each so many metres. */
    public static Operation alongLines() {
        return new PointsOfShapes(true);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Parameter> parameters() {
        String owner = "analysis." + id;
        Parameter features = Parameter.of(owner, "features", Parameter.Type.FEATURES, null);
        return along
                ? List.of(
                        features,
                        Parameter.number(owner, "distance", Parameter.COORDINATE_UNIT, 100, 1e-9, 1e7),
                        Parameter.number(owner, "start", "", 0, 0, 1e7),
                        Parameter.number(owner, "end", "", 0, 0, 1e7))
                : List.of(
                        features,
                        Parameter.of(owner, ONLY, Parameter.Type.NUMBERS, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.PATHS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        OutputRows output = new OutputRows(along ? "points" : "vertices", Point.class, rows.crs());
        int[] taken = output.take(rows.type());
        boolean areas = rows.dimension() != 1 && rows.dimension() != 0;
        List<String> numbers = along
                ? List.of()
                : areas
                        ? List.of("vertex_index", "vertex_part", "vertex_part_ring", "vertex_part_index")
                        : List.of("vertex_index", "vertex_part", "vertex_part_index");
        double[] only = !along && values.has(ONLY) ? values.numbers(ONLY) : null;
        if (only != null) {
            output.attribute("vertex_pos", Long.class);
        }
        numbers.forEach(name -> output.attribute(name, Long.class));
        output.attribute("distance", Double.class);
        output.attribute("angle", Double.class);
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
                progress.report(0.4 + 0.6 * row / rows.size());
            }
            Geometry shape = rows.geometry(row);
            Object[] own = OutputRows.values(rows, row, taken);
            if (shape == null) {
                output.add(OutputRows.join(null, own, new Object[numbers.size() + (only == null ? 2 : 3)]));
                continue;
            }
            List<Place> corners = vertices(shape);
            List<Place> places = along ? steps(corners, values) : corners;
            for (int i = 0; i < (only == null ? places.size() : only.length); i++) {
                long asked = only == null ? i : (long) only[i];
                long at = asked < 0 ? places.size() + asked : asked;
                if (at < 0 || at >= places.size()) {
                    continue;
                }
                Place place = places.get((int) at);
                Object[] position = only == null ? new Object[0] : new Object[] {asked};
                Object[] which = along ? new Object[0] : place.numbers(at, areas);
                Object[] where = {place.distance(), place.angle()};
                output.add(OutputRows.join(shape.getFactory().createPoint(place.at()), own, position, which, where));
            }
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }

    /** A place on the way through all parts and rings of a feature, how far along that way it is, and where that goes. */
    private record Place(Coordinate at, int part, int ring, int index, double distance, double angle) {
        Object[] numbers(long number, boolean areas) {
            return areas
                    ? new Object[] {number, (long) part, (long) ring, (long) index}
                    : new Object[] {number, (long) part, (long) index};
        }
    }

    private static List<Place> vertices(Geometry shape) {
        List<Place> places = new ArrayList<>();
        Paths.forEach(shape, (path, part, ring) -> {
            double distance =
                    places.isEmpty() ? 0 : places.get(places.size() - 1).distance();
            for (int i = 0; i < path.length; i++) {
                distance += i == 0 ? 0 : path[i - 1].distance(path[i]);
                places.add(new Place(path[i], part, ring, i, distance, Bearing.along(path, i)));
            }
        });
        return places;
    }

    private static List<Place> steps(List<Place> corners, ParameterValues values) {
        double step = values.number("distance");
        double start = values.number("start");
        double last = corners.get(corners.size() - 1).distance() - values.number("end");
        List<Place> places = new ArrayList<>();
        int edge = 0;
        for (long n = 0; corners.size() > 1 && start + n * step <= last; n++) {
            double distance = start + n * step;
            while (edge + 2 < corners.size() && corners.get(edge + 1).distance() < distance) {
                edge++;
            }
            places.add(between(corners.get(edge), corners.get(edge + 1), distance));
        }
        return places;
    }

    private static Place between(Place from, Place to, double distance) {
        if (distance == from.distance() || distance == to.distance()) {
            return distance == from.distance() ? from : to;
        }
        double share = (distance - from.distance()) / (to.distance() - from.distance());
        Coordinate at = Paths.between(from.at(), to.at(), share);
        return new Place(at, from.part(), from.ring(), from.index(), distance, Bearing.of(from.at(), to.at()));
    }
}
