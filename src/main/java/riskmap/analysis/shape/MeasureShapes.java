package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;

/**
 * Gives the features fields with their measures: area and perimeter of areas; length of lines, the distance between the
 * ends of those of one part and how many times longer the line is; coordinates of points and their number; in the plane of
 * the projection or on the ellipsoid, in metres and square metres. The names are those of QGIS.
 */
public final class MeasureShapes implements Operation {
    private static final String OWNER = "analysis.add-geometry-attributes";
    private static final String NUMBER = "numparts";

    @Override
    public String id() {
        return "add-geometry-attributes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "measure", "planar", "planar", "ellipsoid"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        boolean onEllipsoid = values.text("measure").equals("ellipsoid");
        if (onEllipsoid && rows.crs() == null) {
            throw RiskMapException.of("analysis.crs-unknown", rows.type().getTypeName());
        }
        Measures measures = onEllipsoid ? Measures.on(rows.crs()) : null;
        int dimension = rows.dimension();
        // the lobes of an area that crosses itself would count against each other
        LayerRows whole = dimension == 2 || dimension == -1 ? rows.valid(progress.part(0.4, 0.5)) : rows;
        OutputRows output = new OutputRows("measured", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        boolean heights = dimension == 0 && Stream.of(rows.geometries()).anyMatch(MeasureShapes::hasHeight);
        List<String> names =
                switch (dimension) {
                    case 0 ->
                        heights ? List.of("xcoord", "ycoord", "zcoord", NUMBER) : List.of("xcoord", "ycoord", NUMBER);
                    case 1 -> List.of("length", "straightdis", "sinuosity");
                    case 2 -> List.of("area", "perimeter");
                    default -> List.of("area", "length");
                };
        names.forEach(name -> output.attribute(name, name.equals(NUMBER) ? Long.class : Double.class));
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
                progress.report(0.5 + 0.5 * row / rows.size());
            }
            Geometry shape = rows.geometry(row);
            Object[] numbers = shape == null
                    ? new Object[names.size()]
                    : dimension == 0
                            ? place(shape, heights)
                            : sizes(whole.geometry(row) == null ? shape : whole.geometry(row), dimension, measures);
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken), numbers));
        }
        List<Message> notes = new ArrayList<>(whole.notes("features"));
        notes.add(Message.of("analysis.note-measured", Message.of(OWNER + ".measure." + values.text("measure"))));
        if (!onEllipsoid && dimension != 0 && !Crs.isInGroundMetres(rows.crs())) {
            notes.add(Message.of("analysis.note-measured-no-metres", Crs.title(rows.crs())));
        }
        return new Output.Features(output.features(), notes);
    }

    private static boolean hasHeight(Geometry shape) {
        return shape != null && !Double.isNaN(shape.getCoordinate().getZ());
    }

    private static Object[] place(Geometry shape, boolean heights) {
        Point point = shape.getCentroid();
        long count = shape.getNumGeometries();
        Double height = hasHeight(shape) ? Double.valueOf(shape.getCoordinate().getZ()) : null;
        return heights
                ? new Object[] {point.getX(), point.getY(), count == 1 ? height : null, count}
                : new Object[] {point.getX(), point.getY(), count};
    }

    private static Object[] sizes(Geometry shape, int dimension, Measures measures) {
        double length = measures == null ? shape.getLength() : measures.length(shape);
        if (dimension == 1) {
            Double straight = shape.getNumGeometries() == 1 ? Double.valueOf(straight(shape, measures)) : null;
            return new Object[] {length, straight, straight == null || straight == 0 ? null : length / straight};
        }
        return new Object[] {measures == null ? shape.getArea() : measures.area(shape), length};
    }

    private static double straight(Geometry line, Measures measures) {
        Coordinate[] path = line.getCoordinates();
        Geometry between = line.getFactory().createLineString(new Coordinate[] {path[0], path[path.length - 1]});
        return measures == null ? between.getLength() : measures.length(between);
    }
}
