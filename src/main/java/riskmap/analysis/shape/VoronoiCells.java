package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
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
import riskmap.geo.overlay.Overlay;

/**
 * For each point the area that is nearer to it than to any other (Voronoi, Thiessen), within the extent of the points and
 * a margin. Of points at the same place the first has the area.
 */
public final class VoronoiCells implements Operation {
    private static final String OWNER = "analysis.voronoi";
    /** Of the size of the diagram: nearer places are one. */
    private static final double ROUNDING = 1e-12;

    @Override
    public String id() {
        return "voronoi";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "margin", "%", 10, 0, 1000));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        Coordinate[] places = new Coordinate[rows.size()];
        Envelope extent = new Envelope();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                Coordinate centre = rows.geometry(row).getCentroid().getCoordinate();
                places[row] = new Coordinate(centre.x, centre.y);
                extent.expandToInclude(places[row]);
            }
        }
        Map<Coordinate, Integer> first = new HashMap<>();
        List<Coordinate> sites = new ArrayList<>();
        SamePlaces known = new SamePlaces(extent);
        int doubles = 0;
        for (int row = 0; row < places.length; row++) {
            if (places[row] == null) {
                continue;
            }
            if (known.isNew(places[row])) {
                first.put(places[row], row);
                sites.add(places[row]);
            } else {
                doubles++;
            }
        }
        OutputRows output = new OutputRows("voronoi", Polygon.class, rows.crs());
        int[] taken = output.take(rows.type());
        if (!sites.isEmpty()) {
            extent.expandBy(
                    Math.max(1, extent.getWidth()) * values.number("margin") / 100,
                    Math.max(1, extent.getHeight()) * values.number("margin") / 100);
            Geometry[] cells = cells(sites, first, extent, rows.size());
            for (int row = 0; row < rows.size(); row++) {
                if (cells[row] != null) {
                    output.add(OutputRows.join(cells[row], OutputRows.values(rows, row, taken)));
                }
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (doubles > 0) {
            notes.add(Message.of("analysis.note-same-place", doubles));
        }
        return new Output.Features(output.features(), notes);
    }

    private static Geometry[] cells(List<Coordinate> sites, Map<Coordinate, Integer> first, Envelope extent, int rows) {
        Geometry[] result = new Geometry[rows];
        GeometryFactory factory = new GeometryFactory();
        Geometry box = Overlay.box(extent, factory);
        if (sites.size() == 1) {
            result[first.get(sites.get(0))] = box;
            return result;
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(extent);
        // not getDiagram: its own clipping fails at cells of places so close that rounding makes their edges cross
        for (Object polygon : builder.getSubdivision().getVoronoiCellPolygons(factory)) {
            Geometry cell = (Geometry) polygon;
            Integer row = first.get((Coordinate) cell.getUserData());
            if (row != null) {
                Geometry clipped =
                        withoutDoubles(box.covers(cell) ? cell : Overlay.intersection(cell, box), extent.getDiameter());
                clipped.setUserData(null);
                result[row] = clipped;
            }
        }
        return result;
    }

    /** A cell without vertices that rounding made of one: where an edge runs into a corner of the box. */
    private static Geometry withoutDoubles(Geometry cell, double across) {
        if (!(cell instanceof Polygon)) {
            return cell;
        }
        CoordinateList ring = new CoordinateList();
        for (Coordinate place : cell.getCoordinates()) {
            if (ring.isEmpty() || ring.getCoordinate(ring.size() - 1).distance(place) > ROUNDING * across) {
                ring.add(place);
            }
        }
        if (ring.size() < 4) {
            return cell;
        }
        ring.set(ring.size() - 1, ring.get(0));
        return cell.getFactory().createPolygon(ring.toCoordinateArray());
    }
}
