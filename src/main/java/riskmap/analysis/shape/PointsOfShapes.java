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
import riskmap.geo.shape.Paths;

/**
 * A point for each vertex of the features, or for each of so many metres along their lines and outlines, with the
 * attributes of the feature, the number of the point in it and the distance along the feature, part after part. The
 * outline of an area ends where it began: as a vertex the place comes twice.
 */
public final class PointsOfShapes implements Operation {
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
                        Parameter.number(owner, "distance", "", 100, 1e-9, 1e7),
                        Parameter.number(owner, "start", "", 0, 0, 1e7),
                        Parameter.number(owner, "end", "", 0, 0, 1e7))
                : List.of(features);
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
        output.attribute("vertex_index", Long.class);
        output.attribute("part", Long.class);
        output.attribute("ring", Long.class);
        output.attribute("distance", Double.class);
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
                progress.report(0.4 + 0.6 * row / rows.size());
            }
            Geometry shape = rows.geometry(row);
            Object[] own = OutputRows.values(rows, row, taken);
            if (shape == null) {
                output.add(OutputRows.join(null, own, new Object[4]));
                continue;
            }
            long number = 0;
            for (Place place : along ? steps(vertices(shape), values) : vertices(shape)) {
                output.add(OutputRows.join(shape.getFactory().createPoint(place.at()), own, new Object[] {
                    number++, (long) place.part(), (long) place.ring(), place.distance()
                }));
            }
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }

    /** A place on the way through all parts and rings of a feature, and how far along that way it is. */
    private record Place(Coordinate at, int part, int ring, double distance) {}

    private static List<Place> vertices(Geometry shape) {
        List<Place> places = new ArrayList<>();
        Paths.forEach(shape, (path, part, ring) -> {
            double distance =
                    places.isEmpty() ? 0 : places.get(places.size() - 1).distance();
            for (int i = 0; i < path.length; i++) {
                distance += i == 0 ? 0 : path[i - 1].distance(path[i]);
                places.add(new Place(path[i], part, ring, distance));
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
            Place from = corners.get(edge);
            Place to = corners.get(edge + 1);
            double length = to.distance() - from.distance();
            double share = length == 0 ? 0 : (distance - from.distance()) / length;
            Coordinate at = new Coordinate(
                    from.at().x + share * (to.at().x - from.at().x), from.at().y + share * (to.at().y - from.at().y));
            places.add(new Place(at, from.part(), from.ring(), distance));
        }
        return places;
    }
}
