package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * The triangles between points of which none has another point within its circumcircle (Delaunay): which of them are
 * neighbours. Each triangle has the numbers of its points, counted from 0 in the order of the layer; of points at one place
 * the first. Of other shapes their vertices are the points.
 */
public final class Triangles implements Operation {
    private static final String OWNER = "analysis.triangles";

    @Override
    public String id() {
        return "triangles";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "tolerance", Parameter.COORDINATE_UNIT, 0, 0, 1e6));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        Map<Coordinate, Integer> numbers = new HashMap<>();
        List<Coordinate> sites = new ArrayList<>();
        int points = 0;
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            for (Coordinate place : shape == null ? new Coordinate[0] : shape.getCoordinates()) {
                Coordinate flat = new Coordinate(place.x, place.y);
                if (numbers.putIfAbsent(flat, points++) == null) {
                    sites.add(flat);
                }
            }
        }
        progress.check();
        DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
        builder.setSites(sites);
        builder.setTolerance(values.number("tolerance"));
        GeometryFactory factory = new GeometryFactory();
        Geometry triangles = sites.size() < 3 ? factory.createGeometryCollection() : builder.getTriangles(factory);
        OutputRows output = new OutputRows("triangles", Polygon.class, rows.crs());
        List.of("POINTA", "POINTB", "POINTC").forEach(name -> output.attribute(name, Long.class));
        for (int i = 0; i < triangles.getNumGeometries(); i++) {
            Geometry triangle = triangles.getGeometryN(i);
            Object[] corners = Stream.of(triangle.getCoordinates())
                    .limit(3)
                    .map(corner ->
                            numbers.get(new Coordinate(corner.x, corner.y)).longValue())
                    .toArray();
            output.add(OutputRows.join(triangle, corners));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (points > sites.size()) {
            notes.add(Message.of("analysis.note-double-points", points - sites.size()));
        }
        if (sites.size() < 3) {
            notes.add(Message.of("analysis.note-triangles-too-few", sites.size()));
        }
        notes.add(Message.of("analysis.note-triangles", output.size()));
        return new Output.Features(output.features(), notes);
    }
}
